"""Units of the lexicon: which form has which dimension, and how amounts convert."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from msgspec import Struct, field

from perflint.quantity.numerals import EXACT, tidy
from perflint.quantity.plain import flatten

MONEY = "money"
_COUNT_SCALES = ("万", "亿")


class Unit(Struct, frozen=True):
    """A unit form with its dimension and its `factor` to the canonical unit; `own` compares only with itself."""

    form: str
    dimension: str
    canonical: str
    factor: Decimal
    own: bool = False


class UnitTable(Struct, frozen=True):
    """All unit forms, found by their plain spelling, longest first.

    `spelled` maps plain spellings to units, `starts` a first character to the lengths of the forms that begin with it,
    longest first, without those that hold a scale (万元): there the scale belongs to the number. `stops` lists, for a
    short form, the characters that make it another word (方 before 面).
    """

    spelled: Mapping[str, Unit]
    starts: Mapping[str, tuple[int, ...]]
    stops: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def from_data(cls, units: Mapping[str, Any], pint_definitions: str) -> "UnitTable":
        """The table of a units lexicon (all scalars text) and a pint definition file.

        pint works out each factor here, once; the table itself needs it no more and can be kept. Raises ValueError for
        a factor that is neither a number nor a unit of the right dimension.
        """
        from perflint.quantity.definitions import resolve  # noqa: PLC0415  # pint takes 150 ms to import

        factors = resolve(units["units"], pint_definitions)
        spelled: dict[str, Unit] = {}
        scaled: set[str] = set()
        for family in units["units"]:
            own = family.get("own") == "true"
            for form in family["forms"]:
                unit = Unit(form, family["dimension"], family["canonical"], factors[family["dimension"], form], own)
                spelled.setdefault(flatten(form), unit)
                if _is_scaled(unit, family["forms"]):
                    scaled.add(form)
        stops = {form: chars for family in units["units"] for form, chars in family.get("stops", {}).items()}
        return cls(spelled, _lengths(spelled.keys() - scaled), stops)

    def find(self, form: str) -> Unit | None:
        """The unit spelled like this, in full or half width."""
        return self.spelled.get(form) or self.spelled.get(flatten(form))

    def match(self, text: str, at: int) -> tuple[Unit, int] | None:
        """The longest unit that stands in plain `text` at this place, with its end."""
        if at >= len(text):
            return None
        for length in self.starts.get(text[at], ()):
            form = text[at : at + length]
            unit = self.spelled.get(form)
            if unit and len(form) == length and not self._is_other_word(form, text, at + length):
                return unit, at + length
        return None

    def comparable(self, one: str, other: str) -> bool:
        """Whether two forms measure the same thing; an own family only with itself; unknown forms only if equal."""
        first, second = self.find(one), self.find(other)
        if first is None or second is None:
            return flatten(one) == flatten(other)
        return first.dimension == second.dimension

    def convert(self, amount: Decimal, one: str, other: str) -> Decimal:
        """The amount in the other unit. Raises ValueError if the two are not comparable."""
        if not self.comparable(one, other):
            raise ValueError(f"{one} and {other} do not measure the same thing")
        first, second = self.find(one), self.find(other)
        if first is None or second is None or first.factor == second.factor:
            return amount
        return tidy((amount * first.factor / second.factor).quantize(Decimal("1e-12"), context=EXACT))

    def _is_other_word(self, form: str, text: str, end: int) -> bool:
        if end >= len(text):
            return False
        after = text[end]
        return after in self.stops.get(form, "") or (form[-1].isascii() and form[-1].isalpha() and _is_latin(after))


def _is_scaled(unit: Unit, forms: Mapping[str, str]) -> bool:
    """Whether the form is a scale and another form (万元, 万人): the number takes the scale, the unit stays plain."""
    rest = unit.form.lstrip("十百千万亿")
    if rest == unit.form or rest not in forms:
        return False
    return unit.dimension == MONEY or unit.form.startswith(_COUNT_SCALES)


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalpha()


def _lengths(spelled: Iterable[str]) -> dict[str, tuple[int, ...]]:
    starts: dict[str, set[int]] = {}
    for form in spelled:
        starts.setdefault(form[0], set()).add(len(form))
    return {first: tuple(sorted(lengths, reverse=True)) for first, lengths in starts.items()}
