"""What the items come to that a purpose text lists and nothing else (人员经费20万元，办公费25万元，…), beside the budget (BUD008)."""

from decimal import Decimal

from perflint.facts.money.amounts import Amount, ten_thousands, tolerance, total_of
from perflint.facts.money.budget import BUDGET
from perflint.facts.money.budgetview import BudgetView
from perflint.facts.money.listed_items import listed_items
from perflint.facts.vocabulary import BOOL, STRING


def _listed(budget: BudgetView) -> tuple[Amount, ...]:
    purpose = budget.view.text("project.purpose")
    return listed_items(purpose, budget.scope.currency) if "元" in purpose else ()


@BUDGET.fact(
    "listed_sum",
    STRING,
    zh="资金用途只是逐项列金额（三项以上、没有合计）时各项之和（万元），否则为空",
    en="what the items come to in 万元 where the purpose text only lists three and more with an amount each and no total, else empty",
)
def listed_sum(budget: BudgetView) -> str:
    items = _listed(budget)
    return ten_thousands(total_of(items)) if items else ""


@BUDGET.fact(
    "listed_exceeds",
    BOOL,
    zh="这些金额之和是否超过预算数",
    en="whether these items come to more than the budget",
)
def listed_exceeds(budget: BudgetView) -> bool:
    items, listed = _listed(budget), budget.amount("total")
    if not items or listed is None or listed.yuan <= Decimal(0):
        return False
    return total_of(items) > listed.yuan + tolerance((*items, listed))
