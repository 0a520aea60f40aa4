"""The characters of a file that several places of its tree share: anchored text that an alias or a merge key repeats."""

from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from perflint.source import Node, NodeKind, parse_text

_FAR = 1 << 62


def is_shared(text: str, start: int, end: int) -> bool:
    """Return whether a change of the characters [start, end) of a file would change several places of its tree."""
    if "&" not in text or "*" not in text:
        return False
    spans = _spans(text)
    at = bisect_right(spans, (start, _FAR))
    return any(first <= end and start <= last for first, last in spans[max(0, at - 1) : at + 1])


@lru_cache(maxsize=4)
def _spans(text: str) -> tuple[tuple[int, int], ...]:
    """Return the spans of shared scalars in the order of the file."""
    return tuple(sorted({span for root in parse_text(text, "").roots for span in _shared(root)}))


def _shared(node: Node) -> Iterator[tuple[int, int]]:
    if node.kind is NodeKind.SCALAR:
        if node.shared:
            yield node.start, node.end
        return
    for child in node.items or [part for pair in node.pairs for part in pair]:
        yield from _shared(child)
