"""A grid row by row: the cells that begin in each, and the cell that covers a place."""

from typing import TYPE_CHECKING, NamedTuple

from perflint.office.grid import Grid, GridCell
from perflint.typography import is_blank

if TYPE_CHECKING:
    from collections.abc import Sequence

    from perflint.office.recognition.columns import Column
    from perflint.office.recognition.vocabulary import Vocabulary

_WIDEST = 512


class Row(NamedTuple):
    """The filled cells that begin in a row, left to right."""

    number: int
    cells: tuple[GridCell, ...]


class Sheet:
    """A grid with its cells by place; `exact` where merged cells show that places can be trusted."""

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self.exact = any(cell.rows > 1 or cell.columns > 1 for cell in grid.cells)
        self._covering: dict[tuple[int, int], GridCell] = {}
        by_row: dict[int, list[GridCell]] = {}
        for cell in grid.cells:
            self._cover(cell)
            if not is_blank(cell.text):
                by_row.setdefault(cell.row, []).append(cell)
        self.rows = [
            Row(number, tuple(sorted(by_row[number], key=lambda cell: cell.column))) for number in sorted(by_row)
        ]

    def _cover(self, cell: GridCell) -> None:
        for row in range(cell.row, min(cell.row + cell.rows, self.grid.height)):
            for column in range(cell.column, cell.column + min(cell.columns, _WIDEST)):
                self._covering[row, column] = cell

    def mentions(self, words: str) -> bool:
        """Return whether any cell holds the words."""
        return any(words in cell.text for cell in self.grid.cells)

    def at(self, row: int, column: int) -> GridCell | None:
        """Return the cell that covers a place, blank or not."""
        return self._covering.get((row, column))


def is_regular(sheet: Sheet, first_row: int, columns: "Sequence[Column]", vocabulary: "Vocabulary") -> bool:
    """Return whether every row of a list without merged cells is whole: as wide as its headings, classes under theirs."""
    if any(column.half for column in columns):
        return False
    levels = {column.start: int(column.field[-1]) for column in columns if column.field in {"level1", "level2"}}
    cells = [cell for cell in sheet.grid.cells if cell.row >= first_row]
    if any(
        vocabulary.level(cell.text) not in {None, 0, levels[cell.column]} for cell in cells if cell.column in levels
    ):
        return False
    last = max((column.end for column in columns), default=0)
    rows = range(first_row, sheet.grid.height)
    return not sheet.exact and bool(columns) and all(sheet.at(row, last) is not None for row in rows)
