"""Edits of a table's text through its own spans: what a mutation does to a file, and the text that comes of it."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from perflint.model import Cell, Record, Table

_SPECIAL = set(",[]{}#&*!|>\"%@`'") | {": "}
Edit = tuple[int, int, str]


class Change(NamedTuple):
    """What one mutation does: a few words for the reader, and replacements of characters of the file."""

    what: str
    edits: tuple[Edit, ...]

    def changes(self, table: Table) -> bool:
        """Return whether the file is another one afterwards."""
        return any(table.source.text[start:end] != new for start, end, new in self.edits)


def put(cell: Cell, text: str, name: str = "") -> Change:
    """Return the change that writes another text into a cell."""
    head = f"{name}: " if name else ""
    return Change(f"{head}{cell.text or '(空)'} → {text or '(空)'}", (edit(cell, text),))


def put_all(cells: Iterable[tuple[Cell, str]], name: str = "") -> Change:
    """Return the change that writes into several cells at once."""
    pairs = list(cells)
    before, after = ("/".join(texts) for texts in zip(*((cell.text, text) for cell, text in pairs), strict=True))
    head = f"{name}: " if name else ""
    return Change(f"{head}{before} → {after}", tuple(edit(cell, text) for cell, text in pairs))


def edit(cell: Cell, text: str) -> Edit:
    """Return the replacement of a cell's scalar, quoted where YAML needs it."""
    needed = not text or text != text.strip() or any(sign in text for sign in _SPECIAL) or text[0] in "-?:= "
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return cell.node.start, cell.node.end, f'"{escaped}"' if needed or cell.node.style else text


def drop_rows(table: Table, rows: Iterable[Record], what: str) -> Change:
    """Return the change that takes whole indicator rows out of the file."""
    spans = [lines_of(table, row) for row in rows]
    return Change(what, tuple((start, end, "") for start, end in spans))


def repeat_row(table: Table, row: Record) -> Change:
    """Return the change that writes a row a second time, below itself."""
    start, end = lines_of(table, row)
    text = table.source.text[start:end]
    return Change(f"{row.text('name')} ×2", ((end, end, text if text.endswith("\n") else f"\n{text}"),))


def apply(text: str, change: Change) -> str:
    """Return a file's text after a change."""
    for start, end, new in sorted(change.edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def filled(table: Table, field: str) -> Iterator[tuple[Record, Cell]]:
    """Yield the indicator rows in which a cell is filled, with that cell."""
    for row in table.rows:
        cell = row.cells.get(field)
        if cell is not None and cell.filled:
            yield row, cell


def lines_of(table: Table, row: Record) -> tuple[int, int]:
    """Return where the lines of an indicator row begin and end in the file."""
    text = table.source.text
    last = row.node.start + len(text[row.node.start : row.node.end].rstrip())
    end = text.find("\n", last)
    return text.rfind("\n", 0, row.node.start) + 1, len(text) if end < 0 else end + 1
