"""One thing to judge across tables: the table it is about, what rules see, where it is marked, which tables it refers to."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

from msgspec import Struct

from perflint.across.summary import Member, Note, Sheet
from perflint.data import Lexicon
from perflint.facts import Setting
from perflint.facts.derived import derived
from perflint.quantity import UnitTable
from perflint.typography import fold

MOST = 20
T = TypeVar("T")


class Entry(Struct, frozen=True, dict=True):
    """A table of a group: whose it is, and what it holds."""

    member: Member
    sheet: Sheet

    @derived
    def project(self) -> bool:
        """Whether it is a project's table."""
        return self.member.table.kind == "project"

    @property
    def title(self) -> str:
        """What messages call the table."""
        table = self.member.table
        return table.name or table.code or table.agency or self.member.path

    @derived
    def name(self) -> str:
        """The project's name, folded."""
        return fold(self.member.table.name)

    @derived
    def code(self) -> str:
        """The project's code, folded; "" where it has none, or one that was made unreadable (000, ***)."""
        code = fold(self.member.table.code)
        return code if any("1" <= char <= "9" for char in code) and "*" not in code else ""


class Mention(NamedTuple):
    """A cell of another table that a finding refers to."""

    entry: Entry
    note: Note


class Case(NamedTuple):
    """A subject of a kind in a table, the cell it is marked at, cells of other tables, the indicator's name if it is a row.

    With `at_will` a rule may mark another of the table's noted cells (project.name, goals.annual, budget.total …) by its `at`.
    `write` tells that the cell's characters can be replaced by the rule's text, `around` what the cell holds before and
    after them. `summands` are the amounts of other tables that it is judged by. `shared` says what tables have in common
    that might as well be marked in another of them: the finding is known by it, and not by the table that it is marked in.
    """

    kind: str
    entry: Entry
    view: Any
    note: Note
    others: tuple[Mention, ...] = ()
    indicator: str = ""
    write: bool = False
    around: tuple[str, str] = ("", "")
    at_will: bool = False
    summands: tuple[str, ...] = ()
    shared: str = ""

    def noted(self, fields: Iterable[str]) -> "Case":
        """Return the case marked at the first of the cells that the table has, as it is where a rule may not choose."""
        notes = self.entry.sheet.notes
        found = next((notes[field] for field in fields if field in notes), None) if self.at_will else None
        return self._replace(note=found) if found else self


class Surroundings(NamedTuple):
    """What comparing needs besides the tables."""

    settings: Mapping[str, Setting]
    lexicon: Lexicon
    units: UnitTable


def mentions(entries: Iterable[Entry], field: str) -> tuple[Mention, ...]:
    """Return the same cell of several tables."""
    return tuple(Mention(entry, entry.sheet.note(field)) for entry in entries)


def grouped(things: Iterable[T], key: Callable[[T], Hashable]) -> Iterator[tuple[Any, list[T]]]:
    """Yield the keys with the things that have them, in the order of first appearance."""
    groups: dict[Hashable, list[T]] = {}
    for thing in things:
        groups.setdefault(key(thing), []).append(thing)
    yield from groups.items()


def each_with_others(same: Sequence[T], apart: Callable[[T], Hashable] = id) -> Iterator[tuple[T, list[T]]]:
    """Yield each of several alike things with up to 20 of the others, of those that `apart` tells from it."""
    camps = dict(grouped(same, apart))
    if len(camps) < 2:  # noqa: PLR2004  # one camp has no other
        return
    for camp, entries in camps.items():
        others = _firsts(camps, camp)
        for entry in entries:
            yield entry, others


def _firsts(camps: Mapping[Hashable, list[T]], own: Hashable) -> list[T]:
    found: list[T] = []
    for camp, entries in camps.items():
        if camp != own:
            found.extend(entries[:MOST])
        if len(found) >= MOST:
            break
    return found[:MOST]
