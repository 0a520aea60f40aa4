"""The characters of a file that several places of its tree share: anchored text that an alias or a merge key repeats."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from perflint.judge import Fix
from perflint.source import Node, NodeKind


class Shared:
    """The spans of shared scalars in the order of the file."""

    def __init__(self, roots: Iterable[Node]) -> None:
        self._spans = sorted({span for root in roots for span in _shared(root)})

    def holds(self, fix: Fix) -> bool:
        """Return whether a fix would change a shared text."""
        return any(self._reaches(edit.start, edit.end) for edit in fix.edits)

    def _reaches(self, start: int, end: int) -> bool:
        at = bisect_right(self._spans, (start, 1 << 62))
        near = self._spans[max(0, at - 1) : at + 1]
        return any(first <= end and start <= last for first, last in near)


def _shared(node: Node) -> Iterator[tuple[int, int]]:
    if node.kind is NodeKind.SCALAR:
        if node.shared:
            yield node.start, node.end
        return
    for child in node.items or [part for pair in node.pairs for part in pair]:
        yield from _shared(child)
