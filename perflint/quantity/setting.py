"""One piece of a cell with what is known for reading it."""

from msgspec import Struct

from perflint.quantity.plain import Plain
from perflint.quantity.units import UnitTable
from perflint.quantity.value import Hint
from perflint.quantity.words import ValueWords


class Setting(Struct, frozen=True):
    """The piece at plain offsets `start` to `end` with the hint and the lexicon in force."""

    clear: Plain
    start: int
    end: int
    hint: Hint
    words: ValueWords
    units: UnitTable

    @property
    def text(self) -> str:
        """The plain text of the piece."""
        return self.clear.text[self.start : self.end]

    def raw(self, first: int, last: int) -> str:
        """The raw text of a slice of the piece, without spaces."""
        return self.clear.slice(self.start + first, self.start + last)
