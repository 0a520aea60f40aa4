"""Where in a file a comment can stand that suppresses a finding, the narrowest place first."""

from collections.abc import Iterator
from typing import NamedTuple

from perflint.judge import Suppression
from perflint.source import Node, NodeKind, Source
from perflint.source.source import line_starts

_CLOSING = "]］】"


class Placement(NamedTuple):
    """A place for a comment: the offset at which it is inserted, and what stands around it there.

    `own` is the comment that is extended: its codes at `at`, its reason at its end. `lead` and `tail` are what comes
    before and after a new comment: blanks, an indentation, a line end.
    """

    at: int
    lead: str = ""
    tail: str = ""
    own: Suppression | None = None


class Ground(NamedTuple):
    """A source with what has to be known to find places: suppressions, and scalars over several lines."""

    source: Source
    suppressions: tuple[Suppression, ...]
    tall: tuple[Node, ...]


def survey(source: Source, suppressions: tuple[Suppression, ...]) -> Ground:
    """Return a source with what has to be known to find places in it."""
    tall = tuple(node for root in source.roots for node in _scalars(root) if _is_tall(source, node))
    return Ground(source, suppressions, tall)


def _scalars(node: Node) -> Iterator[Node]:
    if node.kind is NodeKind.SCALAR:
        yield node
    for key, value in node.pairs:
        yield from _scalars(key)
        yield from _scalars(value)
    for item in node.items:
        yield from _scalars(item)


def _is_tall(source: Source, node: Node) -> bool:
    text = source.text[node.start : node.end]
    return not node.shared and ("\n" in text or "\r" in text)


def placements(ground: Ground, offset: int, reason: str, until: str) -> Iterator[Placement]:
    """Yield the places for a comment on what starts at an offset: its line, then above the field, the row, the table."""
    at_end = _on_line(ground, offset, reason, until)
    if at_end is not None:
        yield at_end
    seen = set()
    for start in reversed(list(_elements(ground.source.roots, offset))):
        above = _above(ground.source, start)
        if above is not None and above not in seen:
            seen.add(above)
            yield above


def _on_line(ground: Ground, offset: int, reason: str, until: str) -> Placement | None:
    """Return the end of the line of an offset, None where no comment can stand there or another one does."""
    start, end = _line(ground.source, offset)
    comment = next((known for known in ground.source.comments if start <= known.start < end), None)
    if comment is not None:
        own = next((known for known in ground.suppressions if known.start == comment.start), None)
        return _extended(ground.source, own) if own and own.reason and own.until == until and reason else None
    if any(_holds(ground.source, node, end) for node in ground.tall):
        return None
    return Placement(end, "" if ground.source.text[start:end].endswith((" ", "\t")) else " ")


def _extended(source: Source, own: Suppression) -> Placement | None:
    text = source.text[own.start : own.end]
    closing = next((place for place, char in enumerate(text) if char in _CLOSING), None)
    return Placement(own.start + closing, own=own) if closing is not None and own.codes else None


def _holds(source: Source, node: Node, end: int) -> bool:
    """Return whether the end of a line is inside a scalar; behind the `|` of a block scalar a comment may stand."""
    if node.style in {"|", ">"} and end <= _line(source, node.start)[1]:
        return False
    return node.start <= end < node.end


def _line(source: Source, offset: int) -> tuple[int, int]:
    """Return where the line of an offset starts, and where it ends without its line end."""
    number, column = source.line_column(offset)
    start = offset - column + 1
    return start, start + len(source.line_text(number))


def _elements(roots: tuple[Node, ...], offset: int) -> Iterator[int]:
    """Yield where the elements around an offset start, the table first: mappings, their pairs, items of sequences."""
    node = next((root for root in reversed(roots) if root.start <= offset), None)
    while node is not None:
        yield node.start
        inner = [(key.start, value) for key, value in node.pairs if not key.shared and key.start <= offset]
        inner += [(item.start, item) for item in node.items if not item.shared and item.start <= offset]
        start, node = max(inner, key=lambda one: one[0]) if inner else (-1, None)
        if node is not None:
            yield start
            node = None if node.shared or node.start > offset else node


def _above(source: Source, start: int) -> Placement | None:
    """Return the place above the line on which an element starts, None where something else stands before it there."""
    first, end = _line(source, start)
    before = source.text[first:start]
    if before.strip(" \t-"):
        return None
    line = source.text[first:end]
    indent = line[: len(line) - len(line.lstrip(" \t"))]
    return Placement(first, indent, _line_end(source, first, end))


def _line_end(source: Source, first: int, end: int) -> str:
    """Return the line end that the file has here: behind this line, else behind the one before."""
    starts = line_starts(source.text)
    number = source.line_column(first)[0]
    if number < len(starts):
        return source.text[end : starts[number]]
    before = source.text[:first]
    return next((mark for mark in ("\r\n", "\n", "\r") if before.endswith(mark)), "\n")
