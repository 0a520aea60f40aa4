"""Budget divided by the main quantity, between projects of one kind of work (domain: §3.6, BUD021)."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from perflint.across.case import Case, Entry, Surroundings, grouped, mentions
from perflint.across.facts.member import MemberView
from perflint.across.same_indicators import Standing, standings
from perflint.typography import essence

_PAIR = 2
_RELATED = 5
_TAIL = ("数量", "个数", "数")


class Priced(NamedTuple):
    """A project with the cost of one unit of its main quantity, in 元, and the words that say what it is about."""

    standing: Standing
    cost: Decimal
    words: frozenset[str]

    @property
    def entry(self) -> Entry:
        """The project's table."""
        return self.standing.entry


def compare_unit_costs(group: Sequence[Entry], around: Surroundings) -> Iterator[Case]:
    """Yield each project that has its like, with its unit cost and theirs."""
    idle = [*around.lexicon.words("bundle.idle_words"), *around.lexicon.words("bundle.project_actions")]
    priced = _priced([entry for entry in group if entry.project], idle)
    for _, same in grouped(priced, _noun):
        if len(same) >= _PAIR:
            yield from _beside_their_like(same)


def _priced(projects: Sequence[Entry], idle: Sequence[str]) -> Iterator[Priced]:
    for entry in projects:
        total = entry.sheet.total
        quantities = [
            each for each in standings([entry]) if each.row.class_id == "output.quantity" and not each.row.rate
        ]
        if total is None or not total.yuan or len(quantities) != 1 or quantities[0].number <= 0:
            continue
        yield Priced(quantities[0], total.yuan / quantities[0].number, frozenset(_words(entry.name, idle)))


def _noun(priced: Priced) -> tuple[str, str]:
    """Return what is counted: the unit, and the last characters of the indicator's name."""
    name = essence(priced.standing.row.name)
    for tail in _TAIL:
        name = name.removesuffix(tail)
    return name[-4:], priced.standing.row.unit


def _words(name: str, idle: Sequence[str]) -> set[str]:
    for word in sorted(idle, key=len, reverse=True):
        name = name.replace(word, " ")
    return {
        name[at : at + 2] for at in range(len(name) - 1) if name[at : at + 2].isalpha() and " " not in name[at : at + 2]
    }


def _beside_their_like(same: Sequence[Priced]) -> Iterator[Case]:
    by_word: dict[str, list[Priced]] = {}
    for priced in same:
        for word in sorted(priced.words):
            by_word.setdefault(word, []).append(priced)
    for alike in by_word.values():
        alike.sort(key=lambda priced: priced.cost)
    for priced in same:
        alike = _like(priced, by_word)
        if len(alike) >= _PAIR:
            yield _case(priced, alike)


def _like(priced: Priced, by_word: Mapping[str, list[Priced]]) -> list[Priced]:
    """Return the projects that share the rarest of its words that any share, by cost."""
    shared = [by_word[word] for word in sorted(priced.words) if len(by_word[word]) >= _PAIR]
    return min(shared, key=len, default=[])


def _case(priced: Priced, alike: Sequence[Priced]) -> Case:
    usual = _median_of_others(priced, alike)
    others = [other for other in alike[: _RELATED + 1] if other is not priced][:_RELATED]
    unit = priced.standing.row.unit
    view = MemberView(
        name=priced.entry.member.table.name, unit_cost=f"{priced.cost:.0f}元/{unit}", usual_cost=f"{usual:.0f}元/{unit}",
        unit_cost_twin=others[0].entry.title, own_cost=float(priced.cost), like_cost=float(usual),
    )  # fmt: skip
    field = "budget.total" if "budget.total" in priced.entry.sheet.notes else "project.name"
    cells = mentions((other.entry for other in others), field)
    return Case("member", priced.entry, view, priced.entry.sheet.note(field), cells)


def _median_of_others(priced: Priced, alike: Sequence[Priced]) -> Decimal:
    """Return the median cost of the others, which come by cost."""
    own = next(at for at in range(bisect_left(alike, priced.cost, key=_cost), len(alike)) if alike[at] is priced)
    middle = [at if at < own else at + 1 for at in ((len(alike) - 2) // 2, (len(alike) - 1) // 2)]
    return (alike[middle[0]].cost + alike[middle[1]].cost) / 2


def _cost(priced: Priced) -> Decimal:
    return priced.cost
