"""Between offsets of a text and the positions of the language server protocol."""

from bisect import bisect_right

from lsprotocol.types import Position, Range
from msgspec import Struct

from perflint.source.source import line_starts

# How many bytes of which codec make one unit of a column.
_UNITS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}


class Positions(Struct, frozen=True):
    """Counts lines and columns of an editor's text, both from 0, columns in units of an encoding.

    Offsets count code points of the text without the byte order marks before it; `marks` is how many there are.
    """

    text: str
    marks: int = 0
    encoding: str = "utf-16"

    def position(self, offset: int) -> Position:
        """Return the position of an offset."""
        return self._position(min(max(offset, 0) + self.marks, len(self.text)))

    def span(self, start: int, end: int) -> Range:
        """Return the range of the characters [start, end)."""
        return Range(self.position(start), self.position(max(start, end)))

    def whole(self) -> Range:
        """Return the range of the first line's first character: where things are said that have no place."""
        return Range(Position(0, 0), Position(0, min(1, len(self.text))))

    def offset(self, position: Position) -> int:
        """Return the offset of a position; one outside the text is moved to the nearest inside."""
        starts = line_starts(self.text)
        if position.line >= len(starts):
            return len(self.text) - self.marks
        start = starts[position.line]
        end = starts[position.line + 1] if position.line + 1 < len(starts) else len(self.text)
        line = self.text[start:end].rstrip("\r\n")
        return max(start + self._characters(line, position.character) - self.marks, 0)

    def _position(self, place: int) -> Position:
        starts = line_starts(self.text)
        line = bisect_right(starts, place) - 1
        return Position(line, self._units(self.text[starts[line] : place]))

    def _units(self, text: str) -> int:
        codec, size = _UNITS.get(self.encoding, _UNITS["utf-16"])
        return len(text) if text.isascii() else len(text.encode(codec, "surrogatepass")) // size

    def _characters(self, line: str, units: int) -> int:
        """Return how many characters of a line the first units are; half a character is not one."""
        codec, size = _UNITS.get(self.encoding, _UNITS["utf-16"])
        return len(line.encode(codec, "surrogatepass")[: units * size].decode(codec, "ignore"))
