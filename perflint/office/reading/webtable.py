"""An HTML table → blocks: rowspan and colspan as the standard lays them, nested tables apart."""

from collections.abc import Iterator
from typing import Final

from perflint.office.reading.celltext import joined
from perflint.office.reading.layout import Block
from perflint.office.reading.limits import MOST_COLUMNS, MOST_ROWS, MOST_SLOTS, too_large
from perflint.office.reading.webtext import BREAK, LINES, Element, Lines, font_of, is_shown

_GROUPS: Final = frozenset({"thead", "tbody", "tfoot"})
_CELLS: Final = frozenset({"td", "th"})
_DIGITS: Final = 7


def web_blocks(table: Element) -> tuple[list[Block], list[Element]]:
    """Return the blocks of a `table` element, and the tables nested in its cells.

    Raises:
        Unopened: the table covers more than can be read.
    """
    rows = list(_rows(table))
    taken: set[tuple[int, int]] = set()
    blocks: list[Block] = []
    nested: list[Element] = []
    for number, row in enumerate(rows):
        column = 0
        for cell in (one for one in row.iterchildren("*") if one.tag in _CELLS and is_shown(one)):
            while (number, column) in taken:
                column += 1
            down = min(_span(cell, "rowspan") or len(rows), len(rows) - number)
            right = max(1, min(_span(cell, "colspan"), MOST_COLUMNS))
            if len(taken) + down * right > MOST_SLOTS:
                raise too_large()
            taken.update((number + y, column + x) for y in range(down) for x in range(right))
            blocks.append(Block(_text(cell, nested), number, column, down, right))
    return blocks, nested


def _rows(table: Element) -> Iterator[Element]:
    for child in table.iterchildren("*"):
        if child.tag == "tr" and is_shown(child):
            yield child
        elif child.tag in _GROUPS:
            yield from (row for row in child.iterchildren("tr") if is_shown(row))


def _span(cell: Element, name: str) -> int:
    text = (cell.get(name) or "1").strip()
    return min(int(text), MOST_ROWS) if text.isdecimal() and len(text) <= _DIGITS else 1


def _text(cell: Element, nested: list[Element]) -> str:
    lines = Lines()
    waiting: list[tuple[Element | str, str]] = [(cell, "")]
    while waiting:
        part, font = waiting.pop()
        if isinstance(part, str):
            lines.text(part, font)
        elif part.tag == "table":
            nested.append(part)
        elif is_shown(part):
            lines.control(part)
            waiting.extend(_inside(part, font_of(part) or font))
    return joined(_without_empty(lines.taken()))


def _inside(element: Element, font: str) -> list[tuple[Element | str, str]]:
    """Return what stands in an element, the last first; a block stands between line ends."""
    ends: list[tuple[Element | str, str]] = [(BREAK, "")] if element.tag in LINES else []
    parts = [*ends, (element.text or "", font)]
    for child in element.iterchildren("*"):
        parts += [(child, font), (child.tail or "", font)]
    return [*parts, *ends][::-1]


def _without_empty(lines: list[str]) -> list[str]:
    """Return the lines without the empty ones, which are the ends of blocks beside each other."""
    return [line for line in lines if line]
