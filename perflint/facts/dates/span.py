"""Facts about spans of time with two ends: in a target value, or in two cells (domain: DAT009)."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, islice

from msgspec import Struct

from perflint.facts.dates.begun_and_done import ends_in_rows, told_in
from perflint.facts.kind import SubjectKind
from perflint.facts.knowledge import Scope
from perflint.facts.spot import Relation, Spot
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import BOOL, INT, STRING, Vocabulary
from perflint.pattern import pattern
from perflint.typography import fold

SPAN = Vocabulary("span", "一段起止时间", "a span of time with two ends")

_END = r"((?:19|20)\d{2})(?:年|[./-])?(?:(\d{1,2})(?:月|[./-])?(?:(\d{1,2})日?)?)?(?:底|末|初)?"
_POINT = pattern(_END + r"年?(?:度)?")
_DATE = r"((?:19|20)\d{2}(?:年(?:\d{1,2}月(?:\d{1,2}日|底|初)?)?|\.\d{1,2}(?:\.\d{1,2})?))"
_TWO = pattern(_DATE + r"(\s*(?:[-—–~～]+|至|到)\s*)" + _DATE)
_YEARS = pattern(r"((?:19|20)\d{2})(\s*(?:[-—–~～]+|至|到)\s*)((?:19|20)\d{2})(?=年)")
_MOST_SPANS = 20
_PAIRS = (("project.period.start", "project.period.end"), ("goals.midterm.from", "goals.midterm.to"))


class SpanView(Struct, frozen=True):
    """A span: its first and last point as typed, their places, and the text of the cell with the ends swapped."""

    scope: Scope
    first: str
    last: str
    place: Spot
    other: Spot | None
    swapped: str
    yearless: bool = False

    def spot(self, at: str) -> Spot:  # noqa: ARG002  # marked where it ends
        """Return the place of the span, or of its end where the ends are two cells."""
        return self.place

    def relations(self, at: str) -> tuple[Relation, ...]:  # noqa: ARG002  # one other end at most
        """Return the place of the start where it is a cell of its own."""
        return (Relation(self.other, "开始", "the start"),) if self.other else ()


def span_views(view: TableView) -> Iterator[SpanView]:
    """Yield the spans whose two ends both name their year."""
    for start, end in _PAIRS:
        first, last = view.text(start).strip(), view.text(end).strip()
        if first and last:
            yield SpanView(view.scope, first, last, Spot(end), Spot(start), "")
    for record in view.table.records.get("project.schedule", ()):
        first, last = record.text("start").strip(), record.text("end").strip()
        if first and last:
            end_place, start_place = (
                Spot(cell, records="project.schedule", index=record[0]) for cell in ("end", "start")
            )
            yield SpanView(view.scope, first, last, end_place, start_place, "")
    for told in told_in(view.text("goals.annual")):
        yield SpanView(view.scope, told.first, told.last, Spot("goals.annual", told.start, told.end), None, "")
    for ends in ends_in_rows(view):
        at_end, at_start = (Spot("value", records="indicators", index=at) for at in (ends.done, ends.begin))
        yield SpanView(view.scope, ends.first, ends.last, at_end, at_start, "", yearless=ends.supplied)
    for index, row in enumerate(view.rows):
        for first, last, begin, stop, swapped in spans_in(row.text("value")):
            yield SpanView(view.scope, first, last, Spot("value", begin, stop, "indicators", index), None, swapped)


@lru_cache(maxsize=4096)
def spans_in(text: str) -> tuple[tuple[str, str, int, int, str], ...]:
    """Return the spans of a text: first and last point, start and end, and the whole text with the two swapped."""
    if "20" not in text and "19" not in text:
        return ()
    return tuple(
        (hit[1], hit[3], hit.start(), hit.end(), f"{text[: hit.start()]}{hit[3]}{hit[2]}{hit[1]}{text[hit.end() :]}")
        for hit in islice(chain(_TWO.finditer(text), _YEARS.finditer(text)), _MOST_SPANS)
    )


def _point(text: str) -> tuple[int, int, int] | None:
    """Return year, month and day, 0 where they are not given; None if the text is no date with a year."""
    found = _POINT.fullmatch(fold(text))
    return (int(found[1]), int(found[2] or 0), int(found[3] or 0)) if found else None


def _days(span: SpanView) -> tuple[int, int]:
    """Return both points as numbers that can be compared, as exact as the less exact of the two; 0 and 0 if one is no date."""
    first, last = _point(span.first), _point(span.last)
    if first is None or last is None:
        return 0, 0
    exact = min(sum(1 for part in point if part) for point in (first, last))
    return _number(first[:exact]), _number(last[:exact])


def _number(point: tuple[int, ...]) -> int:
    year, month, day = (*point, 0, 0)[:3]
    return year * 10000 + month * 100 + day


@SPAN.fact(
    "starts",
    INT,
    zh="开始，写成 20240301 一样的数；结束没有写到日、月的也只到那里；读不出为 0",
    en="the start as a number such as 20240301, no more exact than the end is written; 0 if one of the two is no date",
)
def starts(span: SpanView) -> int:
    return _days(span)[0]


@SPAN.fact(
    "ends",
    INT,
    zh="结束，写成 20241231 一样的数，和开始写到同一程度；读不出为 0",
    en="the end as a number such as 20241231, no more exact than the start is written; 0 if one of the two is no date",
)
def ends(span: SpanView) -> int:
    return _days(span)[1]


@SPAN.fact("first", STRING, zh="开始，照录", en="the start as typed")
def first_text(span: SpanView) -> str:
    return span.first


@SPAN.fact("last", STRING, zh="结束，照录", en="the end as typed")
def last_text(span: SpanView) -> str:
    return span.last


@SPAN.fact("swapped", STRING, zh="对调以后的全文，分在两格时为空", en="the whole text swapped, empty for two cells")
def swapped_text(span: SpanView) -> str:
    return span.swapped


@SPAN.fact(
    "yearless",
    BOOL,
    zh="有一端没有写年份，按本表年度看",
    en="whether one end names no year, so that the year of the table is taken",
)
def is_yearless(span: SpanView) -> bool:
    return span.yearless


SUBJECTS = (SubjectKind(SPAN, in_table=span_views),)
