"""Intervals in the notation of mathematics: [90%,100%], (0,5]."""

from decimal import Decimal

from msgspec.structs import replace

from perflint.pattern import pattern
from perflint.quantity.piece import read_piece
from perflint.quantity.reading import Reading
from perflint.quantity.setting import Setting
from perflint.quantity.value import Kind, Op

_INTERVAL = pattern(
    r"(?P<open>[\[(])(?P<low>[^,，\[\]()]{1,20})[,，](?P<high>[^,，\[\]()]{1,20})(?P<close>[\])])[。；;]?"
)


def read_interval(at: Setting) -> Reading | None:
    """The reading of a whole cell that is an interval, its ends included where the bracket is square; else None."""
    found = _INTERVAL.fullmatch(at.text) if at.text[:1] in {"[", "("} else None
    if found is None:
        return None
    one, other = (read_piece(replace(at, start=found.start(name), end=found.end(name))) for name in ("low", "high"))
    if len(one.parts) != 1 or len(other.parts) != 1:
        return None
    low, high = one.parts[0].low, other.parts[0].high
    if not isinstance(low, Decimal) or not isinstance(high, Decimal) or low > high:
        return None
    first, last = at.clear.span(at.start, at.end)
    part = other.parts[0] if other.parts[0].unit else one.parts[0]
    included = (found["open"] == "[", found["close"] == "]")
    whole = replace(
        part, op=Op.BETWEEN, ops=(Op.BETWEEN,), low=low, high=high, low_included=included[0], high_included=included[1],
        number=f"{one.parts[0].number}-{other.parts[0].number}", printed=at.text, text=at.text, start=first, end=last,
    )  # fmt: skip
    return Reading(Kind.RANGE, (whole,))
