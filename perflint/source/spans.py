"""From characters of a scalar's value back to the characters that were typed for them."""

from functools import lru_cache

from perflint.source.blocks import unfold_block
from perflint.source.node import Node, NodeKind
from perflint.source.quoting import Piece, unfold_plain, unfold_quoted
from perflint.source.source import Source

# For each character of a value the span, relative to the scalar, of what was typed for it.
Spans = tuple[tuple[int, int], ...]


def locate(source: Source, node: Node, start: int, end: int) -> tuple[int, int]:
    """The offsets in the source of the characters [start, end) of a scalar's value; the whole scalar where unknown."""
    if node.kind is not NodeKind.SCALAR:
        return node.start, node.end
    value = node.text
    start = max(0, min(start, len(value)))
    end = max(start, min(end, len(value)))
    spans = _form(source.text, node.start, node.end, value, node.style)
    if isinstance(spans, int):
        return node.start + spans + start, node.start + spans + end
    if not spans:
        return node.start, node.end
    first = spans[start][0] if start < len(spans) else spans[-1][1]
    last = spans[end - 1][1] if end > start else first
    return node.start + first, node.start + max(first, last)


@lru_cache(maxsize=16)
def _form(text: str, first: int, last: int, value: str, style: str) -> Spans | int:
    """How a scalar was typed: the spans of its characters, or how many characters stand before its value as it is.

    Kept for the last scalars, so that many marks in one long scalar do not read it again each time.
    """
    typed = text[first:last]
    if typed == value:
        return 0
    if style in {"'", '"'} and typed[1:-1] == value:
        return 1
    return _spans(typed, value, style)


def _spans(typed: str, value: str, style: str) -> Spans:
    """The span of each character of a value; () where reading the typed text again does not give that value."""
    pieces = _pieces(typed, value, style)
    read = "".join(character for character, _, _ in pieces)
    if not _agrees(read, value, style):
        return ()
    spans = [(start, end) for _, start, end in pieces[: len(value)]]
    # The line ends after a block scalar are part of its value, but not of its span.
    return tuple(spans + [(len(typed), len(typed))] * (len(value) - len(spans)))


def _pieces(typed: str, value: str, style: str) -> list[Piece]:
    if style in {"|", ">"}:
        return unfold_block(typed, value)
    return unfold_quoted(typed, style) if style else unfold_plain(typed)


def _agrees(read: str, value: str, style: str) -> bool:
    if style in {"|", ">"}:
        return read.rstrip(" \t\n") == value.rstrip(" \t\n")
    return read == value
