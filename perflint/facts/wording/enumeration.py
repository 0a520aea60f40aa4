"""Facts about counts that a list of another length follows: 5项，分别为A、B、C (domain: DAT010)."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from msgspec import Struct

from perflint.facts.kind import SubjectKind
from perflint.facts.knowledge import Scope
from perflint.facts.prose import Prose
from perflint.facts.row import RowView
from perflint.facts.spot import Spot
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import INT, MARKS, Mark, Vocabulary
from perflint.pattern import pattern

ENUMERATION = Vocabulary(
    "enumeration", "数目与所列项数不符的一处列举", "a list whose length is not the number before it"
)

_NUMERALS = {char: number for number, char in enumerate("零一二三四五六七八九十")} | {"两": 2}
_COUNT = r"(?<![\d.第\-—~约近超])(\d{1,2}|[二两三四五六七八九十])(?:大|个|项|类|次|家|批|期|种|处|所|条|方面|部分|场|座|名|件|台|套|县|乡镇|街道)"
_LIST = pattern(
    rf"({_COUNT}[^。；;，,、：:\d\n]{{0,12}}?)[，,]?\s*(分别为|分别是|分别在|分别于|包括|即|依次为)\s*[:：]?\s*([^。；;\n]{{3,400}})(?=[。；;\n]|$)"
)
_BRACKETS = pattern(r"[（(][^（()）]*[)）]|《[^《》]*》|“[^“”]*”")
_OPEN = pattern(r"等|以及其他|及其他|……|\.\.\.|若干|其中")
_JOINT = pattern(r"和|及|与|以及")
_NUMBERED = pattern(r"\d+(?:个|项|类|次|家|批|期|种|处|所|条|场|座|名|件|台|套)")


class Miscount(NamedTuple):
    """A number with its noun as typed (`start` to `end`), and how many items the list after it has."""

    text: str
    start: int
    end: int
    number: int
    listed: int


class EnumerationView(Struct, frozen=True):
    """One such list, with its cell."""

    scope: Scope
    prose: Prose
    miscount: Miscount

    def spot(self, at: str) -> Spot:  # noqa: ARG002  # a text stands in one cell
        """Return the place of the cell."""
        return self.prose.place


def row_enumerations(row: RowView) -> Iterator[EnumerationView]:
    """Yield the miscounted lists in the texts of a row."""
    return _views(row.scope, row.prose)


def table_enumerations(view: TableView) -> Iterator[EnumerationView]:
    """Yield the miscounted lists in the texts of a table outside its rows."""
    return _views(view.scope, view.prose)


def _views(scope: Scope, cells: Iterable[Prose]) -> Iterator[EnumerationView]:
    for prose in cells:
        for miscount in miscounts(prose.text):
            yield EnumerationView(scope, prose, miscount)


@lru_cache(maxsize=4096)
def miscounts(text: str) -> tuple[Miscount, ...]:
    """Return the lists after 分别为 or 包括 that no reading gives the number announced; open lists (…等) never count."""
    if "、" not in text or not any(word in text for word in ("分别", "包括", "即", "依次为")):
        return ()
    found = []
    for hit in _LIST.finditer(text):
        number = _NUMERALS.get(hit[2]) or int(hit[2])
        listed = _lengths(hit[4])
        if number > 1 and listed and number not in listed and _is_sure(hit[3], number, listed):
            found.append(Miscount(hit[1], hit.start(1), hit.end(1), number, min(listed)))
    return tuple(found)


def _is_sure(word: str, number: int, listed: frozenset[int]) -> bool:
    """Return whether the list claims to be whole: after 包括 and 即 only a list that is longer than announced is wrong."""
    return word.startswith(("分别", "依次")) or min(listed) > number


def _lengths(items: str) -> frozenset[int]:
    """Return how many items a list may have: with and without 和 as a separator, up to its first comma or as a whole."""
    plain = _BRACKETS.sub("※", items)
    if _OPEN.search(plain) or _NUMBERED.search(plain) or "、" not in plain:
        return frozenset()
    lengths = set()
    for part in {plain, re.split(r"[，,]", plain)[0]}:
        whole = [item for item in re.split(r"[、，,]", part) if item.strip()]
        joined = sum(len(_JOINT.findall(item)) for item in whole)
        lengths |= set(range(len(whole), len(whole) + joined + 1))
        lengths.add(part.count("、") + 1)
    return frozenset(lengths)


@ENUMERATION.fact("count", MARKS, zh="写明的数目及其名词", en="the number announced, with its noun")
def count(view: EnumerationView) -> tuple[Mark, ...]:
    miscount = view.miscount
    return (Mark(miscount.text, miscount.start, miscount.end),)


@ENUMERATION.fact("listed", INT, zh="所列项数", en="how many items are listed")
def listed(view: EnumerationView) -> int:
    return view.miscount.listed


@ENUMERATION.fact("number", INT, zh="写明的数目", en="the number announced")
def number(view: EnumerationView) -> int:
    return view.miscount.number


SUBJECTS = (SubjectKind(ENUMERATION, in_cell=row_enumerations, in_table=table_enumerations),)
