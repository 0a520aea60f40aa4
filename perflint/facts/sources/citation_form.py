"""Facts about how a citation is written: faults of a number, brackets and marks without a partner."""

from perflint.facts.sources.citation import CITATION
from perflint.facts.sources.citationview import CitationView
from perflint.facts.sources.citing import BROKEN, NUMBER, PROPER, TITLE
from perflint.facts.sources.document_number import BRACKET, SIGN
from perflint.facts.sources.round_bracket import bracket_beside
from perflint.facts.vocabulary import BOOL, MARKS, STRING, STRINGS, Mark

_MECHANICAL = frozenset({"ordinal", "space", SIGN, BRACKET})


def _beside(citation: CitationView) -> Mark | None:
    found = citation.found
    if found.kind not in {NUMBER, BROKEN, TITLE} or found.depth:
        return None
    return bracket_beside(citation.prose.text, found.start, found.end)


@CITATION.fact(
    "faults",
    STRINGS,
    zh="文号写法上的毛病（年份括号写错的，多出的“第”、零、空格随括号一并改正，不算）：sign（缺“号”）、year（年份两位）、ordinal（多“第”或前导零）、space（空格）、bracket（括号缺一半）",
    en="faults of the number: sign (no 号), year (two digits), ordinal (第 or leading zeros), space, bracket (half is missing); "
    "where the year's brackets are wrong, 第, zeros and blanks are mended with them and do not count",
)
def faults(citation: CitationView) -> tuple[str, ...]:
    found = citation.found
    return found.faults if found.kind == BROKEN or found.brackets == PROPER else ()


@CITATION.fact(
    "mechanical",
    BOOL,
    zh="毛病是否可以照规则改正（不必猜年份或范围）",
    en="whether its faults can be mended by rule, without guessing a year or an extent",
)
def mechanical(citation: CitationView) -> bool:
    return bool(faults(citation)) and _MECHANICAL.issuperset(citation.found.faults)


@CITATION.fact(
    "single_bracket",
    MARKS,
    zh="引文外面不成对的圆括号，连同引文",
    en="the round bracket around the citation that has no partner, with the citation",
)
def single_bracket(citation: CitationView) -> tuple[Mark, ...]:
    found = _beside(citation)
    return () if found is None else (found,)


@CITATION.fact(
    "fault_mark",
    MARKS,
    zh="写法有误的引文，圆括号不成对时连同括号",
    en="the malformed citation, with the round bracket where that has no partner",
)
def fault_mark(citation: CitationView) -> tuple[Mark, ...]:
    found = citation.found
    return (_beside(citation) or Mark(found.text, found.start, found.end),)


@CITATION.fact(
    "around",
    STRING,
    zh="引文和它前后的几个字",
    en="the citation with a few characters on either side",
)
def around(citation: CitationView) -> str:
    text, found = citation.prose.text, citation.found
    return " ".join(text[max(0, found.start - 8) : found.end + 8].split())
