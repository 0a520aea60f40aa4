"""Facts about a citation: a document number or a 《title》 anywhere in the text of a table."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from perflint.facts.knowledge import Scope
from perflint.facts.prose import Prose, row_prose, table_prose
from perflint.facts.row import RowView
from perflint.facts.spot import Spot
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import BOOL, INT, MARKS, STRING, Mark, Vocabulary

CITATION = Vocabulary("citation", "一处文号或《书名》", "one document number or one 《title》")

_NUMBER = re.compile(
    r"(?P<opening>[〔【\[［（(﹝])[ \u3000]{0,3}(?P<year>(?:[1１][9９]|[2２][0０])\d{2})[ \u3000]{0,3}(?P<closing>[〕】\]］）)﹞])"
    r"[ \u3000]{0,3}第?0{0,4}(?P<number>\d{1,5})[ \u3000]{0,3}号"
)
_TITLE = re.compile(r"《([^《》]{1,200})》")
_AGENCY = re.compile(r"[\u4e00-\u9fa5]{2,20}[ \u3000]{0,3}$")
_LONGEST_AGENCY = 23  # twenty characters and up to three blanks
_JOINTS = re.compile(r"^.*(?:[及和与据照]|文件)(?=..)")
_SERIAL = ("公告", "通告", "公报", "令")  # 财政部公告（2021）第5号: a serial number of a gazette, no document number
PROPER = "〔〕"


class Citation(NamedTuple):
    """One citation of a text: `plain` is how it should be written (a title as it stands), `year` 0 for a title."""

    text: str
    plain: str
    year: int
    start: int
    end: int
    brackets: str


@lru_cache(maxsize=8192)
def find_citations(text: str) -> tuple[Citation, ...]:
    """Return the document numbers and titles of a text, in order."""
    found = [*_numbers(text)] if "号" in text else []
    if "《" in text:
        found.extend(Citation(hit[0], hit[0], 0, hit.start(), hit.end(), "") for hit in _TITLE.finditer(text))
        found.sort(key=lambda citation: citation.start)
    return tuple(found)


def _numbers(text: str) -> Iterator[Citation]:
    for hit in _NUMBER.finditer(text):
        before = _AGENCY.search(text[max(0, hit.start() - _LONGEST_AGENCY) : hit.start()])
        if not before or before[0].rstrip(" \u3000").endswith(_SERIAL):
            continue
        agency = _JOINTS.sub("", before[0].rstrip(" \u3000"))
        start = hit.start() - len(before[0]) + before[0].rindex(agency)
        year, number = (unicodedata.normalize("NFKC", hit[part]) for part in ("year", "number"))
        plain = f"{agency}〔{year}〕{number}号"
        yield Citation(text[start : hit.end()], plain, int(year), start, hit.end(), hit["opening"] + hit["closing"])


@dataclass(frozen=True, slots=True)
class CitationView:
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


def _views(scope: Scope, cells: Iterator[Prose]) -> Iterator[CitationView]:
    for prose in cells:
        for found in find_citations(prose.text):
            yield CitationView(scope, prose, found)


@CITATION.fact("mark", MARKS, zh="文号或书名，照录并定位", en="the citation as typed, with its place")
def mark(citation: CitationView) -> tuple[Mark, ...]:
    return (Mark(citation.found.text, citation.found.start, citation.found.end),)


@CITATION.fact("text", STRING, zh="文号或书名，照录", en="the citation as typed")
def text(citation: CitationView) -> str:
    return citation.found.text


@CITATION.fact("numbered", BOOL, zh="是否文号（否则为书名）", en="whether it is a document number, else a title")
def numbered(citation: CitationView) -> bool:
    return citation.found.year > 0


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
