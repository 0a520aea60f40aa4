"""Facts about a table's years beside the budget year: the mid-term goal and money, and the budget of earlier years."""

from perflint.facts.money.amounts import cell_amount
from perflint.facts.structure.box import prints_own_form, ticked
from perflint.facts.structure.table import TABLE
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import BOOL, DOUBLE, INT, STRING, STRINGS
from perflint.typography import fold

_MIDTERM, _PRIOR = "budget.midterm.total", "budget.prior"


@TABLE.fact("midterm_goal", STRING, zh="中长期目标", en="mid-term goal")
def midterm_goal(view: TableView) -> str:
    return view.text("goals.midterm.text").strip()


@TABLE.fact("midterm_money", STRING, zh="中长期资金总额，照录", en="mid-term total as typed")
def midterm_money(view: TableView) -> str:
    return view.text(_MIDTERM).strip()


@TABLE.fact(
    "midterm_yuan",
    DOUBLE,
    zh="中长期资金总额（元），没有填或读不出为 0",
    en="mid-term total in 元, 0 where none is given or it cannot be read",
)
def midterm_yuan(view: TableView) -> float:
    return _yuan(view, _MIDTERM)


@TABLE.fact("midterm_rows", INT, zh="填了指标值的中长期指标行数", en="number of mid-term rows with a value")
def midterm_rows(view: TableView) -> int:
    return sum(1 for row in view.rows if row.midterm and row.filled("value"))


@TABLE.fact("midterm_from", INT, zh="中长期目标的起始年份，没有为 0", en="first year of the mid-term goal, 0 if none")
def midterm_from(view: TableView) -> int:
    return _year(view, "goals.midterm.from")


@TABLE.fact("midterm_to", INT, zh="中长期目标的终止年份，没有为 0", en="last year of the mid-term goal, 0 if none")
def midterm_to(view: TableView) -> int:
    return _year(view, "goals.midterm.to")


@TABLE.fact(
    "attributes_ticked", STRINGS, zh="项目属性中勾选的项", en="what is ticked as attribute of the project (新增, 延续)"
)
def attributes_ticked(view: TableView) -> tuple[str, ...]:
    return ticked("project.attribute", view.text("project.attribute"))


@TABLE.fact(
    "terms_ticked", STRINGS, zh="项目期限中勾选的项", en="what is ticked as term of the project (一次性, 经常性)"
)
def terms_ticked(view: TableView) -> tuple[str, ...]:
    return ticked("project.term", view.text("project.term"))


@TABLE.fact(
    "prior_printed",
    BOOL,
    zh="表中有没有以前年度预算这一栏：已写出（可以空白），或当地表式印有",
    en="whether the table has the cell of earlier budgets: it writes it, blank or not, or its jurisdiction prints it",
)
def prior_printed(view: TableView) -> bool:
    return _PRIOR in view.table.cells or (prints_own_form(view.scope) and _PRIOR in view.form.columns)


@TABLE.fact("prior", STRING, zh="以前年度预算安排，照录", en="budget of earlier years as typed")
def prior_typed(view: TableView) -> str:
    return view.text(_PRIOR).strip()


@TABLE.fact(
    "prior_shown",
    STRING,
    zh="以前年度预算安排，没有写单位的加上金额单位",
    en="budget of earlier years with its unit, that of the table where none is typed",
)
def prior_shown(view: TableView) -> str:
    typed = view.text(_PRIOR).strip()
    return f"{typed}{view.scope.currency}" if typed[-1:].isdecimal() else typed


@TABLE.fact(
    "prior_read",
    BOOL,
    zh="以前年度预算安排是否写了能读出的金额",
    en="whether the budget of earlier years is an amount that can be read",
)
def prior_read(view: TableView) -> bool:
    return cell_amount(view, _PRIOR) is not None


@TABLE.fact(
    "prior_yuan",
    DOUBLE,
    zh="以前年度预算安排（元），没有填或读不出为 0",
    en="budget of earlier years in 元, 0 where none is given or it cannot be read",
)
def prior_yuan(view: TableView) -> float:
    return _yuan(view, _PRIOR)


def _yuan(view: TableView, field: str) -> float:
    amount = cell_amount(view, field)
    return float(amount.yuan) if amount else 0.0


def _year(view: TableView, field: str) -> int:
    typed = fold(view.text(field)).removesuffix("年")
    return int(typed) if typed.isdecimal() else 0
