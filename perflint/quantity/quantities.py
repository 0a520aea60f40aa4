"""Quantities in running plain text: comparator, number or range, unit, base, comparator behind."""

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from perflint.pattern import pattern
from perflint.quantity.figures import STARTS, Figure, read_figure, skip
from perflint.quantity.measures import Measure, read_bases, read_measure, read_unknown
from perflint.quantity.numerals import EXACT
from perflint.quantity.surroundings import is_number, left_of, right_of
from perflint.quantity.units import UnitTable
from perflint.quantity.value import Approx, Op
from perflint.quantity.words import ValueWords

_RANGE = pattern(r"[-—–~〜∼˜]{1,2}|至|到")
_BELOW_ZERO = pattern(r"(?:[-—–~〜∼˜]|至|到)[-−](?=[0-9])")  # between two negative ends: -25至-18℃
_LETTER = pattern(r"[A-Za-z](?![≥≤<>=])")
_RATIO = pattern(r"[:：∶比](?=[0-9])")


class Quantity(Struct, frozen=True):
    """One quantity at plain offsets: `start` with its words, `body` the number itself, `tail` the end of the unit."""

    start: int
    body: int
    tail: int
    end: int
    low: Decimal
    high: Decimal
    figure: Figure
    measure: Measure
    ops: tuple[tuple[Op, str], ...] = ()
    approx: Approx = Approx.EXACT
    modal: str = ""
    flags: tuple[str, ...] = ()

    @property
    def ranged(self) -> bool:
        """Whether two ends are written (3-5)."""
        return "range" in self.flags


def scan(text: str, words: ValueWords, units: UnitTable) -> Iterator[Quantity]:
    """All quantities of masked plain text, from left to right."""
    at = floor = 0
    while found := STARTS.search(text, at):
        quantity = _read(text, found.start(), floor, words, units)
        at = quantity.end if quantity else skip(text, found.start())
        if quantity:
            floor = at
            yield quantity


def _read(text: str, at: int, low: int, words: ValueWords, units: UnitTable) -> Quantity | None:
    written = _written(text, at, units)
    if written is None:
        return None
    figure, measure = written.figure, written.measure
    low_end, high, before, flags = _signed(text, at, figure.value, written.high, written.flags)
    left = left_of(text, low, before, words)
    if figure.chinese and not is_number(text, figure, measure, left):
        return None
    tail = max(measure.end, written.last.end)
    right = right_of(text, tail, words, units, measure)
    approx = _approx(left.approx, right.approx, figure.approx, written.last.approx)
    flags += left.flags + (("unit-twice",) if measure.twice else ())
    return Quantity(
        left.start, at, tail, right.end, low_end, high, figure, right.measure, left.ops + right.ops, approx, left.modal, flags
    )  # fmt: skip


def _approx(*told: Approx) -> Approx:
    return next((each for each in told if each is not Approx.EXACT), Approx.EXACT)


class _Written(Struct, frozen=True):
    """A number, range or ratio with its unit: the first figure, the last, what they measure, the high end, its flags."""

    figure: Figure
    last: Figure
    measure: Measure
    high: Decimal
    flags: tuple[str, ...] = ()


def _written(text: str, at: int, units: UnitTable) -> _Written | None:
    figure = read_figure(text, at)
    if figure is None:
        return None
    measure = _measure(text, figure, units)
    if not measure.unit and _LETTER.match(text, figure.end):
        return None
    if second := _second(text, measure.end, units, below=text[max(0, at - 1) : at] in {"-", "−"}):
        return _joined(figure, measure, *second)
    if ratio := _ratio(text, figure, measure):
        return _Written(ratio, ratio, Measure(ratio.end), ratio.value, ("ratio",))
    if measure.known and text.startswith("半", measure.end):
        half = replace(figure, value=EXACT.add(figure.value, Decimal("0.5")))
        return _Written(half, figure, replace(measure, end=measure.end + 1), half.value)
    return _Written(figure, figure, measure, figure.value)


def _signed(
    text: str, at: int, low: Decimal, high: Decimal, flags: tuple[str, ...]
) -> tuple[Decimal, Decimal, int, tuple[str, ...]]:
    """Both ends with the sign before the number, and where the sign begins."""
    sign = text[at - 1] if at else ""
    if sign == "±":
        return high.copy_negate(), high, at - 1, (*flags, "range")
    if sign in {"-", "−"} and (at == 1 or text[at - 2] in "≥≤<>=约到至为于~,，、:"):
        return low.copy_negate(), high if flags else high.copy_negate(), at - 1, flags
    return low, high, at, flags


def _measure(text: str, figure: Figure, units: UnitTable) -> Measure:
    if figure.unit:
        end, per = read_bases(text, figure.end, units)
        return Measure(end, figure.unit, units.find(figure.unit), per)
    found = read_measure(text, figure.end, units)
    if not found.unit and text.startswith("/", figure.end):
        end, per = read_bases(text, figure.end, units)
        return Measure(end, per=per)
    return found if found.unit else read_unknown(text, figure.end, units, scaled=figure.scale != 1)


def _second(text: str, at: int, units: UnitTable, *, below: bool) -> tuple[Figure, Measure] | None:
    negative = _BELOW_ZERO.match(text, at) if below else None
    mark = negative or _RANGE.match(text, at)
    figure = read_figure(text, mark.end()) if mark else None
    if figure is None or figure.approx is Approx.VAGUE:
        return None
    measure = _measure(text, figure, units)
    return (replace(figure, value=figure.value.copy_negate()) if negative else figure), measure


def _joined(first: Figure, one: Measure, second: Figure, other: Measure) -> _Written:
    """A range: the unit is that of its end if that has one, the first figure is in the scale of the second."""
    measure = other if other.unit else Measure(max(other.end, second.end), one.unit, one.known, one.per)
    if first.scale == 1 and second.scale != 1 and not one.unit:
        first = replace(first, value=first.value * second.scale, scale=second.scale)
    return _Written(first, second, measure, second.value, ("range",))


def _ratio(text: str, figure: Figure, measure: Measure) -> Figure | None:
    mark = _RATIO.match(text, figure.end) if not measure.unit else None
    second = read_figure(text, mark.end()) if mark else None
    if second is None or not second.value:
        return None
    share = (figure.value / second.value).quantize(Decimal("0.0001")).normalize()
    return Figure(figure.start, second.end, share, text[figure.start : second.end])
