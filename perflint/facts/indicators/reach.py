"""Facts about how far a target reaches: ranges, bounds that nothing can miss, satisfaction."""

from collections.abc import Iterator
from decimal import Decimal

from perflint.facts.indicators.indicator import INDICATOR
from perflint.facts.row import RowView
from perflint.facts.values.standard_code import holds_only_codes
from perflint.facts.values.value import VALUE
from perflint.facts.vocabulary import BOOL, DOUBLE, STRING
from perflint.pattern import pattern
from perflint.quantity import Kind, Op, Part

_ENDS = pattern(r"([0-9][0-9,.]*)([^0-9]*?)([-—–－~～至到]+)([0-9][0-9,.]*)(.*)")  # range marks as typed
_SATISFIED = ("满意度", "满意率", "认可度", "好评率", "信任度")
_OTHER_ASPECTS = pattern(r"投诉|举报|信访|调查|回访|问卷|覆盖|样本|反馈率|不满意|未满意|知晓|提升|提高|增长|下降|差评")
_HARD_TO_PLEASE = pattern(
    r"信访|上访|被处罚|处罚对象|当事人|服刑|罪犯|戒毒|矫正|被征|拆迁|征收|投诉人|被执行|被监管|违法"
)
_HUNDRED = Decimal(100)


def _one(row: RowView, *kinds: Kind) -> Part | None:
    """Return the only part of a value of one of the kinds, None if there are more, or text is left over."""
    value = row.value
    if value.kind not in kinds or len(value.parts) != 1 or value.residue or holds_only_codes(value.text):
        return None
    return value.parts[0]


def _ranges(row: RowView) -> Iterator[tuple[Decimal, Decimal]]:
    for part in row.value.parts:
        if part.op is Op.BETWEEN and isinstance(part.low, Decimal) and isinstance(part.high, Decimal):
            yield part.low, part.high


def _steepest(row: RowView) -> tuple[float, float]:
    """Return the ends of the only range, or of the one of several that falls most."""
    low, high = max(_ranges(row), key=lambda ends: ends[0] - ends[1], default=(Decimal(0), Decimal(0)))
    return float(low), float(high)


@VALUE.fact(
    "range_from",
    DOUBLE,
    zh="区间前一个数，没有区间为 0；有几个区间时取前大后小的",
    en="the first number of a range, 0 if there is none; of several ranges, of the one that falls",
)
def range_from(row: RowView) -> float:
    return _steepest(row)[0]


@VALUE.fact(
    "range_to",
    DOUBLE,
    zh="区间后一个数，没有区间为 0；有几个区间时取前大后小的",
    en="the second number of a range, 0 if there is none; of several ranges, of the one that falls",
)
def range_to(row: RowView) -> float:
    return _steepest(row)[1]


@VALUE.fact(
    "upright",
    STRING,
    zh="前后两数对调后的指标值，无法确定时为空",
    en="the value with the ends of its range exchanged, empty if that is not clear",
)
def upright(row: RowView) -> str:
    part = _one(row, Kind.RANGE)
    found = _ENDS.fullmatch(part.printed) if part and row.value.text.count(part.printed) == 1 else None
    if part is None or found is None:
        return ""
    first, unit, mark, second, rest = found.groups()
    if unit and not rest.startswith(unit):
        return ""
    return row.value.text.replace(part.printed, second + unit + mark + first + rest)


@INDICATOR.fact(
    "satisfaction",
    BOOL,
    zh="是否为满意度（名称或分类），不含投诉率、调查覆盖率等",
    en="whether it is a degree of satisfaction, by name or class; not a complaint or survey rate",
)
def satisfaction(row: RowView) -> bool:
    named = "满意" in row.name or row.name.endswith(_SATISFIED)
    if not named and (row.side != "satisfaction" or row.rate_by_name):
        return False
    return row.direction != "negative" and not _OTHER_ASPECTS.search(row.name)


@INDICATOR.fact(
    "hard_to_please",
    BOOL,
    zh="服务对象是否难以满意（信访人、被处罚对象等）",
    en="whether the group is hard to please (petitioners, people who were fined)",
)
def hard_to_please(row: RowView) -> bool:
    return bool(_HARD_TO_PLEASE.search(row.name))


@VALUE.fact(
    "percent_target",
    BOOL,
    zh="是否为一个百分数的目标（下限或确定的数）",
    en="whether the target is one percentage: a lower bound or an exact number",
)
def percent_target(row: RowView) -> bool:
    return _percent(row) is not None


def _percent(row: RowView) -> Part | None:
    """Return the one percentage that is to be reached, None if the value is something else."""
    part = _one(row, Kind.NUMERIC)
    if part is None or part.unit != "%" or part.per:
        return None
    reached = isinstance(part.low, Decimal) and part.op in (Op.GE, Op.GT, Op.NONE, Op.EQ)
    return part if reached else None


def all_of(row: RowView) -> bool:
    """Return whether the target is exactly 100 %."""
    part = _percent(row)
    return part is not None and part.low == _HUNDRED and part.op is not Op.GT
