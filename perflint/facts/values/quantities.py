"""Facts about the quantities of a target value: units that are missing or cut off, money, percentages out of range."""

import re
from decimal import Decimal

from perflint.facts.row import RowView
from perflint.facts.values.serial import is_serial
from perflint.facts.values.standard_code import holds_only_codes
from perflint.facts.values.unit_named import unit_named
from perflint.facts.values.value import VALUE
from perflint.facts.vocabulary import BOOL, STRING
from perflint.pattern import pattern
from perflint.quantity import Approx, Kind, Op, Part

_COUNTED = (Kind.NUMERIC, Kind.RANGE, Kind.COMPOUND)
_NO_UNIT = pattern(r"指数|系数|pH|PH|比值|倍数|得分|评分|分数|排名|名次|位次|等级|等别|级别|版本|年份|强度|比$|值$")
_RATIO = pattern(r"\d\s*[:：∶/]\s*\d")
# 单位 is a unit of its own for blood and for doses; after 个 it counts bodies.
_MADE_ZERO = pattern(r"[\u4e00-\u9fff]为[0０零]$")  # 大班额为0
_IN_UNITS = pattern(r"\d\s*[万亿]?(?:国际)?单位(?![\u4e00-\u9fff])")
_SQUARE = pattern(r"㎡|㎥|[kc]?m[23²³]", re.IGNORECASE)
_HUNDRED = Decimal(100)


def _numbers(part: Part) -> tuple[Decimal, ...]:
    return tuple(end for end in (part.low, part.high) if isinstance(end, Decimal))


def _is_base(part: Part) -> bool:
    """Return whether a number has a base and no unit, in the cell or in the unit's column."""
    return part.unit.startswith("/") or (bool(part.per) and not part.unit)


def _no_event(row: RowView) -> bool:
    """Return whether a bare 0 says that something bad is not to happen (重大安全事故: 0): it is clear without a unit."""
    if _MADE_ZERO.search(row.value.text):
        return True
    zero = all(end == 0 for part in row.value.parts for end in _numbers(part))
    evils = ("事件", *row.scope.knowledge.directions.words("negative_events"))
    return zero and any(word in row.name for word in evils)


@VALUE.fact(
    "unit_missing",
    BOOL,
    zh="数字是否没有单位，且别处也没有（只写“/株”不算单位）",
    en="whether a number has no unit, nor has the rest of the row (a base such as /株 alone is none)",
)
def unit_missing(row: RowView) -> bool:
    value = row.value
    if value.kind not in _COUNTED or value.residue or row.rate_by_name:
        return False
    torn = any(_numbers(part) and _is_base(part) for part in value.parts)  # /株: whatever unit the name has
    bare = any(_numbers(part) and not part.unit for part in value.parts)
    if not (bare or torn) or _NO_UNIT.search(row.name) or _RATIO.search(value.text) or _IN_UNITS.search(value.text):
        return False
    if holds_only_codes(value.text) or is_serial(row) or _no_event(row):
        return False
    return torn or not (row.filled("unit") or unit_named(row))


@VALUE.fact("truncated", BOOL, zh="金额是否只写了万或亿", en="whether an amount of money ends in 万 or 亿 without 元")
def truncated(row: RowView) -> bool:
    # The reader takes the m² of 410万㎡ for a code and is left with 万; what stands behind the scale says that this is no money.
    return any("truncated" in part.flags and not _SQUARE.match(part.label) for part in row.value.parts)


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
        part.unit == "%" and not part.per and any(not 0 <= end <= _HUNDRED for end in _numbers(part))
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
    bare = re.sub(r"余|多|左右|上下|大约|约|近|接近|将近", "", part.printed)
    return ("≤" if less else "≥") + bare
