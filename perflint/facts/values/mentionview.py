"""One cell with approximate, tentative or full-width numbers, and how such cells are found.

Only cells in which one of these is found become subjects: a clean text costs one look into a memo.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from msgspec import Struct

from perflint.facts.knowledge import Scope
from perflint.facts.marks import marks_of
from perflint.facts.prose import Prose
from perflint.facts.row import RowView
from perflint.facts.spot import Spot
from perflint.facts.tableview import TableView
from perflint.facts.values.phrasing import tentative_words
from perflint.facts.values.quantities import approximate as approximate_value
from perflint.facts.vocabulary import Mark
from perflint.pattern import pattern
from perflint.quantity import Approx, Edit, ValueReader, find_amounts
from perflint.typography import BLANKS

_GOALS = frozenset({"goals.annual", "goals.midterm.text"})
_ABOUT = pattern(r"[余多约近几数]|左右|上下")
_DIGIT = "[0-9０-９]"  # full-width digits
# Full-width digits; ％ behind a digit; ． between digits or ending a sentence behind an amount; ／ before a unit's base.
_WIDE = pattern(
    rf"[０-９]+|(?<={_DIGIT})％|(?<={_DIGIT})．(?={_DIGIT})|(?<=[元件次个台人家户项批])．(?=\s*$|\s*[\u4e00-\u9fff])"
    r"|(?<=[元件次个台人份])／(?=[年月天日人次件台千百万])"  # full-width marks
)
_ROUGH = frozenset({Approx.ABOUT, Approx.OVER, Approx.NEARLY})
_HOPE = pattern(
    r"(?:力争|争取|尽量|尽可能|预计|预期|原则上)(?:年内|全年|今年|当年)?(?:完成|达到|实现|办结|达|提高到|提高|增长|增加|新增|不超过|不低于){0,2}[0-9][0-9.]*[^，。；;,\s]?"
)
_LISTED = pattern("[０-９]{1,2}[．、.)）](?![0-9０-９])")
_ANY_WIDE = pattern("[０-９％．／]")
_STOP = "．"  # the full-width point
_HALF = str.maketrans("０１２３４５６７８９％．／", "0123456789%./")  # full-width marks


class MentionView(Struct, frozen=True):
    """One cell with the marks found in it; `row` is the row whose value it is, None for a text."""

    scope: Scope
    place: Spot
    text: str
    about: tuple[Mark, ...]
    wide: tuple[Edit, ...]
    tentative: tuple[Mark, ...] = ()
    row: RowView | None = None

    def spot(self, at: str) -> Spot:  # noqa: ARG002  # a cell has one place
        """Return the place of the cell."""
        return self.place


def row_mentions(row: RowView) -> Iterator[MentionView]:
    """Yield the value of a row, and its texts, where something is found."""
    if row.filled("value"):
        wide = tuple(edit for edit in row.value.edits if edit.why == "fullwidth")
        about = _whole(row.value.text) if approximate_value(row) else ()
        tentative = _whole(row.value.text) if tentative_words(row) else ()
        if wide or about or tentative:
            yield MentionView(row.scope, Spot("value"), row.value.text, about, wide, tentative, row)
    if any(map(_wide, row.texts.values())):
        yield from _views(row.scope, (prose for prose in row.prose if prose.field != "value"))


def table_mentions(view: TableView) -> Iterator[MentionView]:
    """Yield the texts of a table outside its rows in which something is found."""
    return _views(view.scope, view.prose)


def _whole(text: str) -> tuple[Mark, ...]:
    bare = text.strip()
    start = text.find(bare)
    return (Mark(bare, start, start + len(bare)),)


def _views(scope: Scope, cells: Iterable[Prose]) -> Iterator[MentionView]:
    for prose in cells:
        about = _approximations(prose.text, scope.knowledge.reader) if prose.field in _GOALS else ()
        wide = _wide(prose.text)
        tentative = _hopes(prose.text) if prose.field in _GOALS else ()
        if about or wide or tentative:
            yield MentionView(scope, prose.place, prose.text, about, wide, tentative)


@lru_cache(maxsize=4096)
def _wide(text: str) -> tuple[Edit, ...]:
    if not _ANY_WIDE.search(text):
        return ()
    return tuple(
        Edit(
            found.start(), found.end(), found[0], "。" if _ends(text, found) else found[0].translate(_HALF), "fullwidth"
        )
        for found in _WIDE.finditer(text)
        if not _LISTED.match(text, found.start()) or not _opens(text, found.start())
    )


def _opens(text: str, at: int) -> bool:
    """Return whether nothing but a break or the end of a sentence stands before a place: a list number may be there."""
    before = text[:at].rstrip(BLANKS)
    return not before or before != text[:at] or before[-1] in "。；;：:"


@lru_cache(maxsize=4096)
def _hopes(text: str) -> tuple[Mark, ...]:
    return marks_of(_HOPE, text)


def _ends(text: str, found: re.Match[str]) -> bool:
    """Return whether a full-width point ends a sentence: no digit stands before it."""
    return found[0] == _STOP and not text[found.start() - 1].isdigit()


def _approximations(text: str, reader: ValueReader) -> tuple[Mark, ...]:
    if not _ABOUT.search(text):
        return ()
    found = (
        amount
        for amount in find_amounts(text, reader)
        if amount.unit and amount.approx in _ROUGH and "truncated" not in amount.part.flags
    )
    return tuple(Mark(text[amount.start : amount.end], amount.start, amount.end) for amount in found)
