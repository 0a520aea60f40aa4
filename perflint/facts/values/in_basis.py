"""The figure that a basis gives for the target beside it."""

from decimal import Decimal

from perflint.facts.row import RowView
from perflint.facts.vocabulary import Unknown
from perflint.quantity import Amount, Part, find_amounts

_NO_TARGET = Unknown("指标值不是带单位的一个数", "the value is not one number with a unit")
_NO_FIGURE = Unknown("依据里没有与指标值同一单位的数", "the basis has no figure in the unit of the value")
_SEVERAL = Unknown(
    "依据里有几个不同的数，看不出是哪一个", "the basis has several figures; which is meant cannot be seen"
)


def figure_in_basis(row: RowView) -> float | Unknown:
    """Return the one figure of a row's basis that measures in the value's unit, converted into it (money in 元)."""
    parts = [part for part in row.value.parts if isinstance(part.low, Decimal) or isinstance(part.high, Decimal)]
    if len(parts) != 1 or not parts[0].unit:
        return _NO_TARGET
    found = {
        _converted(row, amount, parts[0]) for amount in find_amounts(row.text("basis"), row.scope.knowledge.reader)
    }
    figures = found - {None}
    if len(figures) != 1:
        return _SEVERAL if figures else _NO_FIGURE
    return float(next(iter(figures)) or 0)


def _converted(row: RowView, amount: Amount, part: Part) -> Decimal | None:
    """Return an amount in the unit of a target, None where it does not measure the same, or is a range."""
    units = row.scope.knowledge.reader.units
    per = tuple(base for base in part.per if base != "年")
    if amount.low != amount.high or amount.per != per or not units.comparable(amount.unit, part.unit):
        return None
    return units.convert(amount.low, amount.unit, part.unit)
