"""The items that a text lists with an amount each and nothing else (人员经费20万元，办公费25万元，…)."""

from functools import lru_cache

from perflint.facts.money.amounts import Amount, read_amount, tolerance, total_of
from perflint.pattern import pattern
from perflint.typography import fold

_LEAD = pattern(r"^(?:(?:本项目)?(?:资金|经费)?(?:主要)?(?:用于|包括|支出)[:：]?)?(?:其中[:：]?)?")
_ITEM = pattern(
    r"(?:\d{1,2}[.、．])?([^\d，,。；;、:：（）()]{2,14}?)(?:约|共计?|[:：])?(\d{1,9}(?:\.\d{1,6})?)(万元|元)(?:[，,；;、。]|$)"
)
# What is no item of this budget of its own: totals, other years and payers, prices of one of something.
_NO_ITEM = pattern(
    r"[总合共]|其中|预算|每|均|单价|标准|上年|去年|已|自筹|配套|上级|中央|[省市县]级|社会|结余|结转|收入|[含减扣]|完成"
)
_LEAST = 3  # items: fewer are no list


def listed_items(purpose: str, currency: str) -> tuple[Amount, ...]:
    """Return the amounts of a text that is a list of three items and more with an amount each, () if it is anything else."""
    found = _items(purpose, currency)
    return found if len(found) >= _LEAST else ()


@lru_cache(maxsize=2048)
def _items(purpose: str, currency: str) -> tuple[Amount, ...]:
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
    return tuple(found)


def accounts_for(text: str, total: Amount, currency: str) -> bool:
    """Return whether a text is a list of items with an amount each that come to the total."""
    items = _items(text, currency) if "元" in text else ()
    return len(items) > 1 and abs(total_of(items) - total.yuan) <= tolerance((total, *items))
