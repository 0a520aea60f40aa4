"""A document as it stands on paper: paragraphs and grids of cells, each with the place that an officer would name."""

from collections.abc import Iterator

from msgspec import Struct


class Paragraph(Struct, frozen=True):
    """A paragraph outside tables (a heading, a caption such as 单位：万元, prose): its text and its place (第3段)."""

    text: str
    place: str


class GridCell(Struct, frozen=True):
    """One cell: its text as typed, where it begins (from 0), over how many rows and columns it goes, and its place.

    A merged cell stands once, at its first row and column. `place` is what a person would look for: `表2 第5行第3列`,
    `Sheet1!C5`. `checked` is the state of a check box of the form, None where it has none.
    """

    text: str
    row: int
    column: int
    place: str
    rows: int = 1
    columns: int = 1
    checked: bool | None = None


class Grid(Struct, frozen=True):
    """One table or sheet: number in the document (from 1), name (of the sheet, else ""), its cells in reading order."""

    number: int
    name: str
    cells: tuple[GridCell, ...]
    height: int
    width: int

    def row(self, number: int) -> Iterator[GridCell]:
        """Yield the cells that begin in a row."""
        return (cell for cell in self.cells if cell.row == number)

    def covering(self) -> dict[tuple[int, int], GridCell]:
        """Return the cell that covers each (row, column)."""
        return {
            (row, column): cell
            for cell in self.cells
            for row in range(cell.row, cell.row + cell.rows)
            for column in range(cell.column, cell.column + cell.columns)
        }


class Paper(Struct, frozen=True):
    """A document: the name of its file and its paragraphs and grids in order.

    `notes` is what belongs to no form and is only reported: comments, page headers, hidden sheets, struck-through text.
    """

    name: str
    parts: tuple[Paragraph | Grid, ...]
    notes: tuple[Paragraph, ...] = ()

    @property
    def grids(self) -> tuple[Grid, ...]:
        """The grids in order."""
        return tuple(part for part in self.parts if isinstance(part, Grid))


class Unopened(Exception):  # noqa: N818  # said of a document, not of the program
    """A document that cannot be opened; `zh` and `en` say why and what to do."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.zh = zh
        self.en = en
