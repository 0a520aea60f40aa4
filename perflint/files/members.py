"""Tables with what others of their agency have in common with them: project codes, annual goals, years."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from perflint.data import Lexicon
from perflint.facts.likeness import districts_apart, likeness
from perflint.judge.bundle import Member
from perflint.typography import essence, fold

_NUMBERING = re.compile(r"^[(（]?[0-9一二三四五六七八九十]{1,3}[)）.、．]")
_SHORTEST_GOAL = 6
_MOST_GOALS = 400
_MOST_COMPARISONS = 20_000
_MOST_TWINS = 20
_USUAL = 2


class Twins(NamedTuple):
    """How alike the goal of a table and those of others are, and which tables they are."""

    similarity: float
    members: tuple[Member, ...]


def same_code(members: Sequence[Member]) -> Mapping[int, list[Member]]:
    """Return, for each table whose project code others have too, those others (by its index)."""
    groups: dict[str, list[int]] = {}
    for index, member in enumerate(members):
        code = fold(member.code.text)
        if any("1" <= char <= "9" for char in code) and "*" not in code:
            groups.setdefault(code, []).append(index)
    return {
        index: [members[other] for other in group[: _MOST_TWINS + 1] if other != index]
        for group in groups.values() if len(group) > 1
        for index in group
    }  # fmt: skip


def same_goal(members: Sequence[Member], floor: float, lexicon: Lexicon) -> Mapping[int, Twins]:
    """Return, for each project whose annual goal is as alike another's as the floor asks, those others (by its index)."""
    goals = _goals(members)
    near: dict[str, list[tuple[float, str]]] = {goal: [(1.0, goal)] for goal in goals}
    for first, second, alike in _near(sorted(goals, key=len)[:_MOST_GOALS], floor):
        near[first].append((alike, second))
        near[second].append((alike, first))
    found = {}
    for goal, group in goals.items():
        choices = [
            (alike, other) for alike, text in sorted(near[goal], key=_rank) for other in goals[text][:_MOST_TWINS]
        ]
        for index in group:
            twins = [(a, members[other]) for a, other in choices if _copied(members, index, other, lexicon)]
            if twins:
                found[index] = Twins(twins[0][0], tuple(member for _, member in twins[:_MOST_TWINS]))
    return found


def _rank(choice: tuple[float, str]) -> float:
    return -choice[0]


def _goals(members: Sequence[Member]) -> dict[str, list[int]]:
    goals: dict[str, list[int]] = {}
    for index, member in enumerate(members):
        goal = _NUMBERING.sub("", essence(member.goal.text))
        if len(goal) >= _SHORTEST_GOAL and member.table.kind == "project":
            goals.setdefault(goal, []).append(index)
    return goals


def _near(goals: Sequence[str], floor: float) -> Iterator[tuple[str, str, float]]:
    """Yield the pairs of different goals that are alike; goals come by length, so that far lengths end the search."""
    left = _MOST_COMPARISONS
    for at, first in enumerate(goals):
        for second in goals[at + 1 :]:
            if len(second) * floor > len(first) * (2 - floor) or not left:
                break
            left -= 1
            alike = likeness(first, second, floor)
            if alike >= floor:
                yield first, second, alike


def _copied(members: Sequence[Member], index: int, other: int, lexicon: Lexicon) -> bool:
    """Return whether two tables are two projects, and not branches of one policy in two districts."""
    if index == other:
        return False
    one, two = members[index], members[other]
    first, second = fold(one.table.name), fold(two.table.name)
    if first and first == second and fold(one.code.text) == fold(two.code.text) != "":
        return False
    return not districts_apart(
        first, second, lexicon.words("bundle.districts"), lexicon.words("bundle.district_exclusions")
    )


def odd_years(members: Sequence[Member]) -> Mapping[int, list[Member]]:
    """Return the tables of one folder and agency that alone have their year, with those of the usual year (by index).

    Several years with two tables each, and the same table in another year, are kept on purpose.
    """
    dated = [(index, member) for index, member in enumerate(members) if member.table.year]
    years = Counter(member.table.year for _, member in dated)
    if len(years) < 2 or sum(count > 1 for count in years.values()) != 1:  # noqa: PLR2004  # one usual year, another one
        return {}
    usual = next(year for year, count in years.items() if count > 1)
    others = [member for _, member in dated if member.table.year == usual]
    if years.total() - len(others) > len(others) // _USUAL:
        return {}
    known = {_identity(member) for member in others if member.table.name or member.table.kind != "project"}
    return {index: others for index, member in dated if member.table.year != usual and _identity(member) not in known}


def _identity(member: Member) -> tuple[str, str]:
    return member.table.kind, fold(member.table.name)
