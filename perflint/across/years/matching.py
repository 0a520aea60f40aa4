"""Which tables of earlier years are of the same project (domain: §3.7)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import NamedTuple

from perflint.across.case import Entry, Surroundings, grouped
from perflint.across.near_duplicates import Allowance, Pair, alike_texts
from perflint.across.years.naming import bare_name, code_without_year, full_name, row_name
from perflint.data import Lexicon
from perflint.facts.likeness import districts_apart, likeness, overlapping

_RENAMED = 0.7  # how alike two names must be that may be one project's
_SHARED = 0.6  # which share of the indicators such two must have in common
_SAME_CODE = 0.4  # how alike names must be under one code
_STAGES = ("调整", "批复", "公开", "审核")
_MONITORING = "监控"


class Former(NamedTuple):
    """A project in one earlier year: the table with its targets, the one with its results, and how sure it is the same (0 to 1)."""

    year: int
    table: Entry
    result: Entry | None
    confidence: float


class YearIndex:
    """The tables of one agency and year, by what tells a project."""

    def __init__(self, year: int, entries: Iterable[Entry]) -> None:
        self.year = year
        self.entries = [entry for entry in entries if _MONITORING not in entry.member.stage]
        self.coded: defaultdict[tuple[str, str], list[Entry]] = defaultdict(list)
        self.full: defaultdict[tuple[str, str], list[Entry]] = defaultdict(list)
        self.bare: defaultdict[tuple[str, str], list[Entry]] = defaultdict(list)
        for entry in self.entries:
            kind, name = entry.member.table.kind, entry.member.table.name
            if entry.code:
                self.coded[kind, code_without_year(entry.code, year)].append(entry)
            if name or kind != "project":
                self.full[kind, full_name(name)].append(entry)
                self.bare[kind, bare_name(name)].append(entry)

    def same(self, entry: Entry) -> list[Entry]:
        """Return the tables of the project that an entry of another year, or of this one, is about."""
        kind, name, year = entry.member.table.kind, entry.member.table.name, entry.member.table.year
        key = full_name(name)
        if entry.code:
            under_code = [
                one for one in self.coded.get((kind, code_without_year(entry.code, year)), ()) if _may_be(one, key)
            ]
            exact = [one for one in under_code if full_name(one.member.table.name) == key]
            if under_code:
                return self._with_uncoded(kind, exact or _of_one_name(under_code))
        return self.full.get((kind, key), []) if name or kind != "project" else []

    def _with_uncoded(self, kind: str, coded: Sequence[Entry]) -> list[Entry]:
        """Return tables under one code, and those of the same name that print no code, as self-evaluations often do."""
        names = {full_name(one.member.table.name) for one in coded}
        return [*coded, *(one for name in names for one in self.full.get((kind, name), ()) if not one.code)]

    def phases(self, entry: Entry) -> list[Entry]:
        """Return the tables whose names differ from an entry's in phase or numbering alone, where they are of one project."""
        kind, name = entry.member.table.kind, entry.member.table.name
        return _of_one_name(self.bare.get((kind, bare_name(name)), [])) if bare_name(name) else []


def _may_be(one: Entry, key: str) -> bool:
    """Return whether a table under the same code is of the project with this name: codes are given out anew."""
    other = full_name(one.member.table.name)
    return other == key or overlapping(other, key, ()) or likeness(other, key, _SAME_CODE) > 0


def _of_one_name(entries: Sequence[Entry]) -> list[Entry]:
    return list(entries) if len({full_name(entry.member.table.name) for entry in entries}) == 1 else []


class Years:
    """The tables of one agency by year; tells the same project in other years."""

    def __init__(self, entries: Sequence[Entry], around: Surroundings) -> None:
        self._around = around
        dated: defaultdict[int, list[Entry]] = defaultdict(list)
        for entry in entries:
            if entry.member.table.year:
                dated[entry.member.table.year].append(entry)
        self.by_year = {year: YearIndex(year, same) for year, same in dated.items()}
        self._renamed: dict[tuple[int, int], Mapping[int, tuple[Entry, float]]] = {}

    def former(self, entry: Entry, back: int) -> Former | None:
        """Return the project of a table so many years before, None where the repository does not have it or cannot tell."""
        then = self.by_year.get(entry.member.table.year - back)
        if then is None:
            return None
        same, confidence = then.same(entry), 1.0
        if not same and self._stands_alone(entry):
            same, confidence = then.phases(entry), 0.9
        if not same:
            renamed = self._renames(entry.member.table.year, then.year).get(id(entry))
            same, confidence = (then.same(renamed[0]), renamed[1]) if renamed else ([], 0.0)
        return _former(then.year, same, entry, confidence)

    def of_this_year(self, entry: Entry) -> list[Entry]:
        """Return the tables with targets, and no results, of the same project and year."""
        same = self.by_year[entry.member.table.year].same(entry)
        return [one for one in same if not one.member.evaluation and one is not entry]

    def _stands_alone(self, entry: Entry) -> bool:
        return bool(self.by_year[entry.member.table.year].phases(entry))

    def _renames(self, year: int, before: int) -> Mapping[int, tuple[Entry, float]]:
        """Return, by the identity of a table, the table of an earlier year that is likely the same project under another name."""
        key = (year, before)
        if key not in self._renamed:
            self._renamed[key] = _renames(self.by_year[year], self.by_year[before], self._around.lexicon)
        return self._renamed[key]


def _former(year: int, same: Sequence[Entry], entry: Entry, confidence: float) -> Former | None:
    planned = [one for one in same if not one.member.evaluation]
    results = [one for one in same if one.member.evaluation]
    table, result = _nearest(planned, entry), _nearest(results, entry)
    known = table or result
    return Former(year, known, result, confidence) if known else None


def _nearest(same: Sequence[Entry], entry: Entry) -> Entry | None:
    """Return the table that counts: the latest stage, then the one that lies nearest in the folders."""
    return (
        same[0]
        if len(same) == 1
        else max(same, key=lambda one: (_standing(one), _path_shared(one, entry)), default=None)
    )


def _standing(entry: Entry) -> int:
    return next((len(_STAGES) - at for at, stage in enumerate(_STAGES) if stage in entry.member.stage), 0)


def _path_shared(one: Entry, other: Entry) -> tuple[int, int]:
    """Return how many folders two files have in common at their start, and at their end."""
    first, second = (PurePosixPath(entry.member.path).parts for entry in (one, other))
    return _common(first, second), _common(first[::-1], second[::-1])


def _common(first: Sequence[str], second: Sequence[str]) -> int:
    shared = 0
    for one, other in zip(first, second, strict=False):
        if one != other:
            break
        shared += 1
    return shared


def _renames(now: YearIndex, then: YearIndex, lexicon: Lexicon) -> Mapping[int, tuple[Entry, float]]:
    new = [entry for entry in now.entries if entry.project and not then.same(entry) and not then.phases(entry)]
    old = [entry for entry in then.entries if entry.project and not now.same(entry) and not now.phases(entry)]
    by_name = {
        full_name(entry.member.table.name): (entry, side)
        for side, entries in enumerate((new, old))
        for entry in entries
    }
    found: dict[int, list[tuple[Entry, float]]] = defaultdict(list)
    for pair, names in _alike(by_name):
        (one, side), (other, other_side) = by_name[names[pair.first]], by_name[names[pair.second]]
        if side != other_side and _is_renamed(one, other, lexicon):
            found[id(one)].append((other, pair.alike))
            found[id(other)].append((one, pair.alike))
    sole = {key: matches[0] for key, matches in found.items() if len(matches) == 1}
    return {id(entry): sole[id(entry)] for entry in new if id(entry) in sole and id(sole[id(entry)][0]) in sole}


def _alike(names: Iterable[str]) -> Iterator[tuple[Pair, Sequence[str]]]:
    """Yield the pairs of names that are alike and have the same digits, each with the names that it counts in."""
    allowance = Allowance()
    for _, same in grouped(sorted((name for name in names if name), key=len), _digits):
        yield from ((pair, same) for pair in alike_texts(same, _RENAMED, allowance))


def _is_renamed(one: Entry, other: Entry, lexicon: Lexicon) -> bool:
    """Return whether two tables with names alike also share most indicators, and are not of two districts."""
    first, second = (full_name(entry.member.table.name) for entry in (one, other))
    districts = lexicon.words("bundle.districts"), lexicon.words("bundle.district_exclusions")
    if districts_apart(first, second, *districts):
        return False
    ours, theirs = ({row_name(row.years.label) for row in entry.sheet.rows} for entry in (one, other))
    return bool(ours and theirs) and len(ours & theirs) >= _SHARED * max(len(ours), len(theirs))


def _digits(name: str) -> str:
    return "".join(char for char in name if char.isdecimal())
