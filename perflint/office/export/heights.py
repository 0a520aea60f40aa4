"""How high the lines of a sheet must be, since a workbook does not find that out for merged cells."""

from collections.abc import Sequence

from perflint.office.export.grid import Grid, Placed
from perflint.typography import display_width

HIGHEST = 400.0  # points; Excel shows no line higher than 409
_PADDING = 2.5  # millimetres left and right together
_POINT = 25.4 / 72


def line_heights(grid: Grid, size: float, least: float) -> list[float]:
    """Return the height of each line in points, so that the text of every cell can be seen."""
    heights = [least / _POINT] * grid.height
    for cell in sorted(grid.cells, key=lambda cell: cell.rows):
        lines = heights[cell.row : cell.row + cell.rows]
        missing = _needed(cell, grid.widths, size) - sum(lines)
        if missing > 0:
            for row in range(cell.row, cell.row + cell.rows):
                heights[row] += missing / cell.rows
    return heights


def text_height(text: str, width: float, size: float) -> float:
    """Return how many points high a text stands that is broken to `width` millimetres, in letters of `size` points."""
    room = max(2.0, (width - _PADDING) / (size * _POINT / 2))  # in halves of a Chinese character
    lines = sum(max(1, -(-_columns(line) // int(room))) for line in text.split("\n"))
    return lines * size * 1.28 + 3


def _columns(line: str) -> int:
    return int(display_width(line) * 1.04)  # a line ends before punctuation, and a word is not broken


def _needed(cell: Placed, widths: Sequence[float], size: float) -> float:
    return text_height(cell.cell.text, sum(widths[cell.column : cell.column + cell.columns]), size)
