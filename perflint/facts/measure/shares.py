"""Facts about rates that are written as a fraction of 1, or without %."""

from decimal import Decimal

from perflint.facts.measure.demand import demands
from perflint.facts.row import RowView
from perflint.facts.values.value import VALUE
from perflint.facts.vocabulary import BOOL, STRING
from perflint.quantity import Kind, Part
from perflint.typography import fold

_RATIO_WORDS = frozenset({"比例", "比率", "占比", "百分率"})
_SMALL = ("下降率", "减排率", "降低率", "占比", "死亡率", "发生率")  # bounded, and rightly below 1 %
_ONE, _HUNDRED = Decimal(1), Decimal(100)
_SCALE_OF_TEN, _HALFWAY = (
    Decimal(10),
    Decimal(60),
)  # above the first no scale of ten, below the second nobody is satisfied


def _one(row: RowView) -> Part | None:
    """Return the only quantity of a rate, None if the row is no rate or says more."""
    value = row.value
    if value.kind is not Kind.NUMERIC or len(value.parts) != 1 or value.residue or value.first.label or value.first.per:
        return None
    asked = demands(row.scope.knowledge.lexicon).of(row.text("name"))
    return value.first if asked and asked.measure in ("rate", "satisfaction") else None


def _number(part: Part) -> Decimal:
    number = part.low if part.low is not None else part.high
    return number if isinstance(number, Decimal) else Decimal(0)


def _in_percent(part: Part) -> str:
    """Return the quantity times 100 with its comparator and %."""
    sign = {">=": "≥", "<=": "≤"}.get(part.op.sign, part.op.sign if part.op.direction else "")
    return f"{sign}{(_number(part) * 100).normalize():f}%"


@VALUE.fact(
    "share_as_decimal",
    STRING,
    zh="比率写成“0.97比例”一类小数时，对应的百分数；否则为空",
    en="the percentage of a rate that is written as a fraction of 1 with a word (0.97比例), else empty",
)
def share_as_decimal(row: RowView) -> str:
    part = _one(row)
    if part is None or (fold(row.text("unit")) or part.unit) not in _RATIO_WORDS:
        return ""
    return _in_percent(part) if 0 < _number(part) <= _ONE else ""


@VALUE.fact(
    "slipped_share",
    STRING,
    zh="越高越好的比率写成不到1%时（0.95与单位%并用），可能要写的百分数；否则为空",
    en="what may be meant where a rate that should be high is below 1 % (0.95 with the unit %), else empty",
)
def slipped_share(row: RowView) -> str:
    part = _one(row)
    if part is None or part.unit != "%" or not 0 < _number(part) < _ONE or row.direction != "positive":
        return ""
    words = row.scope.knowledge.lexicon.words
    moving = any(word in row.name for word in words("percent.unbounded"))
    high = row.name.endswith(words("percent.bounded")) and not row.name.endswith(_SMALL)
    return _in_percent(part) if high and not moving else ""


@VALUE.fact(
    "bare_share",
    BOOL,
    zh="名称是比率，指标值是1以上、100以下的数，哪里都没有%",
    en="whether the name is a rate and the value a number from 1 to 100 with no % anywhere",
)
def bare_share(row: RowView) -> bool:
    part = _one(row)
    if part is None or part.unit or row.filled("unit") or "%" in row.name or "‰" in row.name:
        return False
    return _ONE < _number(part) <= _HUNDRED


@VALUE.fact(
    "far_from_satisfied",
    BOOL,
    zh="满意度是否为10以上、60以下而没有单位的数",
    en="whether a satisfaction is a number above 10 and below 60 with no unit",
)
def far_from_satisfied(row: RowView) -> bool:
    part = _one(row)
    asked = demands(row.scope.knowledge.lexicon).of(row.text("name"))
    satisfied = asked is not None and asked.measure == "satisfaction"
    return satisfied and part is not None and _SCALE_OF_TEN < _number(part) < _HALFWAY and bare_share(row)
