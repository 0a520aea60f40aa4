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
from perflint.typography import fold

_MOST_CITATIONS = 50
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
        own = set(years_in(_uncited(title))) - set(years_in(_uncited(view.text("project.name"))))
        yield TitleView(view.scope, title, tuple(sorted(own)))


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
    return title.scope.year in title.years


@TITLE.fact("year_mark", MARKS, zh="表名里的年份所在", en="the place of the year in the title")
def year_mark(title: TitleView) -> tuple[Mark, ...]:
    found = re.search(str(year(title)), title.text) if title.years and fold(title.text) else None
    return (mark_of(found),) if found else ()


SUBJECTS = (SubjectKind(TITLE, in_table=title_views),)
