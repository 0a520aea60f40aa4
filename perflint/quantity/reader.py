"""Cell text → Value: pieces, dates, quantities, then words."""

from functools import lru_cache

from perflint.quantity.alike import Alike
from perflint.quantity.edits import find_edits
from perflint.quantity.intervals import read_interval
from perflint.quantity.masking import mask
from perflint.quantity.phrases import placeholder
from perflint.quantity.piece import read_piece
from perflint.quantity.pieces import split, trim
from perflint.quantity.plain import Plain, plain
from perflint.quantity.setting import Setting
from perflint.quantity.settling import settle
from perflint.quantity.units import UnitTable
from perflint.quantity.value import Hint, Kind, Op, Part, Value
from perflint.quantity.words import ValueWords

_PROSE = 2000
_LONG_NUMBER = 6000
_NO_HINT = Hint()


class ValueReader:
    """Reads target values with one lexicon; reading is pure and remembered."""

    def __init__(self, words: ValueWords, units: UnitTable) -> None:
        self.words = words
        self.units = units
        self._alike = Alike(self.read_anew, units)
        self._remembered = lru_cache(maxsize=4096)(self._read)

    def read(self, text: str, hint: Hint = _NO_HINT) -> Value:
        """The value of a cell; never raises. Text longer than 2,000 characters is prose and qualitative."""
        return self._remembered(text, hint)

    def _read(self, text: str, hint: Hint) -> Value:
        return self._alike.find(text, hint) or self.read_anew(text, hint)

    def read_anew(self, text: str, hint: Hint) -> Value:
        """The same, whatever was read before."""
        clear = plain(text)
        start, end = trim(clear.text, 0, len(clear.text))
        core = clear.text[start:end]
        if not clear.text:
            return Value(text, Kind.EMPTY)
        if placeholder(core or clear.text, self.words) or placeholder(clear.text, self.words):
            return Value(text, Kind.PLACEHOLDER)
        if len(text) > (_LONG_NUMBER if core.isdigit() else _PROSE):
            return Value(text, Kind.QUALITATIVE, (Part(op=Op.TEXT, text=text.strip(), end=len(text)),))
        return self._pieces(text, clear, hint)

    def _pieces(self, text: str, clear: Plain, hint: Hint) -> Value:
        masked = mask(clear.text, self.words.lists["chinese_numeral_exclude"])
        pieces = (Setting(clear, start, end, hint, self.words, self.units) for start, end in split(masked))
        between = read_interval(Setting(clear, 0, len(clear.text), hint, self.words, self.units))
        readings = [between] if between else [read_piece(piece) for piece in pieces]
        if not readings:
            return Value(text, Kind.UNKNOWN)
        return settle(text, readings, find_edits(text, self.words), hint, self.words)
