"""Findings that stay while a text cannot be read: those of the text before, where nothing was typed since.

While a row is half typed, the YAML of its whole table is often broken. What was found in the cells that nobody touched still
holds, so that it is shown on. To read the table without the broken row instead would find what is not so: a class without
rows, a sum that does not add up.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from msgspec.structs import replace

from perflint.facts.placing import place_of
from perflint.judge import Finding, Related
from perflint.model import read_tables
from perflint.source import Source
from perflint.source.place import Place


class _Shift(NamedTuple):
    """What was typed between two texts: the characters [start, end) of the first made way for `more` more characters."""

    start: int
    end: int
    more: int

    def of(self, start: int, end: int) -> tuple[int, int] | None:
        """Return where characters of the first text stand in the second, None for those that were touched or stand beside."""
        if end < self.start:
            return start, end
        return (start + self.more, end + self.more) if start > self.end else None


def carried(before: Source, findings: tuple[Finding, ...], now: Source) -> tuple[Finding, ...]:
    """Return the findings of an earlier text that still hold in one that is broken; () where nothing of it is unread."""
    if not now.faults:
        return ()
    shift = _typed(before.text, now.text)
    read = [(table.root.start, table.root.end) for table in read_tables(now).tables]
    return tuple(_moved(findings, shift, now, read))


def _moved(
    findings: tuple[Finding, ...], shift: _Shift, now: Source, read: list[tuple[int, int]]
) -> Iterator[Finding]:  # fmt: skip
    """Yield findings at their new places; what stands in a table that can be read is left to its own findings."""
    for finding in findings:
        place = _place(finding.place, shift, now)
        if place is not None and not any(start <= place.start < end for start, end in read):
            related = tuple(_related(finding, shift, now))
            yield replace(finding, place=place, related=related, fix=None)


def _related(finding: Finding, shift: _Shift, now: Source) -> Iterator[Related]:
    for one in finding.related:
        place = _place(one.place, shift, now) if one.place.path == finding.place.path else one.place
        if place is not None:
            yield replace(one, place=place)


def _place(place: Place, shift: _Shift, now: Source) -> Place | None:
    found = shift.of(place.start, place.end)
    return place_of(now, place.pointer, *found) if found else None


def _typed(before: str, now: str) -> _Shift:
    """Return what differs between two texts, taken as one change."""
    least = min(len(before), len(now))
    start = _alike(least, lambda size: before[:size] == now[:size])
    tail = _alike(least - start, lambda size: before[len(before) - size :] == now[len(now) - size :])
    return _Shift(start, len(before) - tail, len(now) - len(before))


def _alike(most: int, same: Callable[[int], bool]) -> int:
    """Return the largest size up to `most` of which two texts are the same."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if same(middle) else (low, middle - 1)
    return low
