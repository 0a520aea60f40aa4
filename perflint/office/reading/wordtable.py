"""A Word table → blocks: gridSpan and vMerge as spans, rows inside content controls, nested tables apart."""

from collections.abc import Callable, Iterator
from typing import Final

from msgspec import Struct

from perflint.office.reading.celltext import joined
from perflint.office.reading.layout import Block
from perflint.office.reading.limits import MOST_CELLS, MOST_COLUMNS, too_much
from perflint.office.reading.wordtext import Element, W

_DIGITS: Final = 7
_WRAPPERS: Final = frozenset(f"{W}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"))


class _Open(Struct):
    """A cell that rows below may still go on: `vMerge` carries on what stands at the same column."""

    text: str
    row: int
    column: int
    columns: int
    origin: Element
    rows: int = 1


def word_blocks(table: Element, read: Callable[[Element], str]) -> tuple[list[Block], list[Element]]:
    """Return the blocks of a `w:tbl` element, and the tables nested in its cells; `read` gives a paragraph's text.

    Raises:
        Unopened: the table has more cells than can be read.
    """
    gathered: list[_Open] = []
    nested: list[Element] = []
    above: dict[int, _Open] = {}
    for number, row in enumerate(row for row in within(table, f"{W}tr") if row.find(f"{W}trPr/{W}del") is None):
        above = _read_row(row, number, above, lambda cell: _cell_text(cell, read, nested))
        gathered.extend(cell for cell in above.values() if cell.row == number)
        if len(gathered) > MOST_CELLS:
            raise too_much("单元格", "cells", len(gathered), MOST_CELLS)
    return [
        Block(cell.text, cell.row, cell.column, cell.rows, cell.columns, origin=cell.origin) for cell in gathered
    ], nested


def _read_row(
    row: Element, number: int, above: dict[int, _Open], text_of: Callable[[Element], str]
) -> dict[int, _Open]:
    """Read one row; return its cells by column, for the row below."""
    column = _number(row.find(f"{W}trPr/{W}gridBefore"), 0)
    standing: dict[int, _Open] = {}
    for cell in within(row, f"{W}tc"):
        span = _number(cell.find(f"{W}tcPr/{W}gridSpan"), 1)
        merged = cell.find(f"{W}tcPr/{W}vMerge")
        upper = above.get(column) if merged is not None and merged.get(f"{W}val") != "restart" else None
        if upper is not None and upper.columns == span:
            upper.rows += 1
            standing[column] = upper
        else:
            standing[column] = _Open(text_of(cell), number, column, span, cell)
        column += span
    return standing


def within(element: Element, tag: str) -> Iterator[Element]:
    """Yield the children of an element with a tag, also those inside content controls and tracked insertions."""
    for child in element.iterchildren("*"):
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from within(child, tag)


def contents(element: Element) -> Iterator[Element]:
    """Yield the paragraphs and tables of a body or a cell in order."""
    for child in element.iterchildren("*"):
        if child.tag in {f"{W}p", f"{W}tbl"}:
            yield child
        elif child.tag in _WRAPPERS:
            yield from contents(child)


def _cell_text(cell: Element, read: Callable[[Element], str], nested: list[Element]) -> str:
    lines = []
    for part in contents(cell):
        if part.tag == f"{W}tbl":
            nested.append(part)
        else:
            lines.append(read(part))
    return joined(lines)


def _number(element: Element, default: int) -> int:
    text = "" if element is None else element.get(f"{W}val") or ""
    return min(max(int(text), default), MOST_COLUMNS) if text.isdecimal() and len(text) <= _DIGITS else default
