"""A grid of cells as a Word table: fixed widths, borders, merged cells, heading lines that repeat."""

from collections.abc import Sequence
from typing import TypeAlias

from perflint.office.export.grid import Grid, Placed
from perflint.office.export.sheet import Printed
from perflint.office.export.wordxml import HEI, SONG, Element, element, paragraph, twips, within

_Covering: TypeAlias = dict[tuple[int, int], Placed]
_LONG = 400  # characters from which on a line may go over the end of a page


def word_table(grid: Grid, size: float, least: float) -> Element:
    """Return the table, in letters of `size` points; a line is at least `least` millimetres high."""
    table = element("tbl")
    _properties(table, grid)
    columns = within(table, "tblGrid")
    for width in grid.widths:
        within(columns, "gridCol", w=twips(width))
    covering = _covering(grid.cells)
    for number in range(grid.height):
        table.append(_line(number, grid, covering, size, least))
    return table


def _properties(table: Element, grid: Grid) -> None:
    style = within(table, "tblPr")
    within(style, "tblW", w=twips(sum(grid.widths)), type="dxa")
    within(style, "jc", val="center")
    within(style, "tblLayout", type="fixed")
    margins = within(style, "tblCellMar")
    within(margins, "top", w=28, type="dxa")
    within(margins, "left", w=57, type="dxa")
    within(margins, "bottom", w=28, type="dxa")
    within(margins, "right", w=57, type="dxa")


def _covering(cells: Sequence[Placed]) -> _Covering:
    """Return the cell that begins, or is continued, at each line and column."""
    return {(row, cell.column): cell for cell in cells for row in range(cell.row, cell.row + cell.rows)}


def _line(number: int, grid: Grid, covering: _Covering, size: float, least: float) -> Element:
    line = element("tr")
    style = within(line, "trPr")
    cells = [covering[number, column] for column in range(len(grid.widths)) if (number, column) in covering]
    if all(len(cell.cell.text) < _LONG for cell in cells):
        within(style, "cantSplit")
    within(style, "trHeight", val=twips(least), hRule="atLeast")
    if all(row in grid.heads for row in range(number + 1)):  # Word repeats only lines from the first one on
        within(style, "tblHeader")
    for cell in cells:
        line.append(_cell(cell, number, grid.widths, size))
    return line


def _cell(placed: Placed, number: int, widths: Sequence[float], size: float) -> Element:
    cell = element("tc")
    style = within(cell, "tcPr")
    within(style, "tcW", w=twips(sum(widths[placed.column : placed.column + placed.columns])), type="dxa")
    if placed.columns > 1:
        within(style, "gridSpan", val=placed.columns)
    begins = number == placed.row
    if placed.rows > 1:
        within(style, "vMerge", val="restart" if begins else "continue")
    if placed.cell.role != "caption":
        _border(style)
    within(style, "vAlign", val="center")
    for made in _paragraphs(placed.cell, size) if begins else [element("p")]:
        cell.append(made)
    return cell


def _border(style: Element) -> None:
    borders = within(style, "tcBorders")
    for side in ("top", "left", "bottom", "right"):
        within(borders, side, val="single", sz=4, space=0, color="000000")


def _paragraphs(cell: Printed, size: float) -> list[Element]:
    font = HEI if cell.role == "head" else SONG
    return [paragraph(line, font, size, align=cell.align) for line in cell.text.split("\n")]
