"""A printed form before it is a file: paragraphs, page breaks and tables of cells with spans."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias


class C(NamedTuple):
    """A cell as HTML would write it: its text, over how many columns and rows it goes."""

    text: str
    cols: int = 1
    rows: int = 1


class Placed(NamedTuple):
    """A cell at its place, from 0."""

    cell: C
    row: int
    column: int


class Lines(NamedTuple):
    """A table: its rows of cells, and how many of the first ones a word processor repeats on every page."""

    rows: Sequence[Sequence[C]]
    header: int = 0


class PageBreak(NamedTuple):
    """The end of a page."""


Part: TypeAlias = str | Lines | PageBreak


def placed(lines: Lines) -> Iterator[Placed]:
    """Yield each cell with the row and the column at which it begins."""
    taken: set[tuple[int, int]] = set()
    for row, cells in enumerate(lines.rows):
        column = 0
        for cell in cells:
            while (row, column) in taken:
                column += 1
            taken.update((row + down, column + right) for down in range(cell.rows) for right in range(cell.cols))
            yield Placed(cell, row, column)


def width(lines: Lines) -> int:
    """Return over how many columns the table goes."""
    return max(place.column + place.cell.cols for place in placed(lines))


def runs(keys: Sequence[str]) -> list[int]:
    """Return for each key over how many rows it is printed once: its run where it begins, 0 where it goes on."""
    found = [0] * len(keys)
    start = 0
    for index, key in enumerate(keys):
        if index and (not key or key != keys[start]):
            start = index
        found[start] += 1
    return found


def box(chosen: str, *choices: str, suffix: str = "") -> str:
    """Return the choices of a form, each behind its box: `☐ 新增项目 ☑ 延续项目`."""
    return " ".join(f"{'☑' if choice == chosen else '☐'} {choice}{suffix}" for choice in choices)
