"""Which fixes can be applied together: no character of the file, and no character of a cell's text, is meant twice."""

from bisect import bisect_left, insort
from collections.abc import Iterable
from typing import NamedTuple

from perflint.judge import Change, Fix
from perflint.judge.writing import changed

Span = tuple[int, int]


class Chosen(NamedTuple):
    """The fixes that go together, the first in the text first, and those left for the next pass."""

    fixes: tuple[Fix, ...]
    left: tuple[Fix, ...]


def choose(fixes: Iterable[Fix]) -> Chosen:
    """Return the fixes that touch nothing of one another; of two that do, the one that begins first is taken.

    A fix over several cells is taken or left whole.
    """
    chosen: list[Fix] = []
    left: list[Fix] = []
    taken = _Taken()
    for fix in sorted(dict.fromkeys(fixes), key=lambda fix: min(edit.start for edit in fix.edits)):
        (chosen if taken.takes(fix) else left).append(fix)
    return Chosen(tuple(chosen), tuple(left))


class _Taken:
    """The spans that are taken: of the file, and of the text of each cell by pointer."""

    def __init__(self) -> None:
        self._spans: dict[str, list[Span]] = {}

    def takes(self, fix: Fix) -> bool:
        """Take the spans of a fix, unless one of them touches another that is taken."""
        wanted = [("", (edit.start, edit.end)) for edit in fix.edits]
        wanted += [(f"{change.key:d}{change.pointer}", span_of(change)) for change in fix.changes]
        if any(self._touches(place, span) for place, span in wanted):
            return False
        for place, span in wanted:
            insort(self._spans.setdefault(place, []), span)
        return True

    def _touches(self, place: str, span: Span) -> bool:
        spans = self._spans.get(place, [])
        at = bisect_left(spans, span)
        return any(start <= span[1] and span[0] <= end for start, end in spans[max(0, at - 1) : at + 1])


def span_of(change: Change) -> Span:
    """Return the characters of a cell's old text that a change replaces."""
    start, end, _ = changed(change.before, change.text)
    return start, end


def texts_after(changes: Iterable[Change]) -> dict[tuple[str, bool], str]:
    """Return the text that each cell, or key, has after all changes: by (pointer, whether the key is meant)."""
    by_cell: dict[tuple[str, bool], list[Change]] = {}
    for change in changes:
        by_cell.setdefault((change.pointer, change.key), []).append(change)
    return {cell: _together(several) for cell, several in by_cell.items()}


def _together(changes: list[Change]) -> str:
    text = changes[0].before
    for start, end, new in sorted((changed(change.before, change.text) for change in changes), reverse=True):
        text = text[:start] + new + text[end:]
    return text
