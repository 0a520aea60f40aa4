"""Facts about a table's printed title."""

import re
from collections.abc import Iterator

from msgspec import Struct

from perflint.facts.dates.deadline import years_in
from perflint.facts.kind import SubjectKind
from perflint.facts.knowledge import Scope
from perflint.facts.marks import mark_of
from perflint.facts.sources.citing import find_citations
from perflint.facts.spot import Spot
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import BOOL, INT, MARKS, STRING, Mark, Vocabulary
from perflint.pattern import pattern
from perflint.typography import fold

_MOST_CITATIONS = 50
_CARRIED = pattern(r"结转|结余|提前下达|跨年|续建|学年|清算")
_BRACKETED = pattern(r"[(（]((?:19|20)\d{2})年?度?[)）]")
_NUMERALS = pattern(r"二[〇零○Ｏ]([〇零○一二三四五六七八九]{2})年")
_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")
TITLE = Vocabulary("title", "表名", "the title of a table")


class TitleView(Struct, frozen=True):
    """The title of a table and the years that it names of its own, not as part of the project's name or a citation."""

    scope: Scope
    text: str
    years: tuple[int, ...]

    def spot(self, at: str) -> Spot:  # noqa: ARG002  # a title has one place
        """Return the place of the title."""
        return Spot("title")


def title_views(view: TableView) -> Iterator[TitleView]:
    """Yield the title where it is given."""
    if view.filled("title"):
        title = view.text("title")
        own = _years(title) - _years(view.text("project.name"))
        yield TitleView(view.scope, title, tuple(sorted(own)))


def _years(text: str) -> set[int]:
    """Return the years that a text names outside citations, those in brackets and in Chinese numerals too."""
    plain = _uncited(text)
    written = {2000 + int(found.translate(_DIGITS)) for found in _NUMERALS.findall(plain)}
    return {*years_in(plain), *written, *(int(found) for found in _BRACKETED.findall(fold(plain)))}


def _uncited(text: str) -> str:
    for citation in find_citations(text)[:_MOST_CITATIONS]:
        text = text.replace(citation.text, "")
    return text


@TITLE.fact("text", STRING, zh="表名，照录", en="the title as typed")
def text(title: TitleView) -> str:
    return title.text.strip()


@TITLE.fact("year", INT, zh="表名里的年份，没有为 0", en="year in the title, 0 if none")
def year(title: TitleView) -> int:
    return title.years[0] if title.years else 0


@TITLE.fact(
    "in_year", BOOL, zh="表名里的年份是否包括预算年度", en="whether the budget year is among the years of the title"
)
def in_year(title: TitleView) -> bool:
    return title.scope.year in title.years or str(title.scope.year) in fold(title.text)


@TITLE.fact("year_mark", MARKS, zh="表名里的年份所在", en="the place of the year in the title")
def year_mark(title: TitleView) -> tuple[Mark, ...]:
    found = re.search(str(year(title)), title.text) if title.years and fold(title.text) else None
    return (mark_of(found),) if found else ()


@TITLE.fact(
    "carried",
    BOOL,
    zh="表名是否说的是结转、结余的资金或跨年的事（年份可以是资金的年份）",
    en="whether the title speaks of money carried over or of what runs over the turn of the year: its year may be that of the money",
)
def carried(title: TitleView) -> bool:
    return _CARRIED.search(title.text) is not None


SUBJECTS = (SubjectKind(TITLE, in_table=title_views),)
