"""Facts about a citation: a document number, a 《title》, a standard or a decree anywhere in the text of a table.

A number that is only meant as one, and a book mark without a partner, are citations too: rules say what is wrong with them.
"""

from perflint.facts.kind import SubjectKind
from perflint.facts.sources.citationview import CitationView, row_citations, table_citations
from perflint.facts.sources.citing import NUMBER, PROPER
from perflint.facts.vocabulary import BOOL, INT, MARKS, STRING, Mark, Vocabulary

CITATION = Vocabulary(
    "citation", "一处文号、《书名》、标准号或令", "one document number, 《title》, number of a standard or of a decree"
)


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
    return citation.replaced(citation.found.plain)


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


SUBJECTS = (SubjectKind(CITATION, in_cell=row_citations, in_table=table_citations),)
