"""One cell of running text with what is worth a look in its words, and how such cells are found.

Only cells in which something is found become subjects.
"""

from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from perflint.facts.knowledge import Scope
from perflint.facts.prose import RECORD_PROSE, ROW_PROSE, TABLE_PROSE, Prose
from perflint.facts.row import RowView
from perflint.facts.spot import Spot
from perflint.facts.tableview import TableView
from perflint.facts.wording.counting import counterless, odd_units
from perflint.facts.wording.doubling import Double, doubles, doubles_apart, doubles_to_check
from perflint.facts.wording.numbering import numbering_breaks
from perflint.facts.wording.privacy import private_numbers
from perflint.facts.wording.truncation import headless_start, open_end, unpaired
from perflint.facts.wording.typos import find_slips
from perflint.facts.wording.vagueness import vague_words
from perflint.facts.wording.wordlists import Wordlists, wordlists

AIMS = frozenset({"goals.annual", "goals.midterm.text", "description"})
WHOLE = frozenset({"goals.annual", "goals.midterm.text", "project.purpose"})
SOURCES = frozenset({"basis", "standard.source", "project.basis", "history.source"})
NAMES = frozenset({"name", "tasks.name"})
WORK = frozenset({"goals.annual", "project.purpose", "project.scope"})  # what is done: no place for anybody's number
PERSONS = ("implementer", "responsible")
_PUBLIC = "privacy.stages"
_SEEN = frozenset({*TABLE_PROSE, *PERSONS, "phone"})
_NUMBERS = ("code", "amount", "total", "weight", "executed")


class WordingView(Struct, frozen=True):
    """One cell of prose with what its row says besides."""

    scope: Scope
    prose: Prose
    words: Wordlists
    row: RowView | None = None

    def spot(self, at: str) -> Spot:  # noqa: ARG002  # a text stands in one cell
        """Return the place of the cell."""
        return self.prose.place


def row_wordings(row: RowView) -> Iterator[WordingView]:
    """Yield the cells of a row in whose words something is found; its duty belongs to the table."""
    words = wordlists(row.scope.knowledge.lexicon)
    public = is_public(row.scope)
    for prose in row.prose:
        if _may_be_notable(prose, words, public=True) and not prose.field.startswith("duty."):
            view = WordingView(row.scope, prose, words, row)
            if (
                _is_notable(prose.text, prose.field in AIMS, prose.field in WHOLE, words)
                or public
                or private_numbers(prose.text)
                or repeats_apart(view)
            ):
                yield view
    yield from _private(row)
    if row.filled("unit"):
        unit = Prose("unit", Spot("unit"), row.text("unit"))
        if unit.text.strip() in words.units:
            yield WordingView(row.scope, unit, words)


def table_wordings(view: TableView) -> Iterator[WordingView]:
    """Yield the cells of a table outside its rows, and each duty once, in whose words something is found."""
    words = wordlists(view.scope.knowledge.lexicon)
    public = is_public(view.scope)
    for prose in (*view.prose, *_duties(view)):
        if _may_be_notable(prose, words, public=public or prose.field in WORK):
            yield WordingView(view.scope, prose, words)
    if public:
        for field in (*PERSONS, "phone"):
            if view.filled(field):
                yield WordingView(view.scope, Prose(field, Spot(field), view.text(field)), words)
        for field, cell in view.table.cells.items():
            if field not in _SEEN and _is_private(field, cell.text):
                yield WordingView(view.scope, Prose(field, Spot(field), cell.text), words)
        yield from _private_records(view, words)


def _is_private(field: str, text: str) -> bool:
    """Return whether a cell that is read for nothing else holds a private number; codes and money cells hold their own."""
    return bool(text) and not field.endswith(_NUMBERS) and bool(private_numbers(text))


def _private(row: RowView) -> Iterator[WordingView]:
    """Yield the further cells of a row that hold a private number: remark, unit, and what the form adds."""
    words = wordlists(row.scope.knowledge.lexicon)
    for field, text in row.printed.items():
        if field not in ROW_PROSE and _is_private(field, text):
            yield WordingView(row.scope, Prose(field, Spot(field), text), words, row)


def _private_records(view: TableView, words: Wordlists) -> Iterator[WordingView]:
    """Yield the further cells of tasks, costs and steps that hold a private number."""
    for name, records in view.table.records.items():
        if name == "indicators":
            continue
        for record in records:
            for field, cell in record.cells.items():
                if field not in RECORD_PROSE.get(name, ()) and _is_private(field, cell.text):
                    place = Spot(field, records=name, index=record.index)
                    yield WordingView(view.scope, Prose(f"{name}.{field}", place, cell.text), words)


def _duties(view: TableView) -> Iterator[Prose]:
    seen: set[tuple[str, str]] = set()
    for index, row in enumerate(view.rows):
        for field in ("duty.name", "duty.item", "duty.goal"):
            text = row.texts.get(field)
            if text and (field, text) not in seen:
                seen.add((field, text))
                yield Prose(field, Spot(field, records="indicators", index=index), text)


def is_public(scope: Scope) -> bool:
    """Return whether the table is at a stage at which it is made public."""
    stages = scope.settings[_PUBLIC]
    return bool(scope.stage) and isinstance(stages, tuple) and scope.stage in stages


def _may_be_notable(prose: Prose, words: Wordlists, *, public: bool) -> bool:
    """Return whether a cell is worth a closer look."""
    return _catches_the_eye(prose.text, prose.field in AIMS, prose.field in WHOLE, words, public)


@lru_cache(maxsize=4096)
def _catches_the_eye(text: str, aim: bool, whole: bool, words: Wordlists, public: bool) -> bool:  # noqa: FBT001  # a memo key
    found = _is_notable(text, aim, whole, words) or bool(doubles_to_check(text))
    return found or (public and bool(private_numbers(text)))


@lru_cache(maxsize=4096)
def _is_notable(text: str, aim: bool, whole: bool, words: Wordlists) -> bool:  # noqa: FBT001  # a memo key
    return bool(
        unpaired(text)
        or open_end(text)
        or headless_start(text)
        or doubles(text)
        or counterless(text)
        or numbering_breaks(text, whole=whole)
        or odd_units(text, words.unit_pattern)
        or find_slips(text, words.typos, words.typo_pattern)
        or words.outdated.search(text)
        or (aim and vague_words(text, words.vague, words.not_vague))
    )


def repeats_apart(view: WordingView) -> tuple[Double, ...]:
    """Return the words that come again after one or two characters although another cell of the row has them once."""
    text = view.prose.text
    if view.row is None or not doubles_to_check(text):
        return ()
    return doubles_apart(text, "\n".join(other for other in view.row.texts.values() if other != text))
