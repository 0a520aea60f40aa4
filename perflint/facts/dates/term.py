"""Facts about the first and last point of a project's term, as points of the calendar (domain: DAT042, DAT044)."""

from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from perflint.facts.kind import SubjectKind
from perflint.facts.knowledge import Scope
from perflint.facts.spot import Spot
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import BOOL, INT, STRING, Vocabulary
from perflint.pattern import pattern
from perflint.typography import fold

TERM = Vocabulary("term", "起止年限的一端", "one end of a term")

_CELLS = (
    "project.period.start", "project.period.end", "project.period", "goals.midterm.from", "goals.midterm.to",
)  # fmt: skip
_START = "project.period.start"
_ENDS = frozenset({"project.period.end", "goals.midterm.to"})
_YEAR = pattern(r"(?<!\d)((?:19|20)\d\d)(?=年|[-./]|\d{0,4}(?!\d))")
_RUN = pattern(r"(?<!\d)(\d{4})(\d{1,4})(?!\d)")
_WRITTEN = pattern(r"(?<!\d)((?:19|20)\d\d)(?:年|[-./])(\d{1,2})(?:(?:月|[-./])(\d{1,2}))?(?!\d)")
_MONTHS, _DAYS = 12, 31
_FIVE = 5  # digits: 20246, a year with a month that lacks its zero


class TermView(Struct, frozen=True):
    """One end of a term as typed."""

    scope: Scope
    text: str
    field: str

    def spot(self, at: str) -> Spot:  # noqa: ARG002  # one end stands in one cell
        """Return the place of the cell."""
        return Spot(self.field)


def term_views(view: TableView) -> Iterator[TermView]:
    """Yield the filled ends of a project's term and of its mid-term goal."""
    for field in _CELLS:
        if view.filled(field):
            yield TermView(view.scope, view.text(field), field)


@lru_cache(maxsize=2048)
def impossible_point(text: str) -> bool:
    """Return whether a text holds a year with a month or day that the calendar does not have, also without marks (202516)."""
    plain = fold(text)
    points = [(hit[2], hit[3] or "1") for hit in _WRITTEN.finditer(plain)]
    points += [(hit[2][:2], hit[2][2:] or "1") for hit in _RUN.finditer(plain) if hit[1][:2] in {"19", "20"}]
    return any(not (1 <= int(month) <= _MONTHS and 1 <= int(day) <= _DAYS) for month, day in points)


@TERM.fact("text", STRING, zh="照录", en="as typed")
def text_of(term: TermView) -> str:
    return term.text.strip()


@TERM.fact("impossible", BOOL, zh="月份或日子是否不存在", en="whether its month or day does not exist")
def impossible(term: TermView) -> bool:
    return impossible_point(term.text)


@TERM.fact(
    "blurred",
    BOOL,
    zh="是否五位数字（如20246，分不清是6月还是写漏）",
    en="whether it has five digits (20246): one may be missing",
)
def blurred(term: TermView) -> bool:
    plain = fold(term.text)
    return plain.isdecimal() and len(plain) == _FIVE


@TERM.fact(
    "begins",
    INT,
    zh="项目开始的年份；不是开始时间或没有写年份时为 0",
    en="year in which the project begins, 0 at any other end or where no year is written",
)
def begins(term: TermView) -> int:
    first = _YEAR.search(fold(term.text)) if term.field == _START else None
    return int(first[1]) if first else 0


@TERM.fact(
    "ends",
    INT,
    zh="项目（中长期目标）结束的年份；不是结束时间或没有写年份时为 0",
    en="year in which the project or the mid-term goal ends, 0 at any other end or where no year is written",
)
def ends(term: TermView) -> int:
    last = _YEAR.search(fold(term.text)) if term.field in _ENDS else None
    return int(last[1]) if last else 0


@TERM.fact("table_year", INT, zh="本表年度，没有时为 0", en="year of the table, 0 if unknown")
def table_year(term: TermView) -> int:
    return term.scope.year or 0


SUBJECTS = (SubjectKind(TERM, in_table=term_views),)
