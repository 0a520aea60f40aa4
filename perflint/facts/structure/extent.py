"""Facts about how much a table holds: its rows, its cost rows, its spending plan, its weights."""

from perflint.facts.money.amounts import table_total, tolerance, total_of
from perflint.facts.money.cost_line import cost_lines
from perflint.facts.structure.table import TABLE
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import BOOL, INT

# Forms whose jurisdiction scores with weights (domain: §2.5).
_WEIGHTED = frozenset({("sichuan", "S"), ("hubei", "D3")})


def _limit(view: TableView, name: str) -> int:
    found = view.scope.settings[name]
    return int(found) if isinstance(found, int | float) else 0


@TABLE.fact("row_count", INT, zh="填了名称或指标值的年度指标行数", en="number of annual rows with a name or a value")
def row_count(view: TableView) -> int:
    return sum(1 for row in view.rows if not row.midterm and (row.filled("name") or row.filled("value")))


@TABLE.fact("few_rows", BOOL, zh="指标是否太少", en="whether there are too few indicators")
def few_rows(view: TableView) -> bool:
    least = _limit(view, "indicators.least")
    return len(view.rows) < least * 4 and 0 < row_count(view) < least


@TABLE.fact("cost_rows", INT, zh="带金额的成本指标行数", en="number of cost rows with an amount")
def cost_rows(view: TableView) -> int:
    return len(cost_lines(view).counted)


def _adds_up(view: TableView) -> bool | None:
    """Return whether the cost rows make the budget, None where that cannot be said."""
    lines, total = cost_lines(view), table_total(view)
    if total is None or not lines.summable or not lines.counted:
        return None
    amounts = [line.amount for line in lines.counted]
    whole = total_of(amounts)
    return abs(whole - total.yuan) <= tolerance((total, *amounts))


@TABLE.fact(
    "other_rows",
    INT,
    zh="除合计等于预算的成本行以外的行数",
    en="number of rows without cost rows that add up to the budget",
)
def other_rows(view: TableView) -> int:
    return row_count(view) - (cost_rows(view) if _adds_up(view) else 0)


@TABLE.fact("many_rows", BOOL, zh="指标是否太多", en="whether there are too many indicators")
def many_rows(view: TableView) -> bool:
    most = _limit(view, "indicators.most")
    return len(view.rows) > most and other_rows(view) > most


@TABLE.fact(
    "many_costs",
    BOOL,
    zh="成本指标是否太多，合计又不等于预算",
    en="whether there are too many cost rows, and they do not add up to the budget",
)
def many_costs(view: TableView) -> bool:
    most = _limit(view, "indicators.most_costs")
    return len(view.rows) > most and cost_rows(view) > most and _adds_up(view) is False


@TABLE.fact("plan_given", BOOL, zh="有没有资金支出计划", en="whether there is a spending plan")
def plan_given(view: TableView) -> bool:
    if view.table.plan or view.filled("spending_plan"):
        return True
    return any(stray.expected == "plan" for stray in view.table.irregularities)


@TABLE.fact(
    "weights_missing",
    BOOL,
    zh="表式有权重栏，却没有一行填了权重",
    en="whether the form has weights and not one row has one",
)
def weights_missing(view: TableView) -> bool:
    if not view.filled_rows or any(row.filled("weight") for row in view.rows):
        return False
    return (view.scope.profile, view.scope.form) in _WEIGHTED or any("weight" in row.texts for row in view.rows)
