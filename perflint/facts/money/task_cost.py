"""Facts about a department's cost row beside the task of the same name or content (domain: BUD015)."""

from perflint.facts.money.amounts import Amount, read_amount, tolerance
from perflint.facts.money.cost import COST, CostView
from perflint.facts.vocabulary import BOOL, STRING
from perflint.model import Record
from perflint.typography import fold


def _plain(text: str) -> str:
    return "".join(fold(text).split()).rstrip("。.;；")


def _task(cost: CostView) -> tuple[Record, Amount] | None:
    """Return the only task whose name or content is the row's name, with its money."""
    name = _plain(cost.line.name)
    records = [r for r in cost.tasks if name and name in {_plain(r.text("name")), _plain(r.text("content"))}]
    amount = read_amount(records[0].text("total"), cost.scope.currency) if len(records) == 1 else None
    return (records[0], amount) if amount else None


@COST.fact("task", STRING, zh="名称或内容相同的年度任务，没有为空", en="the task of the same name or content, or empty")
def task(cost: CostView) -> str:
    found = _task(cost)
    return found[0].text("name").strip() if found else ""


@COST.fact("task_amount", STRING, zh="该任务的金额（万元）", en="the money of that task in 万元")
def task_amount(cost: CostView) -> str:
    found = _task(cost)
    return found[1].ten_thousands if found else ""


@COST.fact("task_differs", BOOL, zh="与该任务的金额是否不同", en="whether the money of that task is another")
def task_differs(cost: CostView) -> bool:
    found = _task(cost)
    if found is None:
        return False
    amounts = (cost.line.amount, found[1])
    return abs(amounts[0].yuan - amounts[1].yuan) > tolerance(amounts)
