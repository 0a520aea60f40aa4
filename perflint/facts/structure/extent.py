"""Facts about how much a table holds: its rows, its cost rows, its spending plan, its weights."""

from perflint.facts.money.amounts import table_total, tolerance, total_of
from perflint.facts.money.cost_line import cost_lines
from perflint.facts.structure.table import TABLE
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import BOOL, INT, STRING


def _limit(view: TableView, name: str) -> int:
    found = view.scope.settings[name]
    return int(found) if isinstance(found, int | float) else 0


@TABLE.fact("row_count", INT, zh="填了名称或指标值的年度指标行数", en="number of annual rows with a name or a value")
def row_count(view: TableView) -> int:
    return sum(1 for row in view.rows if not row.midterm and (row.filled("name") or row.filled("value")))


@TABLE.fact("rows", INT, zh="指标行数，空白行和中长期指标也算", en="number of rows, blank and mid-term ones too")
def rows(view: TableView) -> int:
    return len(view.rows)


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


@TABLE.fact("plan_periods", INT, zh="资金支出计划列出的期数", en="number of periods that the spending plan lists")
def plan_periods(view: TableView) -> int:
    return len(view.table.plan)


@TABLE.fact(
    "plan_text",
    STRING,
    zh="资金支出计划一栏里没有按期列出的内容，照录",
    en="what stands in the cell of the spending plan without being listed by period, as typed",
)
def plan_text(view: TableView) -> str:
    strays = (stray.cell.node for stray in view.table.irregularities if stray.expected == "plan")
    return next((view.table.source.text[node.start : node.end] for node in strays), "").strip()


@TABLE.fact("valued_rows", INT, zh="填了指标值的年度指标行数", en="number of annual rows with a value")
def valued_rows(view: TableView) -> int:
    return len(view.filled_rows)


@TABLE.fact(
    "weight_cells", INT, zh="有权重一格的行数，空白的也算", en="number of rows with the cell of a weight, blank or not"
)
def weight_cells(view: TableView) -> int:
    return sum(1 for row in view.rows if "weight" in row.texts)


@TABLE.fact("weighted_rows", INT, zh="填了权重的行数", en="number of rows with a weight")
def weighted_rows(view: TableView) -> int:
    return sum(1 for row in view.rows if row.filled("weight"))
