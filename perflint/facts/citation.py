"""Facts about a citation: a document number, a 《title》, a standard or a decree anywhere in the text of a table.

A number that is only meant as one, and a book mark without a partner, are citations too: rules say what is wrong with them.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from msgspec import Struct

from perflint.facts.book_title import Title, find_titles
from perflint.facts.document_number import DocumentNumber, find_broken_numbers, find_numbers
from perflint.facts.knowledge import Scope
from perflint.facts.norm import find_norms
from perflint.facts.prose import Prose, row_prose, table_prose
from perflint.facts.row import RowView
from perflint.facts.spot import Spot
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import BOOL, INT, MARKS, STRING, Mark, Vocabulary
from perflint.pattern import pattern

CITATION = Vocabulary(
    "citation", "一处文号、《书名》、标准号或令", "one document number, 《title》, number of a standard or of a decree"
)

PROPER = "〔〕"
NUMBER, TITLE, BROKEN, STRAY = "number", "title", "broken", "stray"
_HINT = pattern(r"[号〔〕【】\[\]﹝﹞［］《》]|[A-Z]{2}")
"""A text without any of these cites nothing."""
_MOST_STRAYS = 20  # of one cell; more say no more


class Citation(NamedTuple):
    """One citation of a text: `plain` is how it should be written (a title as it stands), `year` 0 for a title."""

    text: str
    plain: str
    year: int
    start: int
    end: int
    brackets: str
    kind: str = NUMBER
    agency: str = ""
    faults: tuple[str, ...] = ()
    depth: int = 0


@lru_cache(maxsize=8192)
def find_citations(text: str) -> tuple[Citation, ...]:
    """Return the document numbers and the titles of a text, in order; a title inside another comes after it."""
    found = [_number(number, NUMBER) for number in find_numbers(text)]
    found.extend(map(_title, find_titles(text).titles))
    return tuple(sorted(found, key=_order))


@lru_cache(maxsize=8192)
def find_marks(text: str) -> tuple[Citation, ...]:
    """Return all that may be judged: citations, standards and decrees, broken numbers, and book marks without a partner."""
    if not _HINT.search(text):
        return ()
    found = [*find_citations(text), *(_number(number, BROKEN) for number in find_broken_numbers(text))]
    found.extend(Citation(n.text, n.text, n.year, n.start, n.end, "", kind=n.kind) for n in find_norms(text))
    strays = find_titles(text).strays[:_MOST_STRAYS]
    found.extend(Citation(s.text, s.text, 0, s.start, s.start + 1, "", kind=STRAY) for s in strays)
    return tuple(sorted(found, key=_order))


def _order(citation: Citation) -> tuple[int, int]:
    return citation.start, -citation.end


def _number(found: DocumentNumber, kind: str) -> Citation:
    return Citation(
        found.text,
        found.plain,
        found.year,
        found.start,
        found.end,
        found.brackets,
        kind=kind,
        agency=found.agency,
        faults=found.faults,
    )


def _title(found: Title) -> Citation:
    return Citation(found.text, found.text, 0, found.start, found.end, "", kind=TITLE, depth=found.depth)


class CitationView(Struct, frozen=True):
    """One citation in its cell."""

    scope: Scope
    prose: Prose
    found: Citation

    def spot(self, at: str) -> Spot:  # noqa: ARG002  # a citation stands in one cell
        """Return the place of the cell."""
        return self.prose.place


def row_citations(row: RowView) -> Iterator[CitationView]:
    """Yield the citations in the prose cells of a row."""
    return _views(row.scope, row_prose(row))


def table_citations(view: TableView) -> Iterator[CitationView]:
    """Yield the citations in the prose cells of a table, its title and the name of its project."""
    return _views(view.scope, table_prose(view, "title", "project.name"))


def _views(scope: Scope, cells: Iterable[Prose]) -> Iterator[CitationView]:
    for prose in cells:
        for found in find_marks(prose.text):
            yield CitationView(scope, prose, found)


@CITATION.fact("mark", MARKS, zh="文号或书名，照录并定位", en="the citation as typed, with its place")
def mark(citation: CitationView) -> tuple[Mark, ...]:
    return (Mark(citation.found.text, citation.found.start, citation.found.end),)


@CITATION.fact("text", STRING, zh="文号或书名，照录", en="the citation as typed")
def text(citation: CitationView) -> str:
    return citation.found.text


@CITATION.fact("numbered", BOOL, zh="是否文号（否则为书名）", en="whether it is a document number, else a title")
def numbered(citation: CitationView) -> bool:
    return citation.found.kind == NUMBER


@CITATION.fact(
    "kind",
    STRING,
    zh="number（文号）、title（书名）、standard（标准号）、order（令）、broken（残缺的文号）、stray（落单的书名号）",
    en="number, title, standard, order, broken (a number that lacks something) or stray (a book mark without a partner)",
)
def kind(citation: CitationView) -> str:
    return citation.found.kind


@CITATION.fact("year", INT, zh="文号的年份，书名为 0", en="year of the document number, 0 for a title")
def year(citation: CitationView) -> int:
    return citation.found.year


@CITATION.fact(
    "brackets", STRING, zh="文号年份所用的括号，书名为空", en="brackets around the year of a number, empty for a title"
)
def brackets(citation: CitationView) -> str:
    return citation.found.brackets


@CITATION.fact(
    "proper_brackets", BOOL, zh="文号年份是否用六角括号〔〕", en="whether the year stands in the brackets 〔〕"
)
def proper_brackets(citation: CitationView) -> bool:
    return citation.found.brackets == PROPER


@CITATION.fact("plain", STRING, zh="规范写法", en="the citation as it should be written")
def plain(citation: CitationView) -> str:
    return citation.found.plain


@CITATION.fact(
    "mended",
    STRING,
    zh="整个单元格改正这一处后的文字",
    en="text of the whole cell with this citation as it should be written",
)
def mended(citation: CitationView) -> str:
    whole, found = citation.prose.text, citation.found
    return whole[: found.start] + found.plain + whole[found.end :]


@CITATION.fact(
    "in_name",
    BOOL,
    zh="是否在表名或项目名称里（名称以系统登记为准）",
    en="whether it stands in the title or the project name, which live in the treasury system",
)
def in_name(citation: CitationView) -> bool:
    return citation.prose.field in {"title", "project.name"}


@CITATION.fact("field", STRING, zh="所在单元格", en="the cell that it stands in")
def field(citation: CitationView) -> str:
    return citation.prose.field
