"""Facts about the bound of a target value beside the direction of its indicator (domain: §3.5)."""

from decimal import Decimal

from perflint.facts.derived import once
from perflint.facts.direction import plain_name
from perflint.facts.row import RowView
from perflint.facts.values.value import VALUE
from perflint.facts.vocabulary import BOOL, DOUBLE, STRING, STRINGS
from perflint.pattern import pattern
from perflint.quantity import Approx, Kind, Op, Part
from perflint.typography import fold

_HUNDRED = Decimal(100)
_LOWER, _UPPER = (Op.GE, Op.GT), (Op.LE, Op.LT)
_YEARLY = frozenset({(), ("年",), ("年度",)})
_COUNTED = (Kind.NUMERIC, Kind.FREQUENCY)
_NO_COUNT = frozenset(
    {"", "money", "foreign_money", "ratio", "percentage_point", "multiple", "length", "area", "volume", "mass", "concentration",
     "temperature", "sound_level", "energy", "power", "capacity", "voltage", "coal_equivalent", "duration", "working_day",
     "class_hour", "school_term", "data", "bandwidth", "score", "star"}
)  # fmt: skip

_EXTENTS = frozenset({"length", "area", "volume", "mass"})
_RANKS = ("排名", "名次", "位次", "排位")  # the first place is the best
_COUNTING = pattern(r"(?:次数|人数|人次|户数|家数|个数|件数|场次|批次|台数|份数|数量|数)$")


@once
def lone_part(row: RowView) -> Part | None:
    """Return the one exact number of a cell, None where it holds more, less, or an approximate one."""
    value = row.value
    if len(value.parts) != 1 or value.kind not in _COUNTED or value.residue:
        return None
    part = value.first
    return part if part.number and part.approx is Approx.EXACT and not part.modal else None


def is_count(part: Part) -> bool:
    """Return whether a part counts things, people or events, so that it can only be whole."""
    return part.dimension not in _NO_COUNT


def is_bare(row: RowView) -> bool:
    """Return whether a cell is one exact number without any comparator, nor is there one in the column."""
    part = lone_part(row)
    return part is not None and part.op is Op.NONE and not part.ops


def is_unbounded(row: RowView) -> bool:
    """Return whether a cell is one exact number that is no bound; an = counts as none, in the cell or in its column."""
    part = lone_part(row)
    return is_bare(row) or (part is not None and part.op is Op.EQ)


def is_yearly_money(row: RowView) -> bool:
    """Return whether a cell is one amount of money that is no rate per head, day or piece."""
    part = lone_part(row)
    return part is not None and part.dimension == "money" and part.per in _YEARLY


def _rewritten(row: RowView, sign: str) -> str:
    part = lone_part(row)
    if part is None or row.filled("op") or part.label or not part.printed:
        return ""
    return sign + part.printed if fold(row.value.text).lstrip("=") == fold(part.printed) else ""


@VALUE.fact("bare", BOOL, zh="是否只有一个数字，没有比较符号", en="whether it is one number without any comparator")
def bare(row: RowView) -> bool:
    return is_bare(row)


@VALUE.fact(
    "unbounded",
    BOOL,
    zh="是否只有一个数字，没有写上限或下限（“=”也算）",
    en="whether it is one number with no bound; an = counts as none",
)
def unbounded(row: RowView) -> bool:
    return is_unbounded(row)


@VALUE.fact("above_zero", BOOL, zh="数字是否大于0", en="whether the number is above 0")
def above_zero(row: RowView) -> bool:
    part = lone_part(row)
    end = part.low if part is not None and part.low is not None else part.high if part is not None else None
    return isinstance(end, Decimal) and end > 0


@VALUE.fact("below_hundred", BOOL, zh="数字是否小于100", en="whether the number is below 100")
def below_hundred(row: RowView) -> bool:
    return isinstance(row.value.low, Decimal) and row.value.low < _HUNDRED


def _percents(row: RowView, op: Op) -> list[float]:
    """Return the bounds that parts in % put with an operator."""
    parts = (part for part in row.value.parts if part.op is op and part.unit == "%" and not part.per)
    ends = (part.low if op in _LOWER else part.high for part in parts)
    return [float(end) for end in ends if isinstance(end, Decimal)]


@VALUE.fact("percent_at_least", DOUBLE, zh="“≥”的百分比（取最大），没有为0", en="the highest % after ≥, 0 if none")
def percent_at_least(row: RowView) -> float:
    return max(_percents(row, Op.GE), default=0.0)


@VALUE.fact("percent_above", DOUBLE, zh="“>”的百分比（取最大），没有为0", en="the highest % after >, 0 if none")
def percent_above(row: RowView) -> float:
    return max(_percents(row, Op.GT), default=0.0)


@VALUE.fact("percent_at_most", DOUBLE, zh="“≤”的百分比（取最小），没有为100", en="the lowest % after ≤, 100 if none")
def percent_at_most(row: RowView) -> float:
    return min(_percents(row, Op.LE), default=100.0)


@VALUE.fact("percent_below", DOUBLE, zh="“<”的百分比（取最小），没有为100", en="the lowest % after <, 100 if none")
def percent_below(row: RowView) -> float:
    return min(_percents(row, Op.LT), default=100.0)


@VALUE.fact(
    "lone",
    BOOL,
    zh="是否只有一个确切的数（连同符号、单位），没有别的话",
    en="whether it is one exact number with its comparator and unit, and nothing else",
)
def lone(row: RowView) -> bool:
    return lone_part(row) is not None


@VALUE.fact(
    "bases",
    STRINGS,
    zh="按什么计（每人、每月等），没有为空",
    en="what it counts by (per head, per month), empty if none",
)
def bases(row: RowView) -> tuple[str, ...]:
    return row.value.per


@VALUE.fact("money_floor", BOOL, zh="金额是否写成了下限", en="whether an amount of money is a lower bound")
def money_floor(row: RowView) -> bool:
    value = row.value
    return value.kind in _COUNTED and value.op in _LOWER and all(part.dimension == "money" for part in value.parts)


@VALUE.fact(
    "money_bare",
    BOOL,
    zh="是否一笔没有比较符号的金额（按人、按次的标准不算）",
    en="whether it is an amount of money without comparator, no rate per head or piece",
)
def money_bare(row: RowView) -> bool:
    return is_unbounded(row) and is_yearly_money(row)


@VALUE.fact(
    "count_capped",
    BOOL,
    zh="是否写成上限的件数；数字没有单位时，名称说的是数量也算",
    en="whether it is a count with an upper bound; a number without unit is one where the name speaks of a number",
)
def count_capped(row: RowView) -> bool:
    part = lone_part(row)
    if part is None or part.op not in _UPPER or row.name.endswith(_RANKS):
        return False
    return is_count(part) or (not part.unit and _COUNTING.search(plain_name(row.text("name"))) is not None)


@VALUE.fact(
    "extent_capped",
    BOOL,
    zh="是否写成上限的长度、面积、体积、重量",
    en="whether it is a length, area, volume or mass with an upper bound",
)
def extent_capped(row: RowView) -> bool:
    part = lone_part(row)
    return part is not None and part.op in _UPPER and part.dimension in _EXTENTS


@VALUE.fact("duration", BOOL, zh="是否一个时长", en="whether it is one duration")
def duration(row: RowView) -> bool:
    return row.value.kind is Kind.DURATION and len(row.value.parts) == 1


@VALUE.fact("capped", STRING, zh="加上“≤”的写法，无法确定时为空", en="the value with ≤, empty if that is not clear")
def capped(row: RowView) -> str:
    return _rewritten(row, "≤")


@VALUE.fact("floored", STRING, zh="加上“≥”的写法，无法确定时为空", en="the value with ≥, empty if that is not clear")
def floored(row: RowView) -> str:
    return _rewritten(row, "≥")
