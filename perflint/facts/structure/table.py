"""Facts about a whole table."""

from collections.abc import Mapping

from perflint.facts.kind import SubjectKind, itself_alone
from perflint.facts.money.amounts import purpose_amounts
from perflint.facts.money.budgetview import BudgetView
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import BOOL, STRING, STRINGS, TEXTS, Vocabulary
from perflint.model import Cell
from perflint.pattern import pattern
from perflint.typography import fold

_STUB = pattern(
    r"[\d一二三四五六七八九十()（）.、:：,，;；。…目标内容]*"
)  # numbers and marks of a list without its items

TABLE = Vocabulary("table", "整张表", "the whole table")


@TABLE.fact("title", STRING, zh="表名", en="title as printed")
def title(view: TableView) -> str:
    return view.text("title").strip()


@TABLE.fact(
    "filled",
    STRINGS,
    zh="指标以外填了内容的单元格（标准名称，如 project.basis；自设栏目如 x-责任科室）",
    en="the cells outside the rows that are filled, by their canonical names, such as project.basis; a bureau's own as x-department",
)
def filled(view: TableView) -> tuple[str, ...]:
    return (*filled_in(view.table.cells), *filled_in(view.table.own))


def filled_in(cells: Mapping[str, Cell]) -> tuple[str, ...]:
    """Return the names of the cells that hold more than blanks."""
    return tuple(name for name, cell in cells.items() if cell.filled)


@TABLE.fact(
    "cells",
    TEXTS,
    zh="指标以外各格的文字，按标准名称（project.basis）；自设栏目按键名（x-责任科室），没有的格为空",
    en='the text of each cell outside the rows by its canonical name (project.basis), a bureau\'s own by its key; "" where the table has none',
)
def cells(view: TableView) -> dict[str, str]:
    return texts_of({**view.table.cells, **view.table.own})


def texts_of(cells: Mapping[str, Cell]) -> dict[str, str]:
    """Return the texts of cells by name, without blanks around them."""
    return {name: cell.text.strip() for name, cell in cells.items()}


@TABLE.fact("project_name", STRING, zh="项目名称", en="name of the project")
def project_name(view: TableView) -> str:
    return view.text("project.name").strip()


@TABLE.fact("annual_goal", STRING, zh="年度绩效目标", en="annual goal")
def annual_goal(view: TableView) -> str:
    return view.text("goals.annual").strip()


@TABLE.fact(
    "goal_empty",
    BOOL,
    zh="年度目标是否没有内容（空白、只有“1.”“目标1：”之类）",
    en="whether the annual goal says nothing: blank, or only a stub such as 1. or 目标1：",
)
def goal_empty(view: TableView) -> bool:
    return _STUB.fullmatch(fold(view.text("goals.annual"))) is not None


@TABLE.fact(
    "money_given",
    BOOL,
    zh="年度资金总额是否已填（含任务合计、资金用途中的总额）",
    en="whether the year's money is given: as budget, sum of tasks, or in the purpose text",
)
def money_given(view: TableView) -> bool:
    if view.filled("budget.total") or view.filled("tasks_total.total"):
        return True
    return purpose_amounts(view)[0] is not None


@TABLE.fact(
    "total_blank",
    BOOL,
    zh="年度资金总额这一栏是否在表里而没有填",
    en="whether the cell of the year's total is there and blank",
)
def total_blank(view: TableView) -> bool:
    return "budget.total" in view.table.cells and not view.filled("budget.total")


@TABLE.fact(
    "goal_given",
    BOOL,
    zh="有没有年度目标这一栏（可以是空的）",
    en="whether the cell of the annual goal is there, blank or not",
)
def goal_given(view: TableView) -> bool:
    return "goals.annual" in view.table.cells


SUBJECTS = (SubjectKind(TABLE, in_table=itself_alone, also=(("budget", BudgetView),)),)
