"""Facts about rates that are written without %."""

from decimal import Decimal

from perflint.facts.direction import plain_name
from perflint.facts.measure.demand import demands
from perflint.facts.row import RowView
from perflint.facts.values.per_base import per_base
from perflint.facts.values.value import VALUE
from perflint.facts.vocabulary import BOOL
from perflint.quantity import Kind, Part

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


@VALUE.fact(
    "bare_share",
    BOOL,
    zh="名称是比率（不是每万台、每万人的数），指标值是1以上、100以下的数，哪里都没有%",
    en="whether the name is a rate, not one per 10 000 or the like, and the value a number from 1 to 100 with no % anywhere",
)
def bare_share(row: RowView) -> bool:
    part = _one(row)
    if part is None or part.unit or row.filled("unit") or "%" in row.name or "‰" in row.name:
        return False
    if per_base(plain_name(row.text("name"))):  # 万车死亡率 1.2
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
