"""The readings of all pieces put together to one value."""

from msgspec.structs import replace

from perflint.quantity.parts import bounded
from perflint.quantity.plain import flatten
from perflint.quantity.reading import Reading
from perflint.quantity.value import Edit, Hint, Kind, Op, Part, Value
from perflint.quantity.words import ValueWords

_WORDY = frozenset({Kind.QUALITATIVE})


def settle(text: str, readings: list[Reading], edits: tuple[Edit, ...], hint: Hint, words: ValueWords) -> Value:
    """The value that the readings of a cell's pieces make."""
    parts = tuple(part for reading in readings for part in reading.parts)
    if len(parts) > 1 and _repeats(parts[0], parts[1]):
        parts = parts[1:]
    if len(readings) == 2 and (joined := _joined(parts)):  # noqa: PLR2004  # a bound on each side
        return Value(text, Kind.RANGE, (joined,), "", edits)
    if hint.op and len(parts) == 1:
        parts = (_from_column(parts[0], hint.op, words),)
    return Value(text, _kind(readings, parts), parts, "".join(reading.residue for reading in readings), edits)


def _joined(parts: tuple[Part, ...]) -> Part | None:
    """One range of two bare bounds (≥95%，≤100%)."""
    if len(parts) != 2 or parts[0].label or parts[1].label or parts[0].unit != parts[1].unit:  # noqa: PLR2004
        return None
    low, high = sorted(parts, key=lambda part: -part.op.direction)
    if (low.op.direction, high.op.direction) != (1, -1):
        return None
    return replace(
        low,
        op=Op.BETWEEN,
        ops=low.ops + high.ops,
        high=high.high,
        high_included=high.high_included,
        start=parts[0].start,
        end=parts[1].end,
    )


def _kind(readings: list[Reading], parts: tuple[Part, ...]) -> Kind:
    kinds = {reading.kind for reading in readings}
    if len(readings) == 1:
        return readings[0].kind
    if kinds == _WORDY:
        return Kind.QUALITATIVE
    return Kind.COMPOUND if len(parts) > 1 else readings[-1].kind


def _repeats(one: Part, other: Part) -> bool:
    """Whether a bare part only announces the bound that follows (10个工作日，…10个工作日内)."""
    number = other.high if other.high is not None else other.low
    bound = other.op in {Op.GE, Op.LE} and one.op is Op.NONE
    return bound and not one.label and not other.label and one.unit == other.unit and one.low == number


def _from_column(part: Part, typed: str, words: ValueWords) -> Part:
    """The part with the comparator of its own column, unless the cell has one."""
    word = words.before.get(flatten(typed)) or words.after.get(flatten(typed))
    if part.op is not Op.NONE or word is None or word.role != "op":
        return part
    op = word.op
    return bounded(replace(part, op=op, op_from=("column",), ops=(op,), flags=(*part.flags, "column")))
