"""Text with a line for each cell, as word processors save tables: a tab before each cell, a blank line after each row.

A cell that goes on from the row above leaves a line with its tab alone (a blank cell has at least a space). How wide
cells are is not kept, so the last cell of a short row is taken to go on to the table's edge; that is all that is guessed.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from perflint.office.grid import Grid, Paragraph
from perflint.office.reading.celltext import joined
from perflint.office.reading.layout import Block, lay

_SPACES = " \u3000\xa0"


class _Cell(Struct):
    """A cell as its lines are read; `line` counts from 1. `goes_on` is a cell merged with the one above."""

    line: int
    lines: list[str]

    @property
    def goes_on(self) -> bool:
        return self.lines == [""]


class _Standing(Struct):
    """A cell at its place in the table."""

    cell: _Cell
    row: int
    column: int
    columns: int
    rows: int = 1


class _Scribe(Struct):
    """What is being read: the rows of the table so far, and whether the last of them is still open."""

    rows: list[list[_Cell]] = field(default_factory=list)
    is_open: bool = False
    tables: int = 0

    def add(self, line: int, text: str) -> None:
        """Add a cell to the open row, or begin one."""
        if not self.is_open:
            self.rows.append([])
            self.is_open = True
        self.rows[-1].append(_Cell(line, [text]))

    def close(self) -> Iterator[Grid]:
        """Yield the table that ends here, if there is one."""
        if self.rows:
            self.tables += 1
            yield lay(self.tables, "", _blocks(self.rows))
        self.rows, self.is_open = [], False


def read_line_cells(lines: Sequence[str]) -> Iterator[Paragraph | Grid]:
    """Yield the paragraphs and tables of such a text in order."""
    scribe = _Scribe()
    for number, line in enumerate(lines, start=1):
        before, tab, text = line.partition("\t")
        if tab and not before.strip(_SPACES):
            if before:  # a paragraph of blanks, which the next table follows on the same line
                yield from scribe.close()
            scribe.add(number, text)
        elif not line and scribe.is_open:
            scribe.is_open = False
        elif line.strip() and scribe.is_open:
            scribe.rows[-1][-1].lines.append(line)
        else:
            yield from scribe.close()
            if line.strip():
                yield Paragraph(line, f"第{number}行")
    yield from scribe.close()


def _blocks(rows: Sequence[Sequence[_Cell]]) -> list[Block]:
    width = max(len(row) for row in rows)
    above: list[_Standing] = []
    gathered: list[_Standing] = []
    for number, row in enumerate(rows):
        above = _row(row, number, width, above)
        gathered.extend(standing for standing in above if standing.row == number)
    return [
        Block(joined(one.cell.lines), one.row, one.column, one.rows, one.columns, f"第{one.cell.line}行")
        for one in gathered
    ]


def _row(row: Sequence[_Cell], number: int, width: int, above: Sequence[_Standing]) -> list[_Standing]:
    """Return a row's cells at their columns; the first ones may go on from the row above."""
    here: list[_Standing] = []
    leads = True
    for column, cell in enumerate(row):
        leads = leads and cell.goes_on and column < len(above) and above[column].columns == 1
        if leads:
            above[column].rows += 1
            here.append(above[column])
        else:
            columns = width - column if column == len(row) - 1 else 1
            here.append(_Standing(cell, number, column, columns))
    return here
