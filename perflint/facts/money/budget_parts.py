"""The cells of a budget that are parts of its total, where one of them is above it."""

from perflint.facts.money.amounts import tolerance
from perflint.facts.money.budget import BUDGET
from perflint.facts.money.budgetview import BudgetView
from perflint.facts.vocabulary import STRING

_PARTS = (
    ("carried_over", "上年结转"), ("upper", "上级资金"), ("own", "本级资金"), ("purchased_services", "政府购买服务"),
    ("procurement", "政府采购"),
)  # fmt: skip


@BUDGET.fact(
    "part_above",
    STRING,
    zh="比年度资金总额大的一格（上年结转、上级资金、本级资金、政府购买服务、政府采购），名称与金额；没有为空",
    en="the cell with more than the total of the year (上年结转, 上级资金, 本级资金, 政府购买服务, 政府采购), name and amount; else empty",
)
def part_above(budget: BudgetView) -> str:
    total = budget.amount("total")
    if total is None or total.yuan <= 0:
        return ""
    for field, named in _PARTS:
        part = budget.amount(field)
        if part and part.yuan - total.yuan > tolerance((part, total)):
            return f"{named}{part.text.strip()}"
    return ""
