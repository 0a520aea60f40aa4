"""Amounts and dates inside running text: names, descriptions, purposes, goals."""

from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from perflint.quantity.day import Day
from perflint.quantity.deadlines import find_all_dated
from perflint.quantity.masking import cover_all, mask
from perflint.quantity.parts import part_of
from perflint.quantity.plain import plain
from perflint.quantity.quantities import scan
from perflint.quantity.value import Approx, Hint, Kind, Op, Part

if TYPE_CHECKING:
    from perflint.quantity.reader import ValueReader


class Amount(Struct, frozen=True):
    """A number with a unit inside a text, `start` to `end` in the raw text; money in 元 with its scale resolved."""

    low: Decimal
    high: Decimal
    unit: str
    dimension: str
    per: tuple[str, ...]
    op: Op
    approx: Approx
    number: str
    printed: str
    start: int
    end: int
    part: Part


class DateMention(Struct, frozen=True):
    """A date inside a text, `start` to `end` in the raw text; `low` is None for a deadline; `invalid`: no such day."""

    kind: Kind
    low: Day | None
    high: Day | None
    text: str
    start: int
    end: int
    invalid: bool

    @property
    def year(self) -> int | None:
        """The year as written, None if it is left out."""
        day = self.high or self.low
        return day.year if day else None


@lru_cache(maxsize=256)
def find_amounts(text: str, reader: "ValueReader") -> tuple[Amount, ...]:
    """All numbers with a unit in a text, in order; no years, document numbers, standards, codes or list numbers."""
    clear = plain(text)
    masked = cover_all(clear.text, ((each.start, each.end) for each in find_all_dated(clear.text)))
    found = scan(mask(masked, reader.words.lists["chinese_numeral_exclude"]), reader.words, reader.units)
    parts = (
        part_of(each, clear, Hint(), reader.units) for each in found if each.measure.unit or each.figure.scale != 1
    )
    return tuple(_amount(part) for part in parts)


def find_dates(text: str) -> tuple[DateMention, ...]:
    """All dates, deadlines and years in a text, in order."""
    clear = plain(text)
    mentions = []
    for dated in find_all_dated(clear.text):
        start, end = clear.span(dated.start, dated.end)
        invalid = "invalid-date" in dated.flags
        mentions.append(DateMention(dated.kind, dated.low, dated.high, text[start:end], start, end, invalid))
    return tuple(mentions)


def _amount(part: Part) -> Amount:
    low = part.low if isinstance(part.low, Decimal) else part.high
    high = part.high if isinstance(part.high, Decimal) else part.low
    number = Decimal(0)
    return Amount(
        low if isinstance(low, Decimal) else number, high if isinstance(high, Decimal) else number,
        part.unit, part.dimension, part.per, part.op, part.approx, part.number, part.printed, part.start, part.end, part,
    )  # fmt: skip
