"""Literal and folded block scalars read again character by character, each with the place where it was typed."""

import re
from collections.abc import Iterator

from perflint.pattern import pattern
from perflint.source.quoting import Piece

_LINE = pattern(r"([^\r\n\x85\u2028\u2029]*)(\r\n|[\r\n\x85\u2028\u2029])?")
# One line of a block: its text without indentation, where that starts, and the span of its line end.
Line = tuple[str, int, int, int]


def unfold_block(typed: str, value: str) -> list[Piece]:
    """The characters of a block scalar as typed from its `|` or `>` on; its value tells the indentation."""
    lines = list(_lines(typed, _indentation(typed, value)))
    return list(_literal(lines) if typed.startswith("|") else _folded(lines))


def _rows(typed: str) -> Iterator[re.Match[str]]:
    """The lines after the header, without the empty match at the end."""
    header = _LINE.match(typed)
    position = header.end() if header else 0
    return (row for row in _LINE.finditer(typed, position) if row.group())


def _indentation(typed: str, value: str) -> int:
    """The columns that belong to the layout: what the first line with text has more of than the value has."""
    first = next((row.group(1) for row in _rows(typed) if row.group(1).strip(" ")), "")
    content = value.lstrip("\n")
    return (len(first) - len(first.lstrip(" "))) - (len(content) - len(content.lstrip(" ")))


def _lines(typed: str, indentation: int) -> Iterator[Line]:
    for row in _rows(typed):
        text = row.group(1)
        cut = min(indentation, len(text) - len(text.lstrip(" ")))
        yield text[cut:], row.start() + cut, row.end(1), row.end()


def _literal(lines: list[Line]) -> Iterator[Piece]:
    for text, start, end, after in lines:
        yield from ((character, start + place, start + place + 1) for place, character in enumerate(text))
        yield "\n", end, after


def _folded(lines: list[Line]) -> Iterator[Piece]:
    """As YAML folds: one line end between two lines of text is a blank; around indented lines all of them stay."""
    pending: list[Piece] = []
    was_indented = True
    for text, start, end, after in lines:
        if text:
            indented = text[0] in " \t"
            yield from pending if was_indented or indented else _folded_breaks(pending)
            yield from ((character, start + place, start + place + 1) for place, character in enumerate(text))
            pending, was_indented = [], indented
        pending.append(("\n", end, after))
    yield from pending


def _folded_breaks(breaks: list[Piece]) -> list[Piece]:
    """The line ends between two lines of text: the first is a blank when it is alone, else it goes."""
    first, rest = breaks[0], breaks[1:]
    return rest or [(" ", first[1], first[2])]
