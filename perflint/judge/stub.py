"""A key that a row or table lacks, as a commented line below its siblings: shown to the author, never written."""

from collections.abc import Sequence

from perflint.judge.writing import Written
from perflint.model import Record, Table, catalogue
from perflint.source import Node, NodeKind, Source


def write_stub(table: Table, row: int, field: str, text: str) -> Written | None:
    """Return where `# key: text` would go in the mapping that lacks a field, with the indentation of its keys.

    None where the field is there, where the mapping stands in braces (a comment has no place in it), or is shared.
    """
    node = table.rows[row].node if row >= 0 else table.root
    cells = table.rows[row].cells if row >= 0 else table.cells
    if field in cells or node.kind is not NodeKind.MAPPING or node.style == "flow" or node.shared or not node.pairs:
        return None
    first, last = node.pairs[0][0], node.pairs[-1][1]
    if last.shared or first.shared:
        return None
    at = _line_end(table.source, max(_end(last), node.pairs[-1][0].end))
    indent = " " * (table.source.line_column(first.start)[1] - 1)
    section = "indicators" if row >= 0 else "table"
    name = _spelling(section, field, node, table.rows if row >= 0 else ())
    return at, at, f"{_break(table.source)}{indent}# {name}: {text}"


def _end(node: Node) -> int:
    """Return where the last thing inside a node ends."""
    while node.items or node.pairs:
        node = node.items[-1] if node.items else node.pairs[-1][1]
    return node.end


def _line_end(source: Source, offset: int) -> int:
    """Return the end of the line in which the character before an offset stands, without its line break."""
    while offset > 0 and source.text[offset - 1] in "\r\n ":
        offset -= 1
    line, _ = source.line_column(offset)
    return offset - source.line_column(offset)[1] + 1 + len(source.line_text(line))


def _break(source: Source) -> str:
    return "\r\n" if "\r\n" in source.text else "\n"


def _spelling(section: str, field: str, node: Node, rows: Sequence[Record]) -> str:
    """Return how the table itself spells the key elsewhere, else its Chinese or English name as its siblings are."""
    for record in rows:
        cell = record.cells.get(field)
        if cell is not None and cell.key is not None:
            return cell.key.text
    known = next((entry for entry in catalogue().sections[section] if entry.name == field), None)
    chinese = any(not key.text.isascii() for key, _ in node.pairs)
    return known.spellings[0] if known and known.spellings and chinese else field
