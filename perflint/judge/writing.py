"""A new cell text as YAML source: written in the style of the old one, changing as few characters as can be."""

from functools import lru_cache

from perflint.judge.obstacle import Obstacle
from perflint.judge.sharing import is_shared
from perflint.model import Cell
from perflint.pattern import pattern
from perflint.source import NodeKind, Source, locate, parse_text

Written = tuple[int, int, str]
# Nothing in it means anything to YAML, wherever it stands: most values and names.
_SURELY_PLAIN = pattern(r"[0-9A-Za-z\u4e00-\u9fff≥≤][0-9A-Za-z\u4e00-\u9fff≥≤%./（）、，。；-]*")  # full-width marks


def write_cell(source: Source, cell: Cell, text: str) -> tuple[Written, ...] | Obstacle:
    """Return the replacements (start, end, new source) that give a cell another text, or what stands in the way.

    A value behind an alias or a merge key is not edited, nor one that is a list; a text of several lines is written line
    by line, and must keep their number.
    """
    node, lines, old = cell.node, text.split("\n"), cell.text.split("\n")
    if node.shared or is_shared(source.text, node.start, node.end):
        return Obstacle.SHARED
    if node.kind is not NodeKind.SCALAR or cell.pieces or len(lines) != len(old):
        return Obstacle.LINES
    if len(lines) > 1 or node.style in {"|", ">"}:
        return _by_lines(source, cell, old, lines)
    return (_quoted(source, cell, text) if node.style else _plain(source, cell, text),)


def _by_lines(source: Source, cell: Cell, old: list[str], lines: list[str]) -> tuple[Written, ...] | Obstacle:
    found: list[Written] = []
    at = 0
    for line, new in zip(old, lines, strict=True):
        if line != new:
            written = _inner(source, cell, line, new, at)
            if written is None:
                return Obstacle.STYLE
            found.append(_in_quotes(cell, written))
        at += len(line) + 1
    return tuple(found)


def _plain(source: Source, cell: Cell, text: str) -> Written:
    node = cell.node
    if not (is_plain(text) or (not is_plain(cell.text) and is_plain_line(text))):
        return (node.start, node.end, quoted(text))
    if node.start == node.end:
        return (node.start, node.end, f" {text}")
    return _inner(source, cell, cell.text, text) or (node.start, node.end, text)


def _quoted(source: Source, cell: Cell, text: str) -> Written:
    """Return the replacement inside the quotes that are there, the whole in double quotes where that cannot be placed."""
    inner = _inner(source, cell, cell.text, text)
    return (cell.node.start, cell.node.end, quoted(text)) if inner is None else _in_quotes(cell, inner)


def _in_quotes(cell: Cell, written: Written) -> Written:
    """Return a replacement with its new text as it stands between the quotes of a cell."""
    start, end, new = written
    return (start, end, {"'": new.replace("'", "''"), '"': escaped(new)}.get(cell.node.style, new))


def _inner(source: Source, cell: Cell, old: str, text: str, at: int = 0) -> Written | None:
    """Return the replacement of just the characters that differ, None where their place is not known.

    `old` is what is to become `text`: the cell's text, or the line of it that begins at an offset.
    """
    start, end, new = changed(old, text)
    first, last = locate(source, cell.node, at + start, at + end)
    whole = (first, last) == (cell.node.start, cell.node.end) and end - start < len(cell.text)
    return None if whole else (first, last, new)


def changed(old: str, new: str) -> Written:
    """Return the span of the old text that differs, and what the new one has there."""
    most = min(len(old), len(new))
    start = _common(old, new, most)
    tail = _common(old[::-1], new[::-1], most - start)
    return start, len(old) - tail, new[start : len(new) - tail]


def _common(one: str, other: str, most: int) -> int:
    """Return how many characters two texts have in common at the beginning, at most so many."""
    return next((place for place in range(most) if one[place] != other[place]), most)


@lru_cache(maxsize=4096)
def is_plain(text: str) -> bool:
    """Return whether a text can stand unquoted in any YAML context and reads back as itself."""
    return is_surely_plain(text) or (reads_as(f"{{a: {text}}}", text) and is_plain_line(text))


@lru_cache(maxsize=4096)
def is_plain_line(text: str) -> bool:
    """Return whether a text can stand unquoted outside brackets and reads back as itself."""
    return is_surely_plain(text) or reads_as(f"a: &a {text}\nb: 1", text)


def is_surely_plain(text: str) -> bool:
    """Return whether a text's characters alone tell that it can stand unquoted anywhere: then no parser is asked."""
    return _SURELY_PLAIN.fullmatch(text) is not None


def reads_as(typed: str, text: str) -> bool:
    """Return whether YAML source has a text as the value of its first key, and nothing else that was not meant."""
    source = parse_text(typed, "")
    if source.faults or source.comments or len(source.roots) != 1 or not source.roots[0].pairs:
        return False
    pairs = source.roots[0].pairs
    return pairs[0][1].kind is NodeKind.SCALAR and pairs[0][1].text == text and len(pairs) == typed.count("\nb: 1") + 1


def quoted(text: str) -> str:
    """Return a text in double quotes as YAML source."""
    return f'"{escaped(text)}"'


def escaped(text: str) -> str:
    """Return a text as it stands between double quotes."""
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t")
