"""Facts about a table's years beside the budget year: the mid-term goal and money, and the budget of earlier years."""

from decimal import Decimal

from perflint.facts.money.amounts import cell_amount
from perflint.facts.structure.box import prints_own_form, ticked
from perflint.facts.structure.table import TABLE, goal_empty
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import BOOL, STRING
from perflint.typography import fold

_MIDTERM, _PRIOR = "goals.midterm.text", "budget.prior"


@TABLE.fact("midterm_goal", STRING, zh="中长期目标", en="mid-term goal")
def midterm_goal(view: TableView) -> str:
    return view.text(_MIDTERM).strip()


@TABLE.fact(
    "goal_shifted",
    BOOL,
    zh="年度目标是空的，中长期目标却有内容，而中长期资金没有填",
    en="whether the annual goal is empty, the mid-term goal is not, and there is no mid-term money",
)
def goal_shifted(view: TableView) -> bool:
    return view.filled(_MIDTERM) and goal_empty(view) and not view.filled("budget.midterm.total")


@TABLE.fact(
    "midterm_unsaid",
    STRING,
    zh="没有中长期目标，却填了中长期资金（money）或中长期指标、年限（half）；否则为空",
    en="money or half where there is no mid-term goal although mid-term money, or indicators or years, are given; else empty",
)
def midterm_unsaid(view: TableView) -> str:
    if view.filled(_MIDTERM) or view.filled("goals.midterm"):
        return ""
    money = cell_amount(view, "budget.midterm.total")
    if money is not None and money.yuan > 0:
        return "money"
    lasting = "经常性" in ticked("project.term", view.text("project.term"))
    return "half" if lasting and _has_midterm_half(view) else ""


def _has_midterm_half(view: TableView) -> bool:
    """Return whether the mid-term half of the form is in use: its years are given, or it has an indicator with a value."""
    years = [fold(view.text(f"goals.midterm.{end}")).removesuffix("年") for end in ("from", "to")]
    return all(year.isdecimal() for year in years) or any(row.midterm and row.filled("value") for row in view.rows)


@TABLE.fact("midterm_money", STRING, zh="中长期资金总额，照录", en="mid-term total as typed")
def midterm_money(view: TableView) -> str:
    return view.text("budget.midterm.total").strip()


@TABLE.fact(
    "prior_conflict",
    STRING,
    zh="延续项目没有以前年度预算为 continued，新增项目却有为 new，否则为空",
    en="continued where a continued project has no earlier budget, new where a new one has one, else empty",
)
def prior_conflict(view: TableView) -> str:
    choices = ticked("project.attribute", view.text("project.attribute"))
    if len(choices) != 1 or not _prints_prior(view):
        return ""
    prior = cell_amount(view, _PRIOR)
    yuan = prior.yuan if prior else None
    if choices[0] == "延续" and (yuan == 0 or not view.filled(_PRIOR)):
        return "continued"
    return "new" if choices[0] == "新增" and yuan is not None and yuan > Decimal(0) else ""


def _prints_prior(view: TableView) -> bool:
    """Return whether the form has the cell: the table writes it, blank or not, or its jurisdiction prints it."""
    return _PRIOR in view.table.cells or (prints_own_form(view.scope) and _PRIOR in view.form.columns)


@TABLE.fact("prior", STRING, zh="以前年度预算安排，照录", en="budget of earlier years as typed")
def prior_typed(view: TableView) -> str:
    return view.text(_PRIOR).strip()
