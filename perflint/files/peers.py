"""Indicator rows with the row of the same name in another table that they are compared with."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from perflint.data import Lexicon
from perflint.facts.bundle import PeerView
from perflint.facts.likeness import overlapping
from perflint.judge.bundle import Member, MemberRow
from perflint.typography import essence

_EQUAL = "="
_SIGNS = {"=": _EQUAL, "none": _EQUAL, ">=": ">=", ">": ">", "<=": "<=", "<": "<"}
_LONGEST_NUMBER = 30
_MONEY = frozenset({"元", "千元", "万元", "亿元"})
MINIMUM = 2
RELATED = 5


class Standing(NamedTuple):
    """A row with a number, the table it stands in, and that number and comparator in one spelling."""

    member: Member
    row: MemberRow
    number: Decimal
    op: str


class Peer(NamedTuple):
    """One row's view, and the rows of other tables that it is compared with."""

    standing: Standing
    view: PeerView
    others: tuple[Standing, ...]


def peers_of(members: Sequence[Member], lexicon: Lexicon) -> Iterator[Peer]:
    """Yield, for the tables of one agency and year, each row that another table has with another number or comparator."""
    for group in _grouped(_standings(members), lambda entry: (entry.row.name, entry.row.class_id, entry.row.unit)):
        if len(group) > 1:
            name = group[0].row.name
            own = _names_agency(name, lexicon)
            for same in [group] if own else _grouped(group, lambda entry: (essence(entry.row.description),)):
                yield from _apart(same, "number", lexicon, own=own)
            for same in _grouped(group, lambda entry: (entry.number,)):
                yield from _apart(same, "op", lexicon, own=own)


def _standings(members: Sequence[Member]) -> Iterator[Standing]:
    """Yield the rows that have a plain number; none of a name that one table has twice: that is for the table itself."""
    for member in members:
        names = Counter(row.name for row in member.rows)
        for row in member.rows:
            number = _number(row.number)
            if names[row.name] == 1 and number is not None and row.op in _SIGNS:
                yield Standing(member, row, number, _SIGNS[row.op])


def _number(text: str) -> Decimal | None:
    if not text or len(text) > _LONGEST_NUMBER:
        return None
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


def _grouped(standings: Iterable[Standing], key: Callable[[Standing], Hashable]) -> list[list[Standing]]:
    groups: dict[Hashable, list[Standing]] = {}
    for entry in standings:
        groups.setdefault(key(entry), []).append(entry)
    return list(groups.values())


def _apart(group: list[Standing], by: str, lexicon: Lexicon, *, own: bool) -> Iterator[Peer]:
    """Yield each row of a group with the rows that say otherwise: those that most tables agree on."""
    camps = _grouped(group, lambda entry: (getattr(entry, by),))
    if len(camps) < MINIMUM:
        return
    camps.sort(key=len, reverse=True)
    for camp in camps:
        others = camps[1] if camp is camps[0] else camps[0]
        for entry in camp:
            yield Peer(entry, _view(entry, others, lexicon, own=own), tuple(others[:RELATED]))


def _view(entry: Standing, others: list[Standing], lexicon: Lexicon, *, own: bool) -> PeerView:
    other = others[0]
    description = essence(entry.row.description)
    return PeerView(
        name=entry.row.name,
        value=entry.row.value.text.strip(),
        other_value=other.row.value.text.strip(),
        other_table=other.member.table.name or other.member.table.agency,
        tables=len(others),
        same_number=entry.number == other.number,
        comparators_differ=entry.op != other.op,
        agency_fact=own,
        descriptions_equal=description != "" and description == essence(other.row.description),
        purposes_overlap=_share_purpose(entry.member, other.member, lexicon.words("bundle.idle_words")),
        money=entry.row.class_id.endswith("cost") or entry.row.class_id.startswith("cost") or entry.row.unit in _MONEY,
    )


def _share_purpose(first: Member, second: Member, idle: Sequence[str]) -> bool:
    """Return whether two projects are about one matter: by their names too, since goals are often copied."""
    return overlapping(first.table.name, second.table.name, idle) and overlapping(
        first.goal.text, second.goal.text, idle
    )


def _names_agency(name: str, lexicon: Lexicon) -> bool:
    """Return whether a name is a fact of the whole agency: one of those words, and no work of a project beside it."""
    return any(word in name for word in lexicon.words("bundle.agency_facts")) and not any(
        word in name for word in lexicon.words("bundle.project_actions")
    )
