"""Targets beside those of the same name, unit and class in all tables of a year, whatever their agency."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from statistics import median

from perflint.across.case import Case, Entry, Surroundings
from perflint.across.facts.peer_target import PeerTargetView
from perflint.across.summary import Member, MemberRow
from perflint.across.years.naming import row_name
from perflint.across.years.rows import target

FEWEST = 8
_APART = 3
_HUNDREDTH = 0.01
Key = tuple[int, str, str, str]


class PeerTargets:
    """The targets of a run by year, name, unit and class, gathered table by table: a number each is kept."""

    def __init__(self, members: Iterable[Member]) -> None:
        known: dict[Key, list[float]] = {}
        for member in members:
            if _counts(member):
                for key, number, _ in _targets(member.table.year, member.sheet().rows):
                    known.setdefault(key, []).append(float(number))
        self._known = {key: _measured(numbers) for key, numbers in known.items() if len(numbers) >= FEWEST}

    def cases(self, group: Sequence[Entry], around: Surroundings) -> Iterator[Case]:
        """Yield the targets of a group that are far from the median of many, with it."""
        generic = frozenset(around.lexicon.words("words.generic_names"))
        for entry in group if self._known else ():
            if _counts(entry.member) and not entry.member.past:
                for key, number, row in _targets(entry.member.table.year, entry.sheet.rows):
                    if key in self._known:
                        yield from self._beside(entry, row, number, key, generic=row.name in generic)

    def _beside(self, entry: Entry, row: MemberRow, number: Decimal, key: Key, *, generic: bool) -> Iterator[Case]:
        middle, deviation, tables = self._known[key]
        own = float(number)
        if middle <= 0 or own <= 0 or max(own / middle, middle / own) < _APART:
            return
        view = PeerTargetView(
            row.years.label, row.value.text, key[0], tables, f"{middle:g}", abs(own - middle) / (deviation or middle * _HUNDREDTH),
            max(own / middle, middle / own), 100 * deviation / middle, generic,
        )  # fmt: skip
        yield Case("peer_target", entry, view, row.value, (), row.name)


def _counts(member: Member) -> bool:
    return member.table.kind == "project" and member.table.year > 0 and not member.evaluation


def _targets(year: int, rows: Sequence[MemberRow]) -> Iterator[tuple[Key, Decimal, MemberRow]]:
    """Yield the targets of a table that are one number, each name once."""
    seen: set[Key] = set()
    for row in rows:
        key, number = (year, row_name(row.years.label), row.unit, row.class_id), target(row)
        if number is not None and key[1] and key not in seen:
            seen.add(key)
            yield key, number, row


def _measured(numbers: Sequence[float]) -> tuple[float, float, int]:
    """Return the median of several numbers, the median of how far they are from it, and how many they are."""
    middle = median(numbers)
    return middle, median(abs(number - middle) for number in numbers), len(numbers)
