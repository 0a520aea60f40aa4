"""Values that differ in the digits of one number alone: the first is read, the others are put down after it.

A bureau writes 352万元 and 167万元, hardly ever the same amount twice. Only a plain number before a unit of the lexicon is taken
so: nothing that could be a year, a date, a rank, a share of something or a name.
"""

from collections.abc import Callable, Hashable
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from perflint.pattern import pattern
from perflint.quantity.numerals import product
from perflint.quantity.units import UnitTable
from perflint.quantity.value import Hint, Part, Value

# 2023.12 and its like are months.
_ONE_NUMBER = pattern(
    r"([≥≤]?)(?!(?:19|20)[0-9]{2}\.)([1-9][0-9]{0,8})(\.[0-9]{1,4})?([万亿]?)((?![年月日号周旬季时分秒])[^0-9０-９\s.]{1,6})"
)
_ANY = "474747474"
_MOST = 1_024


class _Pattern(Struct, frozen=True):
    """A value as read for some digits, and by what they are multiplied to its ends."""

    digits: str
    value: Value
    factor: Decimal


class Alike:
    """The values read so far with one number each, by all that they say besides."""

    def __init__(self, read: Callable[[str, Hint], Value], units: UnitTable) -> None:
        self._read = read
        self._units = units
        self._patterns: dict[Hashable, _Pattern | None] = {}

    def find(self, text: str, hint: Hint) -> Value | None:
        """Return the value of a cell, None where it is more than one plain number with a unit."""
        found = _ONE_NUMBER.fullmatch(text)
        if found is None or found[5] not in self._units.spelled:
            return None
        sign, whole, fraction, scale, unit = found.groups("")
        number = _ANY[: len(whole)] + (f".{_ANY[: len(fraction) - 1]}" if fraction else "")
        key = (sign, number, scale, unit, hint)
        if key not in self._patterns:
            if len(self._patterns) >= _MOST:
                self._patterns.clear()
            self._patterns[key] = self._learn(number, self._read(f"{sign}{number}{scale}{unit}", hint))
        known = self._patterns[key]
        return _put_down(known, text, whole + fraction) if known else None

    def _learn(self, number: str, value: Value) -> _Pattern | None:
        """Return the pattern of a value, None where the number is not simply multiplied."""
        ends = [end for part in value.parts for end in (part.low, part.high) if isinstance(end, Decimal)]
        if len(value.parts) != 1 or value.first.number != number or not ends or value.edits:
            return None
        factor, rest = divmod(ends[0], Decimal(number))
        return None if rest or ends[0] != ends[-1] else _Pattern(number, value, factor)


def _put_down(known: _Pattern, text: str, digits: str) -> Value:
    part, number = known.value.first, product(Decimal(digits), known.factor)
    changed: Part = replace(
        part,
        low=number if part.low is not None else None,
        high=number if part.high is not None else None,
        number=digits,
        printed=part.printed.replace(known.digits, digits),
        text=part.text.replace(known.digits, digits),
    )
    return replace(known.value, text=text, parts=(changed,))
