"""Facts about how a citation is written: faults of a number, brackets and marks without a partner, nesting, spaces."""

from functools import lru_cache

from perflint.facts.book_title import closed_up, inner_titles, loose_spaces, renested
from perflint.facts.citation import BROKEN, CITATION, NUMBER, PROPER, STRAY, TITLE, CitationView
from perflint.facts.document_number import BRACKET, SIGN
from perflint.facts.vocabulary import BOOL, MARKS, STRING, STRINGS, Mark
from perflint.pattern import pattern

_ROUND = pattern(r"[（()）]")
_BEFORE = pattern(r"[（(][ \u3000]{0,2}$")
_AFTER = pattern(r"(?:文件|文)?[ \u3000]{0,2}(?=[)）])")
_MECHANICAL = frozenset({"ordinal", "space", SIGN, BRACKET})
_MOST_ROUND = 2000  # round brackets in one cell; a text with more is no prose


@lru_cache(maxsize=4096)
def single_brackets(text: str) -> frozenset[int]:
    """Return the places of the round brackets, of either width, that have no partner."""
    open_: list[int] = []
    single: list[int] = []
    for hit in _ROUND.finditer(text):
        if hit[0] in "（(":
            open_.append(hit.start())
        elif open_:
            open_.pop()
        else:
            single.append(hit.start())
    found = [*single, *open_]
    return frozenset(found if len(found) < _MOST_ROUND else ())


def bracket_beside(text: str, start: int, end: int) -> Mark | None:
    """Return the round bracket without a partner that stands directly before, or after, characters [start, end)."""
    if "（" not in text and "(" not in text and "）" not in text and ")" not in text:
        return None
    single = single_brackets(text)
    before, after = _BEFORE.search(text[max(0, start - 3) : start]), _AFTER.match(text[end : end + 6])
    if before and start - len(before[0]) in single:
        return Mark(text[start - len(before[0]) : end], start - len(before[0]), end)
    if after and end + after.end() in single:
        return Mark(text[start : end + after.end() + 1], start, end + after.end() + 1)
    return None


def _beside(citation: CitationView) -> Mark | None:
    found = citation.found
    if found.kind not in {NUMBER, BROKEN, TITLE} or found.depth:
        return None
    return bracket_beside(citation.prose.text, found.start, found.end)


@CITATION.fact(
    "malformed",
    BOOL,
    zh="文号是否缺字、多字、有空格，或外面的圆括号不成对（年份括号写错的，多出的“第”、零、空格随括号一并改正，不算）",
    en="whether a number lacks or has something too much, or the round bracket around a citation has no partner; where the year's "
    "brackets are wrong, 第, zeros and blanks are mended with them and do not count",
)
def malformed(citation: CitationView) -> bool:
    return bool(faults(citation)) or _beside(citation) is not None


@CITATION.fact(
    "faults",
    STRINGS,
    zh="文号写法上的毛病：sign（缺“号”）、year（年份两位）、ordinal（多“第”或前导零）、space（空格）、bracket（括号缺一半）",
    en="faults of the number: sign (no 号), year (two digits), ordinal (第 or leading zeros), space, bracket (half is missing)",
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


@CITATION.fact("stray", BOOL, zh="是否落单的书名号", en="whether it is a book mark without a partner")
def stray(citation: CitationView) -> bool:
    return citation.found.kind == STRAY


@CITATION.fact(
    "around",
    STRING,
    zh="引文和它前后的几个字",
    en="the citation with a few characters on either side",
)
def around(citation: CitationView) -> str:
    text, found = citation.prose.text, citation.found
    return " ".join(text[max(0, found.start - 8) : found.end + 8].split())


@CITATION.fact("title", BOOL, zh="是否最外层的《书名》", en="whether it is an outermost 《title》")
def title(citation: CitationView) -> bool:
    return citation.found.kind == TITLE and not citation.found.depth


@CITATION.fact(
    "inner_marks",
    MARKS,
    zh="书名里没有用单书名号〈〉的书名",
    en="titles inside the title that are not in the marks 〈〉",
)
def inner_marks(citation: CitationView) -> tuple[Mark, ...]:
    found = citation.found
    if found.kind != TITLE or found.depth:
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
    return _replaced(citation, renested(citation.found.text))


@CITATION.fact(
    "title_spaces",
    MARKS,
    zh="书名里多余的空格，连同前后各一字",
    en="blanks in the title that do not belong there, with the character on either side",
)
def title_spaces(citation: CitationView) -> tuple[Mark, ...]:
    found = citation.found
    if found.kind != TITLE or found.depth:
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
    return _replaced(citation, closed_up(citation.found.text, _endings(citation)))


def _endings(citation: CitationView) -> tuple[str, ...]:
    return citation.scope.knowledge.lexicon.words("words.joint_issuer_endings")


def _replaced(citation: CitationView, text: str) -> str:
    whole, found = citation.prose.text, citation.found
    return whole[: found.start] + text + whole[found.end :]
