"""Quantities that say one thing together: ranges, sums, formulas, so many in a span of time."""

import re
from itertools import pairwise

from msgspec.structs import replace

from perflint.pattern import pattern
from perflint.quantity.quantities import Quantity
from perflint.quantity.setting import Setting
from perflint.quantity.value import Op

_VARIABLES = frozenset(f"{sign}{name}" for sign in "≤<" for name in "XxYyAaNn")
TIMES = frozenset({"duration", "working_day", "school_term"})
_WINDOW_FORM = pattern(r"7(?:天)?[×*xX](?=24)|24小时?[×*xX]7天?")


def window(found: tuple[Quantity, ...], at: Setting) -> tuple[Quantity, ...]:
    """Of 7×24小时 the hours alone."""
    if len(found) < 2 or not _WINDOW_FORM.search(at.text):  # noqa: PLR2004  # two factors
        return ()
    return tuple(replace(each, start=0) for each in found if each.low == 24)  # noqa: PLR2004  # hours of a day


def result(found: tuple[Quantity, ...], at: Setting) -> tuple[Quantity, ...]:
    """Of a formula with its result (80元/人×100人=8000元) the result alone."""
    last = found[-1]
    formula = at.text[: last.start] + at.text[last.start : last.body]
    if len(found) < 2 or not re.search(r"[×*xX÷]", formula) or "=" not in formula:  # noqa: PLR2004  # factor and result
        return ()
    return (replace(last, start=0, ops=()),)


def multiplied(found: tuple[Quantity, ...], at: Setting) -> bool:
    """Whether a sign of multiplication, division or addition stands between two quantities."""
    gaps = (at.text[one.end : other.start] for one, other in pairwise(found))
    return any(gap in {"×", "*", "x", "X", "÷", "+"} for gap in gaps)


def span_before(found: tuple[Quantity, ...], at: Setting) -> tuple[tuple[Quantity, ...], Quantity | None]:
    """The quantities without a span of time before them (3年提升…, 一年2次), and that span."""
    if len(found) < 2 or not _is_time(found[0]) or found[0].ops or found[0].ranged:  # noqa: PLR2004  # span and count
        return found, None
    lead = at.text[: found[0].start]
    gap = at.text[found[0].end : found[1].start]
    if lead.strip("每") or any(mark in gap for mark in "，,、;(") or _is_time(found[1]):
        return found, None
    return found[1:], found[0]


def _is_time(found: Quantity) -> bool:
    known = found.measure.known
    return known is not None and known.dimension in TIMES and not found.measure.per


def between(found: tuple[Quantity, ...], at: Setting) -> tuple[Quantity, ...]:
    """One range of a lower and an upper bound that follow each other (5个以上10个以下)."""
    if len(found) != 2:  # noqa: PLR2004  # a bound on each side
        return ()
    one, other = found
    gap = at.text[one.end : other.start].strip("，,、且并而和及但&")
    if gap in _VARIABLES and not one.ops:
        gap, one = "", replace(one, ops=((Op.GT if gap[0] == "<" else Op.GE, "symbol"),))
    ops = [_main(one), _main(other)]
    alike = not one.measure.unit or not other.measure.unit or one.measure.unit == other.measure.unit
    if gap or not alike or ops[0].direction * ops[1].direction >= 0:
        return ()
    low, high = (one, other) if ops[0].direction > 0 else (other, one)
    flags = ("range", *(("above",) if Op.GT in ops else ()), *(("below",) if Op.LT in ops else ()))
    measure = low.measure if low.measure.unit else high.measure
    return (
        replace(one, end=other.end, tail=other.tail, low=low.low, high=high.high, ops=(), measure=measure, flags=flags),
    )


def around(found: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    """One range of a number and what it may differ by (5%±1%)."""
    if len(found) != 2 or found[0].end != found[1].start:  # noqa: PLR2004  # the number and the difference
        return ()
    one, other = found
    if other.low != -other.high or not other.ranged or one.ranged or one.ops:
        return ()
    measure = other.measure if other.measure.unit else one.measure
    low, high = one.low + other.low, one.low + other.high
    return (replace(one, end=other.end, tail=other.tail, low=low, high=high, measure=measure, flags=("range",)),)


def summed(found: tuple[Quantity, ...], at: Setting) -> tuple[Quantity, ...]:
    """One duration of two units that follow each other (1小时30分钟 is 1.5 小时)."""
    if len(found) != 2 or found[0].end != found[1].start or found[0].ranged or found[1].ranged:  # noqa: PLR2004  # two
        return ()
    one, other = found
    both = _is_time(one) and _is_time(other) and not any(op for op, how in one.ops if how == "suffix")
    if not both or not at.units.comparable(one.measure.unit, other.measure.unit):
        return ()
    rest = at.units.convert(other.low, other.measure.unit, one.measure.unit)
    if rest >= 1:
        return ()
    low = one.low + rest
    return (replace(one, end=other.end, tail=other.tail, low=low, high=low, ops=one.ops + other.ops),)


def _main(found: Quantity) -> Op:
    return next((op for op, _ in found.ops if op.direction), Op.NONE)
