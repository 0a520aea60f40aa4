"""Which part of a target stands against which part of a reference (domain: §3.7)."""

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from perflint.pattern import pattern
from perflint.quantity import Kind, Op, Part, UnitTable, Value
from perflint.typography import fold

_NUMERIC = frozenset({Kind.NUMERIC, Kind.RANGE, Kind.COMPOUND, Kind.FREQUENCY, Kind.DURATION, Kind.RELATIVE})
_YEARLY = frozenset({"年", "年度"})
_GROWTH = pattern(r"(?:比|较)[^;；。]{0,40}?(?:增|提|升|降|减)|倍|翻番")


class Pair(NamedTuple):
    """A part of the target with the part of the reference that it is compared with, both in one unit."""

    target: Decimal
    reference: Decimal
    part: Part


class Alignment(NamedTuple):
    """The pairs found, and why the rest cannot be compared: `unit`, `parts`, `relative`, or "" if nothing is left."""

    pairs: tuple[Pair, ...]
    problem: str


NOTHING = Alignment((), "")


def align(value: Value, reference: Value, units: UnitTable) -> Alignment:
    """Return the aligned parts of two cells: by unit where it stands once on each side, else by label."""
    ours, theirs = _numbers(value), _numbers(reference)
    if not ours or not theirs or _is_heap(ours) or _is_heap(theirs):
        return NOTHING
    if _is_scale_open(ours, theirs) or _is_scale_open(theirs, ours):
        return NOTHING
    if is_relative(value) != is_relative(reference):
        return Alignment((), "relative")
    pairs = []
    for part in ours:
        other = _partner(part, ours, theirs, units)
        pair = _pair(part, other, units) if other else None
        if pair:
            pairs.append(pair)
    if len(pairs) == len(ours) == len(theirs):
        return Alignment(tuple(pairs), "")
    return Alignment(tuple(pairs), "parts" if len(ours) != len(theirs) else "unit")


def is_relative(value: Value) -> bool:
    """Return whether a cell states a change (比上年增长5%) instead of a level."""
    if value.kind is Kind.RELATIVE or any(part.op in {Op.UP, Op.DOWN} for part in value.parts):
        return True
    return _GROWTH.search(fold(value.text)) is not None


@lru_cache(maxsize=4096)
def _numbers(value: Value) -> tuple[Part, ...]:
    if value.kind not in _NUMERIC:
        return ()
    numbers = tuple(part for part in value.parts if number_of(part) is not None)
    amounts = tuple(part for part in numbers if part.dimension != "duration")
    return amounts or numbers


def _is_scale_open(ours: Sequence[Part], theirs: Sequence[Part]) -> bool:
    """Return whether money stands against a bare number, of which nobody knows if it is 元 or 万元."""
    return any(part.dimension == "money" for part in ours) and any(not part.unit for part in theirs)


def _is_heap(parts: Sequence[Part]) -> bool:
    """Return whether several numbers of one unit stand without labels (800批次 120批次): STR029 speaks of that."""
    bare = [part.unit for part in parts if not part.label]
    return len(set(bare)) < len(bare)


def number_of(part: Part) -> Decimal | None:
    """Return the number that a part is compared by: the bound, or the low end of a range."""
    end = part.low if part.low is not None else part.high
    return end if isinstance(end, Decimal) else None


def _partner(part: Part, ours: Sequence[Part], theirs: Sequence[Part], units: UnitTable) -> Part | None:
    alike = [other for other in theirs if _comparable(part, other, units)]
    if len(alike) == 1 and sum(_comparable(part, mine, units) for mine in ours) == 1:
        return alike[0]
    label = fold(part.label)
    return next((other for other in alike if label and _same_label(label, fold(other.label))), None)


def _same_label(one: str, other: str) -> bool:
    return bool(other) and (one in other or other in one)


def _comparable(one: Part, other: Part, units: UnitTable) -> bool:
    if not one.unit or not other.unit:
        return True  # a bare number in a reference column is in the unit of the target
    return _bases(one) == _bases(other) and units.comparable(one.unit, other.unit)


def _bases(part: Part) -> tuple[str, ...]:
    """Return what a part counts by; a year is what every figure of a yearly table counts by."""
    return tuple(base for base in part.per if base not in _YEARLY)


def _pair(part: Part, other: Part, units: UnitTable) -> Pair | None:
    target, reference = number_of(part), number_of(other)
    if target is None or reference is None:
        return None
    converted = (
        units.convert(reference, other.unit, part.unit)
        if part.unit and other.unit and other.unit != part.unit
        else reference
    )
    return Pair(target, converted, part)
