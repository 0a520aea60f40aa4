"""Facts about an amount of money in an indicator's name beside the money of its value (domain: BUD007)."""

import re
from decimal import Decimal
from functools import lru_cache

from perflint.facts.row import RowView
from perflint.facts.values.value import VALUE
from perflint.facts.vocabulary import BOOL, STRING
from perflint.pattern import pattern
from perflint.quantity import Op
from perflint.typography import fold

_NAMED = pattern(
    r"(?<![\d.约近超达每≥≤><到于过至含\-—~])(\d{1,12}(?:\.\d{1,6})?)(亿元|万元|千元|元|万)(?=[)）]?[。.;；]?$)"
)
_BOUNDED = (
    "每",
    "人均",
    "户均",
    "单价",
    "以上",
    "以下",
    "不低于",
    "不超过",
    "不高于",
    "超",
    "达",
    "至少",
    "约",
    "不少于",
)
_SCALE = {"亿元": 10**8, "万元": 10**4, "万": 10**4, "千元": 10**3, "元": 1}


@lru_cache(maxsize=4096)
def named_money(name: str) -> tuple[str, Decimal] | None:
    """Return the plain amount that a name ends in, as typed and in 元; None for bounds, unit costs and several amounts."""
    found = _NAMED.search(name)
    if not found or any(word in name for word in _BOUNDED):
        return None
    if re.search(r"\d(?:亿元|万元|千元|元)", name[: found.start()]):
        return None
    return found[0], Decimal(found[1]) * _SCALE[found[2]]


@VALUE.fact(
    "named_money", STRING, zh="指标名称末尾的金额，没有为空", en="the money that the name ends in, empty if none"
)
def named(row: RowView) -> str:
    found = named_money(row.name)
    return found[0] if found else ""


@VALUE.fact(
    "named_money_differs",
    BOOL,
    zh="名称里的金额是否与指标值的金额（各项或其合计）都不同",
    en="whether the money of the name is neither an amount of the value nor their sum",
)
def differs(row: RowView) -> bool:
    found = named_money(fold(row.text("name")))
    amounts = [
        part.high if isinstance(part.high, Decimal) else part.low
        for part in row.value.parts
        if part.dimension == "money"
    ]
    known = [amount for amount in amounts if isinstance(amount, Decimal)]
    if (
        found is None
        or not known
        or any(part.per not in {(), ("年",)} or part.op in {Op.UP, Op.DOWN} for part in row.value.parts)
    ):
        return False
    return not any(abs(amount - found[1]) <= 1 for amount in (*known, sum(known, Decimal(0))))
