"""Lines in millimetres set onto one grid of columns, as a sheet of a workbook and a Word table need it."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from msgspec import Struct

from perflint.office.export.sheet import Line, Panel, Printed

_NEAR = 3.5  # millimetres within which two edges are one


class Placed(Struct, frozen=True):
    """A cell on the grid: its line and column (from 0), over how many of each it goes, and the cell of the form."""

    row: int
    column: int
    rows: int
    columns: int
    cell: Printed


class Grid(Struct, frozen=True):
    """Column widths in millimetres, the number of lines, the cells in reading order, and the lines that repeat."""

    widths: tuple[float, ...]
    height: int
    cells: tuple[Placed, ...]
    heads: frozenset[int]


def edges_of(panels: Iterable[Panel]) -> tuple[float, ...]:
    """Return the edges of the columns of all panels, from left to right; edges that nearly meet are one."""
    found = sorted({
        edge for panel in panels for line in panel.lines for cell in line.cells
        for edge in (cell.start, cell.start + cell.width)
    })  # fmt: skip
    edges: list[float] = []
    for edge in found:
        if not edges or edge - edges[-1] > _NEAR:
            edges.append(edge)
    return tuple(edges)


def placed(lines: Sequence[Line], edges: Sequence[float]) -> Grid:
    """Return lines on the grid that the edges make."""
    cells = []
    for row, line in enumerate(lines):
        for cell in line.cells:
            first, end = _nearest(edges, cell.start), _nearest(edges, cell.start + cell.width)
            cells.append(Placed(row, first, cell.rows, max(1, end - first), cell))
    widths = tuple(round(end - start, 2) for start, end in pairwise(edges))
    return Grid(widths, len(lines), tuple(cells), frozenset(row for row, line in enumerate(lines) if line.head))


def _nearest(edges: Sequence[float], edge: float) -> int:
    return min(range(len(edges)), key=lambda place: abs(edges[place] - edge))
