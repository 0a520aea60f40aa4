"""A sheet's cells at their addresses → a grid: the used part alone, merged cells once, hidden ones noted."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct, field

from perflint.office.grid import Grid, Paper, Paragraph
from perflint.office.reading.boxes import drawn
from perflint.office.reading.celltext import joined
from perflint.office.reading.layout import Block, gathered_blocks
from perflint.office.reading.limits import MOST_CELL, MOST_CELLS, MOST_SLOTS, MOST_TEXT, too_large, too_much

HIDDEN: Final = "（隐藏）"
_LETTERS: Final = 26


class Merged(Struct, frozen=True):
    """A merged range: its first and last row and column, from 0."""

    top: int
    left: int
    bottom: int
    right: int


class Sheet(Struct):
    """A sheet as it is read: texts by (row, column) from 0, merged ranges, hidden rows and columns."""

    name: str
    texts: dict[tuple[int, int], str] = field(default_factory=dict)
    merged: list[Merged] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    is_hidden: bool = False
    size: int = 0
    notes: list[Paragraph] = field(default_factory=list)

    def note(self, row: int, column: int, said: str) -> None:
        """Keep what is to be said of a cell that is not read as it stands in the file."""
        place = f"{self.name}!{letters(column)}{row + 1}"
        self.notes.append(Paragraph(f"（{place} {said}）", place))

    def put(self, row: int, column: int, text: str, font: str = "") -> None:
        """Keep a cell's text, as its font shows it; a blank one is not kept.

        Raises:
            Unopened: the cell, or the sheet so far, holds more than can be read.
        """
        self.size += len(text)
        if len(text) > MOST_CELL or self.size > MOST_TEXT:
            raise too_much("字符", "characters", self.size, MOST_CELL if len(text) > MOST_CELL else MOST_TEXT)
        text = joined(drawn(font, text).replace("\r\n", "\n").replace("_x000D_", "").split("\n"))
        if text:
            self.texts[row, column] = text
            if len(self.texts) > MOST_CELLS:
                raise too_much("单元格", "cells", len(self.texts), MOST_CELLS)


def paper_of(name: str, sheets: Sequence[Sheet]) -> Paper:
    """Return a workbook's sheets as paper: a hidden sheet is only noted, unless nothing stands in any other.

    Raises:
        Unopened: a sheet is too large.
    """
    numbered = [(number, sheet) for number, sheet in enumerate(sheets, start=1) if sheet.texts]
    seen = [(number, sheet) for number, sheet in numbered if not sheet.is_hidden] or numbered
    grids = [grid for number, sheet in seen if (grid := grid_of(sheet, number)) is not None]
    notes = [note for _, sheet in numbered for note in sheet.notes]
    for number, sheet in numbered:
        grid = grid_of(sheet, number) if (number, sheet) not in seen else None
        notes += [Paragraph(cell.text, cell.place) for cell in (grid.cells if grid else ()) if cell.text]
    return Paper(name, tuple(grids), tuple(notes))


def grid_of(sheet: Sheet, number: int) -> Grid | None:
    """Return a sheet as a grid of its used part, None where nothing stands in it.

    Raises:
        Unopened: the used part is too large.
    """
    if not sheet.texts:
        return None
    ranges = {(one.top, one.left): one for one in sheet.merged}
    rows = [row for row, _ in sheet.texts]
    columns = [column for _, column in sheet.texts]
    top, left = min(rows), min(columns)
    ends = [ranges[at] for at in sheet.texts if at in ranges]
    height = max([*rows, *(one.bottom for one in ends)]) - top + 1
    width = max([*columns, *(one.right for one in ends)]) - left + 1
    if height * width > MOST_SLOTS:
        raise too_large()
    return gathered_blocks(number, sheet.name, tuple(_blocks(sheet, ranges, (top, left), (height, width))))


def _blocks(
    sheet: Sheet, ranges: Mapping[tuple[int, int], Merged], start: Sequence[int], size: Sequence[int]
) -> Iterator[Block]:
    (top, left), (height, width) = start, size
    taken: set[tuple[int, int]] = set()
    for row in range(top, top + height):
        for column in range(left, left + width):
            if (row, column) in taken:
                continue
            one = ranges.get((row, column), Merged(row, column, row, column))
            bottom, right = min(one.bottom, top + height - 1), min(one.right, left + width - 1)
            if (bottom, right) != (row, column):
                taken.update((y, x) for y in range(row, bottom + 1) for x in range(column, right + 1))
            text = sheet.texts.get((row, column), "")
            place = _place(sheet, row, column)
            yield Block(text, row - top, column - left, bottom - row + 1, right - column + 1, place)


def _place(sheet: Sheet, row: int, column: int) -> str:
    hidden = sheet.is_hidden or row in sheet.hidden_rows or column in sheet.hidden_columns
    return f"{sheet.name}!{letters(column)}{row + 1}{HIDDEN if hidden else ''}"


def letters(column: int) -> str:
    """Return the letters of a column, from 0: A, B, … Z, AA."""
    text = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, _LETTERS)
        text = chr(ord("A") + rest) + text
    return text
