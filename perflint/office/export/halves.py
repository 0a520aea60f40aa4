"""Rows of a form with two halves, mid-term on the left and annual on the right, set side by side by their classes."""

from collections.abc import Iterable, Sequence
from itertools import groupby, zip_longest
from typing import TypeAlias

from perflint.office.export.content import Entry

MIDTERM, ANNUAL = "中长期", "年度"
_MIDTERM = frozenset({"中长期", "中期", "长期", "midterm", "mid-term"})
Pair: TypeAlias = tuple[Entry | None, Entry | None]
_Run: TypeAlias = tuple[tuple[str, str], list[Entry]]


def paired(entries: Iterable[Entry]) -> list[Pair]:
    """Return the rows in pairs (mid-term, annual); rows of equal classes stand beside each other, in their order."""
    left: list[Entry] = []
    right: list[Entry] = []
    for entry in entries:
        side = entry.cells.get("horizon", "").strip()
        if side in {*_MIDTERM, ANNUAL}:
            entry.take("horizon")
        (left if side in _MIDTERM else right).append(entry)
    return _beside(_runs(left), _runs(right))


def _runs(entries: Sequence[Entry]) -> list[_Run]:
    grouped = groupby(entries, key=lambda entry: (entry.cells.get("level1", ""), entry.cells.get("level2", "")))
    return [(classes, list(run)) for classes, run in grouped]


def _beside(left: list[_Run], right: list[_Run]) -> list[Pair]:
    waiting = list(left)
    order: list[tuple[_Run | None, _Run | None]] = []
    for run in right:
        fitting = next((other for other in waiting if other[0] == run[0]), None)
        if fitting is not None:
            waiting.remove(fitting)
        order.append((fitting, run))
    for run in waiting:
        order.insert(_place(order, run), (run, None))
    return [pair for one, other in order for pair in zip_longest(one[1] if one else (), other[1] if other else ())]


def _place(order: Sequence[tuple[_Run | None, _Run | None]], run: _Run) -> int:
    """Return where a run without a partner goes: behind the last of its first-level class, else at the end."""
    same = [place for place, pair in enumerate(order) if any(one and one[0][0] == run[0][0] for one in pair)]
    return same[-1] + 1 if same else len(order)
