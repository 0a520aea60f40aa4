"""Facts about how a cited title is written: titles inside it, blanks in it."""

from perflint.facts.sources.book_title import closed_up, inner_titles, loose_spaces, renested
from perflint.facts.sources.citation import CITATION
from perflint.facts.sources.citationview import CitationView
from perflint.facts.vocabulary import BOOL, MARKS, STRING, Mark


@CITATION.fact("title", BOOL, zh="是否最外层的《书名》", en="whether it is an outermost 《title》")
def title(citation: CitationView) -> bool:
    return citation.is_title


@CITATION.fact(
    "inner_marks",
    MARKS,
    zh="书名里没有用单书名号〈〉的书名",
    en="titles inside the title that are not in the marks 〈〉",
)
def inner_marks(citation: CitationView) -> tuple[Mark, ...]:
    found = citation.found
    if not citation.is_title:
        return ()
    inner = inner_titles(found.text)
    return tuple(
        Mark(typed, found.start + start, found.start + end)
        for typed, start, end in inner
        if typed[0] != "〈" or typed[-1] != "〉"
    )


@CITATION.fact("renested", STRING, zh="里层改用〈〉后的书名", en="the title with 〈〉 inside")
def renested_title(citation: CitationView) -> str:
    return renested(citation.found.text)


@CITATION.fact(
    "cell_renested", STRING, zh="里层改用〈〉后的整个单元格", en="the whole cell with 〈〉 inside this title"
)
def cell_renested(citation: CitationView) -> str:
    return citation.replaced(renested(citation.found.text))


@CITATION.fact(
    "title_spaces",
    MARKS,
    zh="书名里多余的空格，连同前后各一字",
    en="blanks in the title that do not belong there, with the character on either side",
)
def title_spaces(citation: CitationView) -> tuple[Mark, ...]:
    found = citation.found
    if not citation.is_title:
        return ()
    spans = loose_spaces(found.text, _endings(citation))
    return tuple(
        Mark(found.text[start - 1 : end + 1], found.start + start - 1, found.start + end + 1) for start, end in spans
    )


@CITATION.fact("closed_up", STRING, zh="去掉这些空格后的书名", en="the title without these blanks")
def closed_up_title(citation: CitationView) -> str:
    return closed_up(citation.found.text, _endings(citation))


@CITATION.fact(
    "cell_closed_up", STRING, zh="书名去掉这些空格后的整个单元格", en="the whole cell with the title closed up"
)
def cell_closed_up(citation: CitationView) -> str:
    return citation.replaced(closed_up(citation.found.text, _endings(citation)))


def _endings(citation: CitationView) -> tuple[str, ...]:
    return citation.scope.knowledge.lexicon.words("words.joint_issuer_endings")
