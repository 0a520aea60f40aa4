"""Facts about the years and plan periods that texts name (domain: §3.9, DAT007, DAT008, DAT014)."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from msgspec import Struct

from perflint.facts.dates.written_years import with_digits
from perflint.facts.dates.year_mention import (
    LAST_YEAR,
    PAID,
    PLACEHOLDER,
    YearMention,
    opening_year,
    placeholders,
    plan_periods,
    stale_years,
)
from perflint.facts.kind import SubjectKind
from perflint.facts.knowledge import Scope
from perflint.facts.prose import Prose
from perflint.facts.row import RowView
from perflint.facts.spot import Spot
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import BOOL, MARKS, STRING, Mark, Vocabulary
from perflint.pattern import pattern

YEAR = Vocabulary("year", "文字里值得核对的年份", "a year in a text that does not fit the table's year")

_OWN_WORDS = frozenset({"name", "description"})
_NARRATIVE = frozenset({"goals.annual", "project.purpose", "measures", "tasks.name", "tasks.content"})
_GOAL = "goals.annual"
_PLANS = _OWN_WORDS | _NARRATIVE | {"value", "goals.midterm.text"}
_MIDTERM = ("goals.midterm.from", "goals.midterm.to")
_NUMBERED = pattern(
    r"[〔【\[(（﹝]\s*(?:19|20)\d\d\s*[〕】\])）﹞]\s*第?\d+号"
)  # a document of that year, not its work


class YearView(Struct, frozen=True):
    """One year in a text, with its cell; `idle`: the mid-term half that it belongs to is otherwise empty."""

    scope: Scope
    prose: Prose
    mention: YearMention
    idle: bool = False

    def spot(self, at: str) -> Spot:  # noqa: ARG002  # a text stands in one cell
        """Return the place of the cell."""
        return self.prose.place


def row_years(row: RowView) -> Iterator[YearView]:
    """Yield the years in the texts of an annual row."""
    if not row.midterm:
        for view in _views(row.scope, row.prose, frozenset()):
            if not (view.mention.kind == LAST_YEAR and _is_paid_for(row)):
                yield view


def _is_paid_for(row: RowView) -> bool:
    """Return whether what was done in the year before is paid for now."""
    told = row.name + row.text("description") + row.text("value")
    return any(word in told for word in PAID)


def table_years(view: TableView) -> Iterator[YearView]:
    """Yield the years in the texts of a table outside its rows; a mid-term half has at most one placeholder."""
    named = frozenset(_digits(_NUMBERED.sub("", view.text("project.name"))))
    yield from _views(view.scope, view.prose_and("project.plan_document"), named)
    for field in ("title", "project.name"):
        yield from _placeholders(view.scope, Prose(field, Spot(field), view.text(field)))
    idle = not any(
        view.filled(cell) for cell in ("goals.midterm.text", "budget.midterm.total", "budget.midterm.fiscal")
    )
    idle = idle and not any(row.midterm and row.filled("value") for row in view.rows)
    for field in _MIDTERM:
        cell = view.text(field)
        if found := placeholders(cell if "年" in cell else f"{cell}年"):
            mention = found[0]._replace(start=0, end=0, text=cell.strip())
            yield YearView(view.scope, Prose(field, Spot(field), cell), mention, idle)
            return


def _digits(text: str) -> Iterator[str]:
    for start in range(len(text) - 3):
        if text[start : start + 2] in {"20", "19"} and text[start : start + 4].isdecimal():
            yield text[start : start + 4]


def _views(scope: Scope, cells: Iterable[Prose], named: frozenset[str]) -> Iterator[YearView]:
    for prose in cells:
        for mention in _named_in(prose.field, prose.text, scope.year):
            if mention.kind == PLACEHOLDER or mention.text[:4] not in named:
                yield YearView(scope, prose, mention)


@lru_cache(maxsize=4096)
def _named_in(field: str, text: str, year: int) -> tuple[YearMention, ...]:
    """Return the years in a cell: first those that were never filled in."""
    return (*placeholders(text), *_mentions(Prose(field, Spot(field), with_digits(text)), year))


def _placeholders(scope: Scope, prose: Prose) -> Iterator[YearView]:
    for mention in placeholders(prose.text):
        yield YearView(scope, prose, mention)


def _mentions(prose: Prose, year: int) -> Iterator[YearMention]:
    if prose.field in _OWN_WORDS or prose.field in _NARRATIVE:
        opening = opening_year(prose.text, year) if prose.field == _GOAL else None
        yield from (opening,) if opening else ()
        for mention in stale_years(prose.text, year, of_row=prose.field in _OWN_WORDS, goal=prose.field == _GOAL):
            if not opening or mention.start != opening.start:
                yield mention
    if prose.field in _PLANS or prose.field == "project.plan_document":
        yield from plan_periods(prose.text, year, document=prose.field == "project.plan_document")


@YEAR.fact(
    "kind",
    STRING,
    zh="placeholder（20**年）、stale（往年）、last-year（上年）、ended-plan（已结束的规划期）、other-plan（别的规划期）",
    en="placeholder, stale, last-year, ended-plan or other-plan",
)
def kind(view: YearView) -> str:
    return view.mention.kind


@YEAR.fact("text", STRING, zh="年份，照录", en="the year as typed")
def text(view: YearView) -> str:
    return view.mention.text.strip("“”\"'")


@YEAR.fact("mark", MARKS, zh="年份所在，占整格时为空", en="the place of the year, none where it is the whole cell")
def mark(view: YearView) -> tuple[Mark, ...]:
    return (Mark(view.mention.text, view.mention.start, view.mention.end),) if view.mention.end else ()


@YEAR.fact("idle", BOOL, zh="所在的中长期部分是否没有填", en="whether the mid-term half that it heads is empty")
def idle(view: YearView) -> bool:
    return view.idle


SUBJECTS = (SubjectKind(YEAR, in_row=row_years, in_table=table_years),)
