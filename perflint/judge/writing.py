"""A new cell text as YAML source: written in the style of the old one, changing as few characters as can be."""

from perflint.model import Cell
from perflint.source import NodeKind, Source, locate, parse_text

Written = tuple[int, int, str]


def write_cell(source: Source, cell: Cell, text: str) -> Written | None:
    """Return the replacement (start, end, new source) that gives a cell another text, None where it must not be edited.

    A value behind an alias or a merge key is not edited, nor one that is a list; nothing is proposed where the written
    form would read back as another text.
    """
    node = cell.node
    if node.kind is not NodeKind.SCALAR or node.shared or cell.pieces or text == cell.text:
        return None
    if node.style == "":
        return _plain(source, cell, text)
    if node.style in {"|", ">"}:
        return _inner(source, cell, text) if "\n" not in _changed(cell.text, text)[2] else None
    return (node.start, node.end, quoted(text)) if "\n" not in text else None


def _plain(source: Source, cell: Cell, text: str) -> Written | None:
    if "\n" in text:
        return None
    if not is_plain(text):
        return (cell.node.start, cell.node.end, quoted(text))
    if cell.node.start == cell.node.end:
        return (cell.node.start, cell.node.end, f" {text}")
    return _inner(source, cell, text)


def _inner(source: Source, cell: Cell, text: str) -> Written:
    start, end, new = _changed(cell.text, text)
    first, last = locate(source, cell.node, start, end)
    return (first, last, new)


def _changed(old: str, new: str) -> tuple[int, int, str]:
    """Return the span of the old text that differs, and what the new one has there."""
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    tail = 0
    while tail < min(len(old), len(new)) - start and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return start, len(old) - tail, new[start : len(new) - tail]


def is_plain(text: str) -> bool:
    """Return whether a text can stand unquoted in any YAML context and reads back as itself."""
    source = parse_text(f"{{a: {text}}}", "")
    if source.faults or len(source.roots) != 1 or len(source.roots[0].pairs) != 1:
        return False
    return source.roots[0].pairs[0][1].text == text


def quoted(text: str) -> str:
    """Return a text in double quotes as YAML source."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t")
    return f'"{escaped}"'
