"""Marks of a text: the characters that a pattern found, and the text with others in their place."""

import re
from collections.abc import Iterable

from perflint.facts.vocabulary import Mark


def mark_of(found: re.Match[str], group: int = 0) -> Mark:
    """Return the mark of a match, or of one of its groups."""
    return Mark(found[group], found.start(group), found.end(group))


def marks_of(pattern: re.Pattern[str], text: str) -> tuple[Mark, ...]:
    """Return a mark for each match of a pattern in a text, in order."""
    return tuple(map(mark_of, pattern.finditer(text)))


def rewritten(text: str, changes: Iterable[tuple[int, int, str]]) -> str:
    """Return a text with new characters in the place of [start, end); of two changes that overlap the later one counts."""
    reached = len(text)
    pieces = []  # from the end on; put together once, so that many changes of a long text cost no more than its length
    for start, end, new in sorted(changes, reverse=True):
        if end <= reached:
            pieces += [text[end:reached], new]
            reached = start
    pieces.append(text[:reached])
    return "".join(reversed(pieces))
