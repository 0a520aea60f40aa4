"""Cells as their file lays them → a grid: spans clamped, unused grid lines dropped, places named."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from perflint.office.grid import Grid, GridCell
from perflint.office.reading.boxes import state
from perflint.office.reading.limits import MOST_COLUMNS, MOST_SLOTS, too_large

Blocks = Sequence["Block"]


class Block(Struct, frozen=True):
    """A cell on its way to a grid: its text, where it begins (from 0), over how many rows and columns it goes.

    `place` is given where the file has better names than row and column of the table: a line of a text, `Sheet1!C5`.
    `origin` is the element of the file that it was read from, where somebody has to find it again.
    """

    text: str
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    place: str = ""
    origin: Any = None


def lay(number: int, name: str, blocks: Blocks) -> Grid:
    """Return blocks as the grid of a table; a cell's place is `表2 第5行第3列`, columns counted as a person sees them.

    Raises:
        Unopened: the table covers more than can be read.
    """
    return gathered_blocks(number, name, drawn_blocks(number, blocks))


def drawn_blocks(number: int, blocks: Blocks) -> "tuple[Block, ...]":
    """Return the blocks of a table as a person sees them, each with its place.

    Raises:
        Unopened: the table covers more than can be read.
    """
    drawn = _straightened(blocks)
    return placed(drawn, lambda block, row, column: block.place or f"表{number} 第{row}行第{column}列")


def placed(blocks: Blocks, name: Callable[[Block, int, int], str]) -> tuple[Block, ...]:
    """Return blocks with their places, named from the row and which cell of that row it is, both from 1."""
    ordinals = _ordinals(blocks)
    return tuple(
        replace(block, place=name(block, block.row + 1, ordinals[block.row, block.column])) for block in blocks
    )


def gathered_blocks(number: int, name: str, blocks: Blocks) -> Grid:
    """Return placed blocks in reading order as a grid, with the height and width that they need."""
    cells = tuple(
        GridCell(block.text, block.row, block.column, block.place, block.rows, block.columns, state(block.text))
        for block in blocks
    )
    height = max((cell.row + cell.rows for cell in cells), default=0)
    width = max((cell.column + cell.columns for cell in cells), default=0)
    return Grid(number, name, cells, height, width)


def _straightened(blocks: Blocks) -> list[Block]:
    """Return blocks over those grid lines only at which some cell begins: Word keeps one for each dragged border."""
    if sum(block.rows * min(block.columns, MOST_COLUMNS) for block in blocks) > MOST_SLOTS:
        raise too_large()
    lines = sorted({block.column for block in blocks})
    drawn = []
    for block in sorted(blocks, key=lambda block: (block.row, block.column)):
        first = bisect_left(lines, block.column)
        after = bisect_left(lines, block.column + block.columns)
        drawn.append(replace(block, column=first, columns=max(1, after - first)))
    return drawn


def _ordinals(blocks: Blocks) -> dict[tuple[int, int], int]:
    """Return for each (row, column) at which a cell begins which cell of that row it is, from 1.

    Cells merged from the row above count: the person who looks at the paper sees them there.
    """
    beginnings: dict[int, list[int]] = {}
    for block in blocks:
        for row in range(block.row, block.row + block.rows):
            beginnings.setdefault(row, []).append(block.column)
    found = {}
    for row, columns in beginnings.items():
        found.update({(row, column): place for place, column in enumerate(sorted(columns), start=1)})
    return found
