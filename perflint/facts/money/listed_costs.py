"""What the items come to that a purpose text lists and nothing else (人员经费20万元，办公费25万元，…), beside the budget (BUD008)."""

from decimal import Decimal
from functools import lru_cache

from perflint.facts.money.amounts import Amount, read_amount, ten_thousands, tolerance, total_of
from perflint.facts.money.budget import BUDGET
from perflint.facts.money.budgetview import BudgetView
from perflint.facts.vocabulary import BOOL, STRING
from perflint.pattern import pattern
from perflint.typography import fold

_LEAD = pattern(r"^(?:(?:本项目)?(?:资金|经费)?(?:主要)?(?:用于|包括|支出)[:：]?)?(?:其中[:：])?")
_ITEM = pattern(
    r"(?:\d{1,2}[.、．])?([^\d，,。；;、:：（）()]{2,14}?)(?:约|共计?|[:：])?(\d{1,9}(?:\.\d{1,6})?)(万元|元)(?:[，,；;、。]|$)"
)
# What is no item of this budget of its own: totals, other years and payers, prices of one of something.
_NO_ITEM = pattern(
    r"[总合共]|其中|预算|每|均|单价|标准|上年|去年|已|自筹|配套|上级|中央|[省市县]级|社会|结余|结转|收入|[含减扣]|完成"
)
_LEAST = 3  # items: fewer are no list


@lru_cache(maxsize=2048)
def listed_items(purpose: str, currency: str) -> tuple[Amount, ...]:
    """Return the amounts of a text that is a list of items with an amount each and nothing else, () if it is anything more."""
    text = fold(purpose).replace(" ", "")
    start = lead.end() if (lead := _LEAD.match(text)) else 0
    found: list[Amount] = []
    while start < len(text):
        hit = _ITEM.match(text, start)
        amount = (
            read_amount(hit[2] + hit[3], currency, "project.purpose") if hit and not _NO_ITEM.search(hit[1]) else None
        )
        if hit is None or amount is None:
            return ()
        found.append(amount)
        start = hit.end()
    return tuple(found) if len(found) >= _LEAST else ()


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
