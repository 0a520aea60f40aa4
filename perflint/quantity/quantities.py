"""Quantities in running plain text: comparator, number or range, unit, base, comparator behind."""

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from perflint.pattern import pattern
from perflint.quantity.figures import STARTS, Figure, read_figure, skip
from perflint.quantity.measures import Measure, read_bases, read_lone_noun, read_measure
from perflint.quantity.numerals import EXACT
from perflint.quantity.units import UnitTable
from perflint.quantity.value import Approx, Op
from perflint.quantity.words import ValueWords

_RANGE = pattern(r"[-—–~〜∼˜]{1,2}|至|到")
_LETTER = pattern(r"[A-Za-z](?![≥≤<>=])")
_RATIO = pattern(r"[:：∶比](?=[0-9])")
_INCLUDED = pattern(r"\(?含(?:本数)?\)?(?=以|及)|\(含\)")
_FOLLOWS_HAN = pattern(r"$|[,，、。；;()/·+和及或且并以内左上的]|\x00")


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
    figure = read_figure(text, at)
    if figure is None:
        return None
    measure = _measure(text, figure, units)
    if not measure.unit and _LETTER.match(text, figure.end):
        return None
    second = _second(text, measure.end, units)
    flags: tuple[str, ...] = ()
    last, high = figure, figure.value
    if second:
        flags = ("range",)
        last, measure, high, figure = _joined(figure, measure, *second)
    elif ratio := _ratio(text, figure, measure):
        last = figure = ratio
        high, flags, measure = ratio.value, ("ratio",), Measure(ratio.end)
    if measure.end < len(text) and text[measure.end] == "半" and measure.known and not second:
        figure = replace(figure, value=EXACT.add(figure.value, Decimal("0.5")))
        high, measure = figure.value, replace(measure, end=measure.end + 1)
    low_end, high, before, flags = _signed(text, at, figure.value, high, flags)
    left = _left(text, low, before, words)
    if figure.chinese and not _is_number(text, figure, measure, left):
        return None
    right = _right(text, max(measure.end, last.end), words, units, measure)
    approx = next(
        (each for each in (left.approx, right.approx, figure.approx, last.approx) if each is not Approx.EXACT),
        Approx.EXACT,
    )
    flags += left.flags + (("unit-twice",) if measure.twice else ())
    return Quantity(
        left.start, at, max(measure.end, last.end), right.end, low_end, high, figure, right.measure,
        left.ops + right.ops, approx, left.modal, flags,
    )  # fmt: skip


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
    return found if found.unit or figure.scale != 1 else read_lone_noun(text, figure.end)


def _second(text: str, at: int, units: UnitTable) -> tuple[Figure, Measure] | None:
    mark = _RANGE.match(text, at)
    figure = read_figure(text, mark.end()) if mark else None
    if figure is None or figure.approx is Approx.VAGUE:
        return None
    return figure, _measure(text, figure, units)


def _joined(first: Figure, one: Measure, second: Figure, other: Measure) -> tuple[Figure, Measure, Decimal, Figure]:
    """The second figure, the unit of the range, its high end, and the first figure in the scale of the second."""
    measure = other if other.unit else Measure(max(other.end, second.end), one.unit, one.known, one.per)
    if first.scale == 1 and second.scale != 1 and not one.unit:
        value = first.value * second.scale
        first = Figure(
            first.start, first.end, value, first.typed, second.scale, first.unit, first.approx, first.chinese
        )
    return second, measure, second.value, first


def _ratio(text: str, figure: Figure, measure: Measure) -> Figure | None:
    mark = _RATIO.match(text, figure.end) if not measure.unit else None
    second = read_figure(text, mark.end()) if mark else None
    if second is None or not second.value:
        return None
    share = (figure.value / second.value).quantize(Decimal("0.0001")).normalize()
    return Figure(figure.start, second.end, share, text[figure.start : second.end])


class _Left(Struct, frozen=True):
    start: int
    ops: tuple[tuple[Op, str], ...] = ()
    approx: Approx = Approx.EXACT
    modal: str = ""
    flags: tuple[str, ...] = ()


def _left(text: str, low: int, at: int, words: ValueWords) -> _Left:
    """What the words before a number say; words beyond the last comparator are taken off only if nothing is left."""
    start = kept = at
    ops: list[tuple[Op, str]] = []
    approx, modal = Approx.EXACT, ""
    while word := words.ending_at(text, low, start):
        start -= len(word.text)
        if word.role in {"op", "doubtful"}:
            ops.insert(0, (word.op, word.how))
        elif word.role == "approx":
            approx = word.approx
        elif word.role == "modal":
            modal = word.text
        if word.role != "verb" or not ops:
            kept = start
    if start == low:
        kept = start
    each = kept > low and text[kept - 1] == "各"
    return _Left(kept - each, tuple(ops), approx, modal, ("each",) if each else ())


class _Right(Struct, frozen=True):
    end: int
    measure: Measure
    ops: tuple[tuple[Op, str], ...] = ()
    approx: Approx = Approx.EXACT


def _right(text: str, at: int, words: ValueWords, units: UnitTable, measure: Measure) -> _Right:
    ops: list[tuple[Op, str]] = []
    approx = Approx.EXACT
    for _ in range(4):
        included = _INCLUDED.match(text, at)
        at = included.end() if included else at
        if at < len(text) and text[at] in "/每" and not measure.per and measure.unit:
            at, per = read_bases(text, at, units)
            measure = Measure(at, measure.unit, measure.known, per, measure.twice)
        word = words.starting_at(text, at)
        if word is None or (word.op is Op.GE and word.text == "起" and not measure.unit):
            break
        at += len(word.text)
        if word.role == "op":
            ops.append((word.op, word.how))
        else:
            approx = word.approx
    return _Right(at, measure, tuple(ops), approx)


def _is_number(text: str, figure: Figure, measure: Measure, left: _Left) -> bool:
    """Whether a Chinese numeral is one: with a unit, and with its borders where a phrase has its borders."""
    if figure.unit or figure.approx is Approx.VAGUE:
        return True
    if not measure.unit or measure.known is None:
        whole = figure.start == 0 and len(figure.typed) > 1
        return (bool(left.ops) or whole) and measure.end == len(text)
    return (
        left.start == 0
        or text[left.start - 1] in "每近约"
        or bool(left.ops)
        or bool(_FOLLOWS_HAN.match(text, measure.end))
    )
