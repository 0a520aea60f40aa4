"""Each project beside the most similar other ones of its agency and year, without a threshold."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeVar

from perflint.across.case import Case, Entry, mentions
from perflint.across.facts.nearest import NearestView
from perflint.across.near_duplicates import Allowance
from perflint.typography import essence

Item = TypeVar("Item", str, int)


class _Project(NamedTuple):
    """A project with what it is compared by: pairs of neighbouring characters of its goal, hashes of its rows."""

    entry: Entry
    goal: frozenset[str]
    rows: frozenset[int]


def nearest_cases(group: Sequence[Entry], allowance: Allowance) -> Iterator[Case]:
    """Yield each project with its nearest ones by goal and by rows, as far as the allowance goes."""
    projects = [_Project(entry, _pairs(entry), frozenset(entry.sheet.pairs)) for entry in group if entry.project]
    if len(projects) < 2:  # noqa: PLR2004  # one has no other
        return
    for at, project in enumerate(projects):
        others = [other for place, other in enumerate(projects) if place != at and allowance.take()]
        if others:
            yield _case(project, others)


def _case(project: _Project, others: Sequence[_Project]) -> Case:
    by_goal = max(others, key=lambda other: _share(project.goal, other.goal))
    by_rows = max(others, key=lambda other: _share(project.rows, other.rows))
    goal, rows = _share(project.goal, by_goal.goal), _share(project.rows, by_rows.rows)
    entry, total = project.entry, project.entry.sheet.total
    view = NearestView(
        name=entry.title, others=len(others), total_yuan=float(total.yuan) if total and total.yuan else 0.0,
        goal_project=by_goal.entry.title if goal else "", goal_share=round(goal, 2),
        row_project=by_rows.entry.title if rows else "", row_share=round(rows, 2),
        shared_rows=len(project.rows & by_rows.rows), rows=len(project.rows),
    )  # fmt: skip
    alike = [by_goal.entry] * bool(goal) + [by_rows.entry] * bool(rows and (by_rows is not by_goal or not goal))
    return Case("nearest", entry, view, entry.sheet.note("project.name"), mentions(alike, "project.name"), at_will=True)


def _share(one: frozenset[Item], other: frozenset[Item]) -> float:
    """Return what percent of the larger of two sets both have in common."""
    return 100 * len(one & other) / max(len(one), len(other), 1)


def _pairs(entry: Entry) -> frozenset[str]:
    note = entry.sheet.notes.get("goals.annual")
    text = essence(note.text) if note else ""
    return frozenset(text[at : at + 2] for at in range(len(text) - 1))
