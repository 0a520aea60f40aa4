"""Tables as frozen views of a document: cells that keep their place, rows, periods."""

from collections.abc import Mapping
from typing import NamedTuple

from msgspec import Struct

from perflint.source import Node, Source
from perflint.typography import is_blank


class Cell(NamedTuple):
    """One cell: its text as typed, the node behind it, its JSON Pointer, and the pieces of a cell that is a list."""

    text: str
    node: Node
    pointer: str
    key: Node | None = None
    pieces: tuple["Cell", ...] = ()

    @property
    def filled(self) -> bool:
        """Whether the cell holds more than blanks."""
        return not is_blank(self.text)

    @property
    def texts(self) -> tuple["Cell", ...]:
        """The cell itself, or its pieces where the author wrote a list."""
        return self.pieces or (self,)


class Record(NamedTuple):
    """One mapping of a list (an indicator row, a task, a cost item): cells by canonical dotted name, `x-` cells by their key."""

    index: int  # type: ignore[assignment]  # the row's position; the tuple's own method of that name is not used
    node: Node
    pointer: str
    cells: Mapping[str, Cell]
    own: Mapping[str, Cell] = {}

    def text(self, field: str) -> str:
        """Return the text of a cell, "" where the row does not have it."""
        cell = self.cells.get(field)
        return cell.text if cell else ""


class Period(NamedTuple):
    """One period of the spending plan: its printed name and its percentage as typed."""

    name: str
    cell: Cell


class Irregularity(NamedTuple):
    """A key or shape the format does not know: `unknown` key, wrong `shape`, or a key given `twice`.

    `expected` is the shape that the field holds; `section` and `spelled` say where and what was written.
    """

    kind: str
    cell: Cell
    section: str
    spelled: str
    expected: str


class Table(Struct, frozen=True):
    """One target table: cells by canonical dotted name, rows by list name, the spending plan, and what did not fit.

    `strays` are the cells of the latter by JSON Pointer, `own` what a bureau adds by itself: its `x-` cells, by their key
    after the section's name (`x-责任科室`, `project.x-密级`).
    """

    source: Source
    root: Node
    pointer: str
    head: Cell
    cells: Mapping[str, Cell]
    records: Mapping[str, tuple[Record, ...]]
    plan: tuple[Period, ...]
    irregularities: tuple[Irregularity, ...]
    strays: Mapping[str, Cell] = {}
    own: Mapping[str, Cell] = {}

    @property
    def rows(self) -> tuple[Record, ...]:
        """The indicator rows."""
        return self.records.get("indicators", ())

    def text(self, field: str) -> str:
        """Return the text of a cell by canonical dotted name, "" where the table does not have it."""
        cell = self.cells.get(field)
        return cell.text if cell else ""

    def filled(self, field: str) -> bool:
        """Return whether a cell is there and holds more than blanks."""
        cell = self.cells.get(field)
        return cell is not None and not is_blank(cell.text)
