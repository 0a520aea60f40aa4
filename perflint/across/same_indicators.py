"""Indicator rows with the row of the same name in another table that they are compared with."""

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import NamedTuple

from perflint.across.case import Case, Entry, Mention, Surroundings, grouped
from perflint.across.facts.peer import PeerView
from perflint.across.summary import MemberRow
from perflint.data import Lexicon
from perflint.facts.likeness import overlapping
from perflint.typography import essence

_EQUAL = "="
_SIGNS = {"=": _EQUAL, "none": _EQUAL, ">=": ">=", ">": ">", "<=": "<=", "<": "<"}
_LONGEST_NUMBER = 30
_MONEY = frozenset({"元", "千元", "万元", "亿元"})
MINIMUM = 2
RELATED = 5


class Standing(NamedTuple):
    """A row with a number, the table it stands in, and that number and comparator in one spelling."""

    entry: Entry
    row: MemberRow
    number: Decimal
    op: str


def standings(group: Sequence[Entry]) -> Iterator[Standing]:
    """Yield the rows that have a plain number; none of a name that one table has twice: that is for the table itself."""
    for entry in group:
        rows = [row for row in entry.sheet.rows if row.number]
        names = Counter(row.name for row in rows)
        for row in rows:
            number = number_of(row.number)
            if names[row.name] == 1 and number is not None and row.op in _SIGNS:
                yield Standing(entry, row, number, _SIGNS[row.op])


@lru_cache(maxsize=8192)
def number_of(text: str) -> Decimal | None:
    """Return a number of a summary, None where there is none or one that is too long to be meant."""
    if len(text) > _LONGEST_NUMBER:
        return None
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


def compare_rows(group: Sequence[Entry], around: Surroundings) -> Iterator[Case]:
    """Yield, for the tables of one agency and year, each row that another table has with another number or comparator."""
    named = grouped(standings(group), lambda entry: (entry.row.name, entry.row.class_id, entry.row.unit))
    for _, same in named:
        if len(same) >= MINIMUM:
            own = names_agency(same[0].row.name, around.lexicon)
            whole = [same] if own else [part for _, part in grouped(same, _described)]
            for part in whole:
                yield from _apart(part, "number", around.lexicon, own=own)
            for _, part in grouped(same, lambda entry: entry.number):
                yield from _apart(part, "op", around.lexicon, own=own)


def _described(standing: Standing) -> str:
    return essence(standing.row.description)


def _apart(group: list[Standing], by: str, lexicon: Lexicon, *, own: bool) -> Iterator[Case]:
    """Yield each row of a group with the rows that say otherwise: those that most tables agree on."""
    camps = [camp for _, camp in grouped(group, lambda entry: getattr(entry, by))]
    if len(camps) < MINIMUM:
        return
    camps.sort(key=len, reverse=True)
    for camp in camps:
        others = camps[1] if camp is camps[0] else camps[0]
        cells = tuple(Mention(other.entry, other.row.value) for other in others[:RELATED])
        for standing in camp:
            view = _view(standing, others, lexicon, own=own)
            yield Case("peer", standing.entry, view, standing.row.value, cells, standing.row.name)


def _view(standing: Standing, others: list[Standing], lexicon: Lexicon, *, own: bool) -> PeerView:
    other, row = others[0], standing.row
    description = _described(standing)
    return PeerView(
        name=row.name,
        value=row.value.text,
        other_value=other.row.value.text,
        other_table=other.entry.member.table.name or other.entry.member.table.agency,
        tables=len(others),
        same_number=standing.number == other.number,
        comparators_differ=standing.op != other.op,
        agency_fact=own,
        descriptions_equal=description != "" and description == _described(other),
        purposes_overlap=_share_purpose(standing.entry, other.entry, lexicon.words("bundle.idle_words")),
        money=row.class_id.endswith("cost") or row.class_id.startswith("cost") or row.unit in _MONEY,
    )


def _share_purpose(first: Entry, second: Entry, idle: Sequence[str]) -> bool:
    """Return whether two projects are about one matter: by their names too, since goals are often copied."""
    one, other = (entry.sheet.note("goals.annual").text for entry in (first, second))
    return overlapping(first.name, second.name, idle) and overlapping(one, other, idle)


def names_agency(name: str, lexicon: Lexicon) -> bool:
    """Return whether a name is a fact of the whole agency: one of those words, and no work of a project beside it."""
    return any(word in name for word in lexicon.words("bundle.agency_facts")) and not any(
        word in name for word in lexicon.words("bundle.project_actions")
    )
