"""The box of a note: as large as its text needs, beside its cell."""

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from perflint.typography import display_width

_WIDE, _LINE, _MARGIN = 380, 17, 14  # pixels: a box, a line of nine points, the edges
_LOWEST, _HIGHEST = 60, 520
_LETTERS: Final = 60  # of half a Chinese character's width, in a line
_COLUMN, _ROW = 64, 20  # pixels: what Excel gives a column and a row that say nothing
_PER_LETTER, _EDGE = 7, 5
_PIXELS_A_POINT: Final = 96 / 72
_MOST: Final = 200
# Each box declares them itself: the drawing of another program may call them otherwise.
_SPACES: Final = (
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:x="urn:schemas-microsoft-com:office:excel"'
)
_HIDDEN: Final = frozenset({"1", "true"})


class Box(NamedTuple):
    """The box of a note: its cell, and where it stands: columns and rows with the pixels into them, its size."""

    row: int
    column: int
    anchor: tuple[int, ...]
    height: int


class Measures:
    """How wide the columns and how high the rows of a worksheet are, in pixels."""

    def __init__(self, root: Any) -> None:  # noqa: ANN401  # an element
        layout = root.find("{*}sheetFormatPr")
        self._row = _pixels(None if layout is None else layout.get("defaultRowHeight"), _ROW)
        wide = None if layout is None else layout.get("defaultColWidth")
        self._column = _letters(wide) if wide else _COLUMN
        self._columns = [
            (int(one.get("min")) - 1, int(one.get("max")),
             0 if one.get("hidden") in _HIDDEN else _letters(one.get("width")))
            for one in root.iter("{*}col") if (one.get("min") or "").isdecimal() and (one.get("max") or "").isdecimal()
        ]  # fmt: skip
        self._rows = {
            int(one.get("r")) - 1: 0 if one.get("hidden") in _HIDDEN else _pixels(one.get("ht"), self._row)
            for one in root.iter("{*}row") if (one.get("r") or "").isdecimal()
        }  # fmt: skip

    def column(self, number: int) -> int:
        """Return the width of a column, counted from 0."""
        return next((size for first, after, size in self._columns if first <= number < after), self._column)

    def row(self, number: int) -> int:
        """Return the height of a row, counted from 0."""
        return self._rows.get(number, self._row)


def box_of(row: int, column: int, lines: Sequence[str], measures: Measures) -> Box:
    """Return the box of a note on a cell, row and column from 0."""
    needed = sum(max(1, -(-display_width(line) // _LETTERS)) for line in lines)
    high = min(max(needed * _LINE + _MARGIN, _LOWEST), _HIGHEST)
    top = max(row - 1, 0)
    right, over = _reach(column + 1, 15 + _WIDE, measures.column)
    bottom, under = _reach(top, 4 + high, measures.row)
    return Box(row, column, (column + 1, 15, top, 4, right, over, bottom, under), high)


def _reach(start: int, pixels: int, size: Any) -> tuple[int, int]:  # noqa: ANN401  # a function of measures
    for number in range(start, start + _MOST):
        if pixels <= size(number):
            return number, pixels
        pixels -= size(number)
    return start + _MOST, 0


def shape(box: Box, number: int) -> str:
    """Return the box of a note as Excel draws it; `number` is one that no other shape has."""
    style = f"position:absolute;width:{_WIDE * 0.75:g}pt;height:{box.height * 0.75:g}pt;z-index:{number % 1024};visibility:hidden"
    anchor = ", ".join(map(str, box.anchor))
    return (
        f'<v:shape {_SPACES} id="_x0000_s{number}" type="#_x0000_t202" style="{style}" fillcolor="#ffffe1" o:insetmode="auto">'
        '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>'
        '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
        f'<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{anchor}</x:Anchor>'
        f"<x:AutoFill>False</x:AutoFill><x:Row>{box.row}</x:Row><x:Column>{box.column}</x:Column></x:ClientData></v:shape>"
    )


def _letters(width_: str | None) -> int:
    try:
        return min(round(float(width_ or "") * _PER_LETTER) + _EDGE, 2000)
    except (ValueError, OverflowError):
        return _COLUMN


def _pixels(points: str | None, default: int) -> int:
    try:
        return min(round(float(points or "") * _PIXELS_A_POINT), 2000)
    except (ValueError, OverflowError):
        return default
