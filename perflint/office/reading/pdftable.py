"""One ruled table of a PDF page: cells by their lines, their text put together from wrapped lines."""

from collections.abc import Sequence
from typing import Any, Final, NamedTuple, TypeAlias

from msgspec import Struct

from perflint.office.reading.celltext import joined
from perflint.office.reading.layout import Block

Character: TypeAlias = dict[str, Any]  # as pdfplumber gives it: text, x0, x1, top, bottom, size
_NEAR: Final = 3.0
_WRAPPED: Final = 1.9  # characters' widths: a line that leaves less than this free was wrapped, not ended


class Box(NamedTuple):
    """A rectangle of a page, in points from its top left."""

    x0: float
    top: float
    x1: float
    bottom: float

    def holds(self, one: Character) -> bool:
        """Return whether the middle of a character stands in the rectangle."""
        return (
            self.x0 <= (one["x0"] + one["x1"]) / 2 <= self.x1
            and self.top <= (one["top"] + one["bottom"]) / 2 <= self.bottom
        )


class Ruled(Struct, frozen=True):
    """A table as its lines divide it: cells with text, the lines between rows and between columns."""

    cells: tuple[tuple[Box, str], ...]
    rows: tuple[float, ...]
    lines: tuple[float, ...]

    @property
    def edges(self) -> tuple[float, float]:
        """The left and the right edge."""
        return self.lines[0], self.lines[-1]

    @property
    def height(self) -> int:
        """Over how many rows the table goes."""
        return len(self.rows) - 1

    def blocks(self, first: int, columns: Sequence[float]) -> list[Block]:
        """Return the cells as blocks from a row on, over the lines between columns."""
        found = []
        for box, text in self.cells:
            top, bottom = _index(self.rows, box.top), _index(self.rows, box.bottom)
            left, right = _index(columns, box.x0), _index(columns, box.x1)
            found.append(Block(text, first + top, left, max(1, bottom - top), max(1, right - left)))
        return found


def ruled_table(table: Any, characters: Sequence[Character]) -> Ruled:  # noqa: ANN401  # pdfplumber types it in part
    """Return a table that pdfplumber found, with the characters that stand in each cell."""
    boxes = [Box(*cell) for cell in table.cells]
    inside = [one for one in characters if Box(*table.bbox).holds(one)]
    texts = [text_within([one for one in inside if box.holds(one)], box) for box in boxes]
    rows = _distinct([edge for box in boxes for edge in (box.top, box.bottom)])
    lines = _distinct([edge for box in boxes for edge in (box.x0, box.x1)])
    return Ruled(tuple(zip(boxes, texts, strict=True)), rows, lines)


def text_within(characters: Sequence[Character], box: Box) -> str:
    """Return characters as the lines of a cell; a line that reaches the cell's edge goes on in the next."""
    lines: list[list[Character]] = []
    for one in sorted(characters, key=lambda one: (one["top"], one["x0"])):
        if lines and abs(one["bottom"] - lines[-1][0]["bottom"]) < max(one["size"], lines[-1][0]["size"]) / 2:
            lines[-1].append(one)
        else:
            lines.append([one])
    text = ""
    for at, line in enumerate(lines):
        line.sort(key=lambda one: one["x0"])
        text += "".join(one["text"] for one in line)
        if at + 1 < len(lines):
            text = text.rstrip(" ") if _goes_on(line, lines[at + 1], box) else f"{text}\n"
    return joined(text.split("\n"))


def _goes_on(line: Sequence[Character], below: Sequence[Character], box: Box) -> bool:
    """Return whether a line was wrapped: what is free beside it would not hold the next character."""
    size = max(one["size"] for one in line)
    free = (box.x1 - line[-1]["x1"]) + (line[0]["x0"] - box.x0)
    width = max(below, key=lambda one: one["x0"] == min(each["x0"] for each in below))
    return bool(free < _WRAPPED * size + width["x1"] - width["x0"])


def _distinct(edges: Sequence[float]) -> tuple[float, ...]:
    found: list[float] = []
    for edge in sorted(edges):
        if not found or edge - found[-1] > _NEAR:
            found.append(edge)
    return tuple(found)


def _index(edges: Sequence[float], edge: float) -> int:
    return min(range(len(edges)), key=lambda at: abs(edges[at] - edge))
