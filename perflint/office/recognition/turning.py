"""Grids laid out otherwise than row by row: two forms side by side, indicators as columns; as grids that are read row by row."""

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from perflint.office.grid import Grid, GridCell
from perflint.office.recognition.headings import listing_of
from perflint.office.recognition.sheet import Row
from perflint.office.recognition.vocabulary import Vocabulary
from perflint.typography import is_blank

_LEVELS = ("level1", "level2", "name", "value")
_FEWEST = 3
_NARROW = 2


def turned(grid: Grid, vocabulary: Vocabulary) -> Iterator[Grid]:
    """Yield the grids that a grid is to be read as, in order: itself, its two halves, or with its indicators turned."""
    for half in _halves(grid, vocabulary):
        yield _upright(half, vocabulary)


def _halves(grid: Grid, vocabulary: Vocabulary) -> Iterator[Grid]:
    """Yield the forms that stand side by side, a blank column between them; the grid where it is one form."""
    own = _beside_others(grid)
    gap = next((column for column in range(1, grid.width - 1) if _is_gap(own, column)), None)
    sides = [] if gap is None else [_part(grid, 0, gap), _part(grid, gap + 1, grid.width)]
    if sides and all(_is_form(side, vocabulary) for side in sides):
        yield sides[0]
        yield from _halves(sides[1], vocabulary)
    else:
        yield grid


def _beside_others(grid: Grid) -> list[GridCell]:
    """Return the cells of a grid without those that stand alone in their row over many columns: titles over both forms."""
    filled = Counter(cell.row for cell in grid.cells if not is_blank(cell.text))
    return [cell for cell in grid.cells if filled[cell.row] > 1 or cell.columns == 1]


def _is_gap(cells: Sequence[GridCell], column: int) -> bool:
    return not any(
        cell.column <= column < cell.column + cell.columns and (not is_blank(cell.text) or cell.columns > 1)
        for cell in cells
    )


def _part(grid: Grid, start: int, end: int) -> Grid:
    cells = tuple(
        replace(cell, column=cell.column - start, columns=min(cell.columns, end - cell.column))
        for cell in grid.cells
        if start <= cell.column < end
    )
    return replace(grid, cells=cells, width=end - start)


def _is_form(grid: Grid, vocabulary: Vocabulary) -> bool:
    """Return whether a half names its project and has the headings of indicators."""
    named = any(vocabulary.label(cell.text) == "project.name" for cell in grid.cells)
    rows = ({cell.row for cell in grid.cells}) if named else set()
    return any(_is_listing(grid, row, vocabulary) for row in rows)


def _is_listing(grid: Grid, row: int, vocabulary: Vocabulary) -> bool:
    cells = tuple(cell for cell in grid.row(row) if not is_blank(cell.text))
    listing = listing_of(Row(row, cells), vocabulary) if cells else None
    return listing is not None and listing.name == "indicators"


def _upright(grid: Grid, vocabulary: Vocabulary) -> Grid:
    """Return a grid with the block whose rows are the headings of indicators turned, so that they are columns."""
    listing = next(one for one in vocabulary.listings if one.name == "indicators")
    heads: dict[int, GridCell] = {}
    for cell in grid.cells:
        field = listing.field(cell.text)
        if field in _LEVELS and cell.rows == 1:
            beside = sum(listing.field(other.text) in _LEVELS for other in grid.row(cell.row))
            if beside == 1 and cell.column < _NARROW:
                heads[cell.row] = cell
    block = _run(sorted(heads))
    fields = {listing.field(heads[row].text) for row in block}
    if len(block) < _FEWEST or not {"name", "value"} <= fields:
        return grid
    return _turn(grid, block, heads[block[0]].column)


def _run(rows: list[int]) -> list[int]:
    """Return the rows from the first on that follow each other."""
    found: list[int] = []
    for row in rows:
        if found and row != found[-1] + 1:
            break
        found.append(row)
    return found


def _turn(grid: Grid, block: list[int], left: int) -> Grid:
    first, last = block[0], block[-1]
    inside = [cell for cell in grid.cells if first <= cell.row <= last and cell.column >= left]
    below = last + 1
    deep = grid.width - left
    cells = [cell for cell in grid.cells if cell.row < first or (cell.row <= last and cell.column < left)]
    cells += [
        replace(
            cell, row=first + cell.column - left, column=left + cell.row - first, rows=cell.columns, columns=cell.rows
        )
        for cell in inside
    ]
    cells += [replace(cell, row=cell.row - below + first + deep) for cell in grid.cells if cell.row >= below]
    height = first + deep + max(grid.height - below, 0)
    cells.sort(key=lambda cell: (cell.row, cell.column))
    return replace(grid, cells=tuple(cells), height=height, width=max(grid.width, left + len(block)))
