"""What is on the desk while a document is recognised: the table being filled, and what the next row may go on with."""

from collections.abc import Callable, Iterable
from typing import TypeAlias

from msgspec import Struct, field

from perflint.office.grid import GridCell, Paragraph
from perflint.office.recognition.columns import Column
from perflint.office.recognition.draft import Draft, Leaf
from perflint.office.recognition.sheet import Row, Sheet
from perflint.office.recognition.vocabulary import Listing, Vocabulary

_HARD_ROWS = 400


class OpenList(Struct):
    """A list whose headings were read: its columns and what is carried down into blank cells."""

    listing: Listing
    columns: tuple[Column, ...]
    first_row: int
    carried: dict[str, tuple[Leaf, GridCell]] = field(default_factory=dict)
    left_used: bool = False
    midterm: bool = False
    regular: bool = False


class Desk(Struct):
    """The state of reading one document. `awaiting` takes the next row and says whether it was its own."""

    vocabulary: Vocabulary
    sheet: Sheet
    draft: Draft = field(default_factory=Draft)
    done: list[Draft] = field(default_factory=list)
    captions: list[Paragraph] = field(default_factory=list)
    loose: list[Paragraph] = field(default_factory=list)
    awaiting: "Awaiting | None" = None
    pending: list[tuple[str, GridCell]] = field(default_factory=list)
    opened: OpenList | None = None
    closed: OpenList | None = None
    hard_rows: int = _HARD_ROWS
    year: str = ""

    def finish(self) -> None:
        """Lay the table being filled aside and begin another."""
        if self.draft.tree or self.draft.rows:
            self.done.append(self.draft)
            self.draft = Draft()
        self.awaiting = self.opened = self.closed = None
        self.pending = []

    def leave(self, cell: GridCell) -> None:
        """Note a cell that no field was found for."""
        self.draft.use(cell, "", "left")

    def leave_all(self, cells: Iterable[GridCell]) -> None:
        """Note cells that no field was found for."""
        for cell in cells:
            self.leave(cell)


Awaiting: TypeAlias = Callable[[Desk, Row], bool]
