"""The parts of a target and of the result beside it that belong together: a bare result is in the unit of the target."""

from decimal import Decimal

from perflint.facts.history.alignment import Alignment, align, is_relative
from perflint.facts.row import RowView
from perflint.pattern import pattern
from perflint.quantity import Approx, Hint, Op, Part, Value
from perflint.typography import fold

_HUNDRED, _FAR = Decimal(100), Decimal(1000)
_LEAST_SHARE = 10
_BARE = pattern(r"\d{1,15}(?:\.\d{1,10})?")
_UPPER = frozenset({Op.LE, Op.LT})


def aligned(row: RowView) -> Alignment:
    """Return the parts of target and result that belong together; a bare result is in the unit of the target."""
    value, result = row.value, _result(row)
    if is_relative(value) != is_relative(result) or result.first.approx in {Approx.NEARLY, Approx.VAGUE}:
        return Alignment((), "relative")
    return align(value, result, row.scope.knowledge.reader.units)


def _result(row: RowView) -> Value:
    """Return the result as read, a bare number in the unit that the target prints."""
    typed, target = fold(row.text("actual")), row.value.first
    plain = row.read("actual")
    unit = fold(row.text("unit")) or fold(target.printed).removeprefix(fold(target.number))
    if not _BARE.fullmatch(typed) or len(row.value.parts) != 1 or not unit:
        return plain
    if unit in {"%", "百分比"} and _is_fraction(typed, target):
        typed = f"{Decimal(typed) * _HUNDRED:f}"
    united = row.scope.knowledge.reader.read(typed + unit, Hint(money=row.money_context))
    return plain if _is_far(united, target) and not _is_far(plain, target) else united


def _is_fraction(typed: str, target: Part) -> bool:
    """Return whether a bare result is a share written as a fraction (0.98, 1) of a target in percent."""
    number, end = Decimal(typed), end_of(target)
    return end is not None and end >= _LEAST_SHARE and 0 < number <= 1 and target.op not in _UPPER


def _is_far(value: Value, target: Part) -> bool:
    number, end = end_of(value.first), end_of(target)
    return number is not None and end is not None and end > 0 and (number >= end * _FAR or number * _FAR <= end)


def end_of(part: Part) -> Decimal | None:
    """Return the number at the end of a part that it is compared by, None where it has none."""
    end = part.low if isinstance(part.low, Decimal) else part.high
    return end if isinstance(end, Decimal) else None
