"""What `perflint value` prints about a value."""

from decimal import Decimal
from typing import Any

from perflint.quantity.day import Day
from perflint.quantity.value import Part, Value


def describe(value: Value) -> dict[str, Any]:
    """The value as plain data: numbers as exact Decimal, days as 2021-12-31 or Y-12-31, the rest text and lists."""
    first = _part(value.first)
    shared = ("op", "low", "high", "unit", "per", "approx")
    return {
        "text": value.text,
        "kind": value.kind.value,
        **{name: first[name] for name in shared},
        "parts": [_part(part) for part in value.parts],
        "residue": value.residue,
        "edits": [
            {"start": edit.start, "end": edit.end, "typed": edit.typed, "plain": edit.plain, "why": edit.why}
            for edit in value.edits
        ],
    }


def _part(part: Part) -> dict[str, Any]:
    return {
        "label": part.label,
        "op": part.op.value,
        "low": _end(part.low),
        "high": _end(part.high),
        "low_included": part.low_included,
        "high_included": part.high_included,
        "unit": part.unit,
        "dimension": part.dimension,
        "per": list(part.per),
        "approx": part.approx.value,
        "modal": part.modal,
        "number": part.number,
        "flags": list(part.flags),
        "text": part.text,
        "start": part.start,
        "end": part.end,
    }


def _end(end: Decimal | Day | None) -> Decimal | str | None:
    return str(end) if isinstance(end, Day) else end
