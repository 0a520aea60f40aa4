"""The form of a table as a page shows it, each finding on the box that it is about."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from perflint.office.export.grid import Grid, edges_of, placed
from perflint.office.export.sheet import Panel, Printed, Prose, Sheet
from perflint.report.review.characters import purify
from perflint.report.review.model import Remark
from perflint.web.outcome import Box, Mark, Paper, Part

TITLE = 0


class Placement(Struct, frozen=True):
    """A form with its findings, the box of each finding by its number, and the cells of all boxes.

    `table` is the JSON Pointer of the table that it shows.
    """

    paper: Paper
    boxes: Mapping[int, int]
    cells: Mapping[int, tuple[str, ...]]
    table: str

    def box_of(self, pointer: str) -> int:
        """Return the box of a cell, else of what stands below or above its pointer, else the title."""
        return _box_of(pointer, self.cells, self.table)


def placement(sheet: Sheet, remarks: Sequence[Remark], table: str) -> Placement:
    """Return a form with findings on its boxes; `table` is the JSON Pointer of its table."""
    parts = list(_parts(sheet))
    cells = {box.number: places for part in parts for line in part for box, places in line}
    boxes = {remark.number: _box_of(remark.pointer, cells, table) for remark in remarks}
    marks: dict[int, list[Mark]] = {}
    for remark in remarks:
        marks.setdefault(boxes[remark.number], []).append(Mark(remark.number, remark.severity.value))
    title = _marked(Box(purify(sheet.title), "title", "center", 1, 1, TITLE), marks)
    shown = tuple(
        Part(widths, tuple(tuple(_marked(box, marks) for box, _ in line) for line in part))
        for widths, part in zip(map(_widths, _panels(sheet)), parts, strict=True)
    )
    return Placement(Paper(purify(sheet.annex), title, shown, sheet.landscape), boxes, cells, table)


_Boxed = tuple[Box, tuple[str, ...]]


def _parts(sheet: Sheet) -> Iterator[list[list[_Boxed]]]:
    """Yield for each part of a form its lines of boxes, each with the JSON Pointers of its cells."""
    number = TITLE
    for part in _panels(sheet):
        lines: list[list[_Boxed]] = [[] for _ in range(part.height if isinstance(part, Grid) else 1)]
        for row, one in _printed(part):
            number += 1
            lines[row].append((_box(one, number), one.cell.cells))
        yield lines


class _Place(Struct, frozen=True):
    """A printed cell and how many rows and columns of the grid it takes."""

    cell: Printed
    rows: int
    columns: int


def _panels(sheet: Sheet) -> list[Grid | Prose]:
    return [placed(part.lines, edges_of([part])) if isinstance(part, Panel) else part for part in sheet.parts]


def _printed(part: Grid | Prose) -> Iterator[tuple[int, _Place]]:
    """Yield the cells of a part by line, with blank ones in the holes that would let a line's cells slip to the left."""
    if isinstance(part, Prose):
        yield 0, _Place(Printed(part.text, 0, 0, role=part.role, cells=part.cells), 1, 1)
        return
    at = {(cell.row, cell.column): cell for cell in part.cells}
    taken: set[tuple[int, int]] = set()
    for spot in ((row, column) for row in range(part.height) for column in range(len(part.widths))):
        cell = at.get(spot)
        if spot in taken or (cell is None and not _bordered(part, spot[0])):
            continue
        if cell is None:
            yield spot[0], _Place(Printed("", 0, 0, role="gap"), 1, 1)
            continue
        taken |= {(cell.row + down, cell.column + right) for down in range(cell.rows) for right in range(cell.columns)}
        yield cell.row, _Place(cell.cell, cell.rows, cell.columns)


def _bordered(grid: Grid, row: int) -> bool:
    """Return whether a line has any cell of its own after a hole; without one nothing can slip."""
    return any(cell.row == row for cell in grid.cells)


def _box(place: _Place, number: int) -> Box:
    cell = place.cell
    return Box(purify(cell.text), cell.role, cell.align, place.rows, place.columns, number)


def _widths(part: Grid | Prose) -> tuple[int, ...]:
    if isinstance(part, Prose):
        return ()
    whole = sum(part.widths) or 1
    return tuple(max(1, round(width / whole * 100)) for width in part.widths)


def _marked(box: Box, marks: Mapping[int, Sequence[Mark]]) -> Box:
    found = tuple(marks.get(box.number, ()))
    return Box(box.text, box.role, box.align, box.rows, box.columns, box.number, found) if found else box


def _box_of(pointer: str, cells: Mapping[int, tuple[str, ...]], table: str) -> int:
    while pointer not in {table, ""}:
        found = next((number for number, places in cells.items() if pointer in places), None)
        if found is None:
            below = {number: places for number, places in cells.items() if any(_leads(pointer, one) for one in places)}
            found = min(below, key=lambda number: len(below[number]), default=None)
        if found is not None:
            return found
        pointer = pointer.rpartition("/")[0]
    return TITLE


def _leads(pointer: str, place: str) -> bool:
    return place.startswith(pointer + "/")
