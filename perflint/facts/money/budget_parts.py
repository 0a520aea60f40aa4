"""The cells of a budget that are parts of its total, the greatest of them."""

from perflint.facts.money.amounts import Amount, tolerance
from perflint.facts.money.budget import BUDGET
from perflint.facts.money.budgetview import BudgetView
from perflint.facts.vocabulary import DOUBLE, STRING

_PARTS = (
    ("carried_over", "上年结转"), ("upper", "上级资金"), ("own", "本级资金"), ("purchased_services", "政府购买服务"),
    ("procurement", "政府采购"),
)  # fmt: skip


@BUDGET.fact(
    "greatest_part",
    STRING,
    zh="最大的一格（上年结转、上级资金、本级资金、政府购买服务、政府采购），名称与金额；都没有填为空",
    en="the greatest of the cells 上年结转, 上级资金, 本级资金, 政府购买服务 and 政府采购, name and amount; empty if none is filled",
)
def greatest_part(budget: BudgetView) -> str:
    part = _greatest(budget)
    return f"{part[1]}{part[0].text.strip()}" if part else ""


@BUDGET.fact(
    "greatest_part_yuan",
    DOUBLE,
    zh="同上，元；在舍入误差之内的按总额算",
    en="the same in 元; within what rounding may do, the total",
)
def greatest_part_yuan(budget: BudgetView) -> float:
    part, total = _greatest(budget), budget.amount("total")
    if part is None or total is None:
        return 0.0
    rounded = abs(part[0].yuan - total.yuan) <= tolerance((part[0], total))
    return float(total.yuan if rounded else part[0].yuan)


def _greatest(budget: BudgetView) -> tuple[Amount, str] | None:
    found = [(amount, named) for field, named in _PARTS if (amount := budget.amount(field))]
    return max(found, key=lambda one: one[0].yuan, default=None)
