"""Targets beside those of the same name, unit and class in all tables of a year, whatever their agency."""

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from perflint.across.case import Case, Entry, Surroundings
from perflint.across.facts.peer_target import PeerTargetView
from perflint.across.summary import Member, MemberRow
from perflint.across.years.elsewhere import FEWEST, mark
from perflint.across.years.naming import row_name
from perflint.across.years.rows import target

_APART = 3
_HUNDREDTH = 0.01
Target = tuple[int, float]
"""A target by a number made of its year, name, unit and class, and its value."""
Usual = tuple[float, float, int]
"""The median of the targets of one name, the median of how far they are from it, and how many they are."""


class PeerTargets:
    """What the targets of a year usually are, by name, unit and class, where there are enough of them."""

    def __init__(self, usual: Mapping[int, Usual]) -> None:
        self._usual = usual

    def listed(self) -> list[tuple[int, Usual]]:
        """Return what is usual in one order."""
        return sorted(self._usual.items())

    def cases(self, group: Sequence[Entry], around: Surroundings) -> Iterator[Case]:
        """Yield the targets of a group that are far from the median of many, with it."""
        generic = frozenset(around.lexicon.words("words.generic_names"))
        for entry in group if self._usual else ():
            if _counts(entry.member) and not entry.member.past:
                for key, number, row in _targets(entry.member.table.year, entry.sheet.rows):
                    if key in self._usual:
                        yield from self._beside(entry, row, number, key, generic=row.name in generic)

    def _beside(self, entry: Entry, row: MemberRow, number: Decimal, key: int, *, generic: bool) -> Iterator[Case]:
        middle, deviation, tables = self._usual[key]
        own = float(number)
        if middle <= 0 or own <= 0 or max(own / middle, middle / own) < _APART:
            return
        view = PeerTargetView(
            row.years.label, row.value.text, entry.member.table.year, tables, f"{middle:g}", abs(own - middle) / (deviation or middle * _HUNDREDTH),
            max(own / middle, middle / own), 100 * deviation / middle, generic,
        )  # fmt: skip
        yield Case("peer_target", entry, view, row.value, (), row.name)


def targets_of(member: Member) -> Iterator[Target]:
    """Yield the targets of a table that are one number and have a name."""
    if _counts(member):
        yield from ((key, float(number)) for key, number, _ in _targets(member.table.year, member.sheet().rows))


def usual_targets(targets: Iterable[Target]) -> dict[int, Usual]:
    """Return what is usual where there are enough targets of one name; a number each is kept."""
    known: dict[int, array[float]] = {}
    for key, number in targets:
        known.setdefault(key, array("d")).append(number)
    return {key: _measured(numbers) for key, numbers in known.items() if len(numbers) >= FEWEST}


def _counts(member: Member) -> bool:
    return member.table.kind == "project" and member.table.year > 0 and not member.evaluation


def _targets(year: int, rows: Sequence[MemberRow]) -> Iterator[tuple[int, Decimal, MemberRow]]:
    """Yield the targets of a table that are one number, each name once."""
    seen: set[int] = set()
    for row in rows:
        name, number = row_name(row.years.label), target(row)
        key = mark("\0".join((str(year), name, row.unit, row.class_id)))
        if number is not None and name and key not in seen:
            seen.add(key)
            yield key, number, row


def _measured(numbers: Sequence[float]) -> Usual:
    from statistics import median  # noqa: PLC0415  # what few need, few pay for

    middle = median(numbers)
    return middle, median(abs(number - middle) for number in numbers), len(numbers)
