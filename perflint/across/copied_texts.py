"""Projects with copied texts: annual goals that are alike, indicator rows that are the same."""

from collections.abc import Iterator, Sequence

from perflint.across.case import Case, Entry, Surroundings, grouped, mentions
from perflint.across.facts.member import MemberView
from perflint.across.near_duplicates import MOST, Allowance, Pair, alike_sets, alike_texts
from perflint.data import Lexicon
from perflint.facts.likeness import districts_apart
from perflint.pattern import pattern
from perflint.typography import essence

_NUMBERING = pattern(r"^[(（]?[0-9一二三四五六七八九十]{1,3}[)）.、．]")
_SHORTEST_GOAL = 6
_FEWEST_ROWS = 4
_GOAL, _NAME = "goals.annual", "project.name"
Twin = tuple[float, Entry]


def copied_goals(group: Sequence[Entry], around: Surroundings, allowance: Allowance) -> Iterator[Case]:
    """Yield each project whose annual goal is as alike another's as the setting asks, with those others."""
    floor = min(1.0, max(0.5, float(str(around.settings["goals.similarity"]))))
    projects = [entry for entry in group if entry.project and len(_goal(entry)) >= _SHORTEST_GOAL]
    texts = dict(sorted(grouped(projects, _goal), key=lambda pair: len(pair[0])))
    pairs = alike_texts(list(texts), floor, allowance)
    for entry, twins in _twins(list(texts.values()), pairs, around.lexicon, allowance):
        view = MemberView(
            goal=entry.sheet.note(_GOAL).text,
            goal_similarity=twins[0][0],
            goal_twin=twins[0][1].title,
            goal_twins=len(twins),
        )
        yield Case("member", entry, view, entry.sheet.note(_GOAL), mentions((twin for _, twin in twins), _GOAL))


def _goal(entry: Entry) -> str:
    note = entry.sheet.notes.get(_GOAL)
    return _NUMBERING.sub("", essence(note.text)) if note else ""


def copied_rows(group: Sequence[Entry], around: Surroundings, allowance: Allowance) -> Iterator[Case]:
    """Yield each project that shares most of its indicators and their values with another, with those others."""
    floor = min(1.0, max(0.5, float(str(around.settings["bundle.row_share"])) / 100))
    projects = [entry for entry in group if entry.project and len(entry.sheet.pairs) >= _FEWEST_ROWS]
    sets = dict(grouped(projects, _pairs))
    pairs = alike_sets(list(sets), floor, allowance)
    for entry, twins in _twins(list(sets.values()), pairs, around.lexicon, allowance):
        own, other = _pairs(entry), _pairs(twins[0][1])
        view = MemberView(
            name=entry.member.table.name, shared_rows=len(own & other), own_rows=len(own),
            row_share=100 * len(own & other) / max(len(own), len(other)), row_twin=twins[0][1].title, row_twins=len(twins),
        )  # fmt: skip
        yield Case("member", entry, view, entry.sheet.note(_NAME), mentions((twin for _, twin in twins), _NAME))


def _pairs(entry: Entry) -> frozenset[int]:
    return frozenset(entry.sheet.pairs)


def _twins(
    same: Sequence[Sequence[Entry]], pairs: Iterator[Pair], lexicon: Lexicon, allowance: Allowance
) -> Iterator[tuple[Entry, list[Twin]]]:
    """Yield each table with up to 20 others that are alike: those quite the same first, then by likeness."""
    near: dict[int, list[tuple[float, int]]] = {index: [(1.0, index)] for index in range(len(same))}
    for first, second, alike in pairs:
        near[first].append((alike, second))
        near[second].append((alike, first))
    for index, entries in enumerate(same):
        near[index].sort(key=lambda choice: -choice[0])
        for entry in entries:
            twins = _first_twins(entry, near[index], same, lexicon, allowance)
            if twins:
                yield entry, twins


def _first_twins(
    entry: Entry, choices: Sequence[tuple[float, int]], same: Sequence[Sequence[Entry]], lexicon: Lexicon, allowance: Allowance,
) -> list[Twin]:  # fmt: skip
    twins: list[Twin] = []
    for alike, at in choices:
        for other in same[at]:
            if len(twins) >= MOST:
                return twins
            if other is entry:
                continue
            if _copied(entry, other, lexicon):
                twins.append((alike, other))
            elif not allowance.take():
                return twins
    return twins


def _copied(one: Entry, other: Entry, lexicon: Lexicon) -> bool:
    """Return whether two tables are two projects, and not branches of one policy in two districts."""
    if one.name and one.name == other.name and one.code == other.code != "":
        return False
    return not districts_apart(
        one.name, other.name, lexicon.words("bundle.districts"), lexicon.words("bundle.district_exclusions")
    )
