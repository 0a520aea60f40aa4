"""Facts about the quantities of a target value: money, percentages, approximate numbers."""

import re
from decimal import Decimal

from perflint.facts.row import RowView
from perflint.facts.values.as_read import numbers_of
from perflint.facts.values.value import VALUE
from perflint.facts.vocabulary import BOOL, STRING
from perflint.quantity import Approx, Kind, Op

_COUNTED = (Kind.NUMERIC, Kind.RANGE, Kind.COMPOUND)
_TIMES = frozenset({"duration", "working_day"})
_HUNDRED = Decimal(100)


@VALUE.fact("completed", STRING, zh="补上“元”之后的指标值", en="the cell with 元 put after each 万 or 亿")
def completed(row: RowView) -> str:
    text = row.value.text
    for part in reversed(row.value.parts):
        if "truncated" in part.flags:
            found = max(text.rfind(scale, part.start, part.end) for scale in "万亿")
            text = f"{text[: found + 1]}元{text[found + 1 :]}" if found >= 0 else text
    return text if text != row.value.text else ""


@VALUE.fact("percent_out_of_range", BOOL, zh="百分数是否超出0到100%", en="whether a percentage is below 0 or above 100")
def percent_out_of_range(row: RowView) -> bool:
    return any(
        part.unit == "%" and not part.per and any(not 0 <= end <= _HUNDRED for end in numbers_of(part))
        for part in row.value.parts
        if row.value.kind in _COUNTED
    )


@VALUE.fact("money_only", BOOL, zh="指标值是否全部为金额", en="whether the value is money and nothing else")
def money_only(row: RowView) -> bool:
    parts = row.value.parts
    return row.value.kind in _COUNTED and bool(parts) and all(part.dimension == "money" for part in parts)


@VALUE.fact("percentage", BOOL, zh="指标值是否为%或‰的数字", en="whether the value is a number in % or ‰")
def percentage(row: RowView) -> bool:
    return row.value.kind in _COUNTED and row.value.unit in {"%", "‰"}


@VALUE.fact(
    "approximate",
    BOOL,
    zh="数字是否为约数（余、多、约、左右、近）",
    en="whether a number is approximate (余, 多, 约, 左右, 近)",
)
def approximate(row: RowView) -> bool:
    return any(part.approx is not Approx.EXACT and part.op is not Op.TEXT and part.number for part in row.value.parts)


@VALUE.fact(
    "firm",
    STRING,
    zh="把约数改为界限的写法，无法确定时为空",
    en="the approximate value written as a bound, empty if unclear",
)
def firm(row: RowView) -> str:
    part = row.value.first
    if len(row.value.parts) != 1 or part.label or not part.number or part.op is Op.BETWEEN:
        return ""
    less = row.side == "cost" or row.direction == "negative"
    if part.dimension in _TIMES and not less and row.direction != "positive":
        return ""  # 约5天 may be how long it takes at most, or how long it lasts at least
    bare = re.sub(r"余|多|左右|上下|大约|约|近|接近|将近", "", part.printed)
    return ("≤" if less else "≥") + bare
