"""One ruled table of a PDF page: cells by their lines, their text put together from wrapped lines."""

from collections.abc import Sequence
from typing import Any, Final, NamedTuple, TypeAlias

from msgspec import Struct

from perflint.office.reading.celltext import joined
from perflint.office.reading.layout import Block

Character: TypeAlias = dict[str, Any]  # as pdfplumber gives it: text, x0, x1, top, bottom, size
_NEAR: Final = 3.0
_HANGING: Final = frozenset("（），。、；：？！％［］｛｝／")
_WRAPPED: Final = 1.9  # characters' widths: a line that leaves less than this free was wrapped, not ended


class Box(NamedTuple):
    """A rectangle of a page, in points from its top left."""

    x0: float
    top: float
    x1: float
    bottom: float

    def holds(self, one: Character) -> bool:
        """Return whether the middle of a character stands in the rectangle."""
        across, down = (one["x0"] + one["x1"]) / 2, (one["top"] + one["bottom"]) / 2
        return bool(self.x0 <= across <= self.x1 and self.top <= down <= self.bottom)


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
    for one in sorted(characters, key=_middle):
        if lines and _middle(one) - _middle(lines[-1][0]) < max(one["size"], lines[-1][0]["size"]) / 2:
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


def _middle(one: Character) -> float:
    return float(one["top"] + one["bottom"]) / 2


def _goes_on(line: Sequence[Character], below: Sequence[Character], box: Box) -> bool:
    """Return whether a line was wrapped: what is free beside it would not hold what stands together below."""
    size = max(one["size"] for one in line)
    free = (box.x1 - line[-1]["x1"]) + (line[0]["x0"] - box.x0)
    return bool(free < _WRAPPED * size + _unbroken(sorted(below, key=lambda one: one["x0"])))


def _unbroken(line: Sequence[Character]) -> float:
    """Return how wide the start of a line is up to where it could have been broken: a word, a bracket and a character."""
    width, ideographs = 0.0, 0
    for one in line:
        if one["text"] >= "\u3400" and one["text"] not in _HANGING:
            ideographs += 1
        if ideographs > 1:
            break
        width += one["x1"] - one["x0"]
    return width


def _distinct(edges: Sequence[float]) -> tuple[float, ...]:
    found: list[float] = []
    for edge in sorted(edges):
        if not found or edge - found[-1] > _NEAR:
            found.append(edge)
    return tuple(found)


def _index(edges: Sequence[float], edge: float) -> int:
    return min(range(len(edges)), key=lambda at: abs(edges[at] - edge))
