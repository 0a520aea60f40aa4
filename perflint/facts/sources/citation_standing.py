"""Facts about what a cited document is worth in the table's year: superseded, from the future, old, of an abolished agency."""

import datetime as dt
from functools import lru_cache

from perflint.facts.sources.book_title import find_titles
from perflint.facts.sources.citation import CITATION
from perflint.facts.sources.citationview import CitationView
from perflint.facts.sources.citing import BROKEN, NUMBER, STRAY, TITLE, find_citations
from perflint.facts.sources.document_number import SHORT_YEAR
from perflint.facts.sources.norm import STANDARD
from perflint.facts.sources.references import SUPERSEDED, UNKNOWN, Reference, key, load_registry
from perflint.facts.vocabulary import BOOL, INT, STRING
from perflint.pattern import pattern
from perflint.typography import fold

_BASES = frozenset({"basis", "standard.source", "project.basis"})
_REPEALS = ("废止", "修改", "修订", "失效")
_LASTING = pattern(r"办法|规定|条例|细则|规程|标准|规则|准则|制度|规范|规划|纲要|章程|编制|职能|机构|收费|价格|法》$")
_LASTING_BESIDE = pattern(r"办法|标准|条例|细则|规程|规范|规划|制度|批复|可研|可行性|概算|编制|合同|协议")
_POLICY = pattern(r"(?:通知|意见|方案|规划|计划|决定|纲要|要点|批复|函)(?:[（(][^（()）]{1,12}[）)])?》$")
_LINK = pattern(r"^[ \u3000]{0,2}(?:[（(〔\[][^（()）《》]{0,12})?$")
_STAFFING = "编"  # 巴编办发, 中编办发: who does what and with how many people holds until it is changed
_LAST_MERGERS = 2019  # the agencies of the list were merged in 2018 and 2019 [unverified]
_REACH = 240  # characters looked at on either side of a citation
_LAST_FORTNIGHT = (12, 15)  # month and day: what is replaced later was good for the table's year
_NEAR = 40  # characters between a title and its number
BEFORE, WITHIN, UNDATED = "replaced", "replaced-this-year", "replaced-undated"


def _entry(citation: CitationView) -> Reference | None:
    """Return the registry's entry of a citation; none for a number whose title stands beside it, or inside a title that repeals."""
    found = citation.found
    if found.kind == STRAY:
        return None
    entry = load_registry().find(found.text if found.kind != NUMBER else found.plain)
    if entry is None:
        return None
    around = citation.prose.text[max(0, found.start - _REACH) : found.end + _REACH]
    if found.kind != TITLE:
        return None if key(entry.title) in key(around) and not entry.same_title else entry
    return None if found.depth and any(word in around for word in _REPEALS) else entry


@CITATION.fact(
    "standing",
    STRING,
    zh="按登记表：replaced（年初前已被替代）、replaced-this-year（当年被替代）、replaced-undated（已被替代，本表未填年度）、unknown（查无此名），其余为空",
    en="by the registry: replaced (before the year), replaced-this-year, replaced-undated (the table gives no year), unknown "
    "(no such title is known), else empty",
)
def standing(citation: CitationView) -> str:
    entry = _entry(citation)
    if entry is None or entry.status not in {SUPERSEDED, UNKNOWN}:
        return ""
    return UNKNOWN if entry.status == UNKNOWN else _since(entry.replaced_on, citation.scope.year)


def _since(day: dt.date | None, year: int) -> str:
    """Return when it was replaced, seen from the table's year; "" for a text that was good to the last fortnight of that year."""
    if not year or day is None:
        return UNDATED
    if day <= dt.date(year, 1, 1):
        return BEFORE
    return WITHIN if day.year == year and day < dt.date(year, *_LAST_FORTNIGHT) else ""


@CITATION.fact(
    "certain",
    BOOL,
    zh="登记表对此是否有把握（否则只提示核对）",
    en="whether the registry is confident of it; else a finding only asks to verify",
)
def certain(citation: CitationView) -> bool:
    entry = _entry(citation)
    return entry is not None and entry.confidence != "low"


@CITATION.fact(
    "replaced_on", STRING, zh="被替代的日期，如 2023-12-01", en="the day it was replaced, such as 2023-12-01"
)
def replaced_on(citation: CitationView) -> str:
    entry = _entry(citation)
    return entry.replaced_on.isoformat() if entry and entry.replaced_on else ""


@CITATION.fact("replaced_by", STRING, zh="替代它的文件", en="what replaced it")
def replaced_by(citation: CitationView) -> str:
    entry = _entry(citation)
    return entry.replaced_by if entry else ""


@CITATION.fact(
    "from_future",
    BOOL,
    zh="文号或标准的年份是否晚于本表年度",
    en="whether the year of the number or the standard is later than the table's",
)
def from_future(citation: CitationView) -> bool:
    found = citation.found
    dated = found.kind in {NUMBER, STANDARD} or (found.kind == BROKEN and SHORT_YEAR not in found.faults)
    return dated and 0 < citation.scope.year < found.year


@CITATION.fact(
    "age", INT, zh="文号的年份距本表年度几年，不知道为 0", en="years from the number to the table, 0 if unknown"
)
def age(citation: CitationView) -> int:
    found, year = citation.found, citation.scope.year
    return max(0, year - found.year) if year and found.year else 0


@CITATION.fact(
    "ages",
    BOOL,
    zh="是否依据栏里会过时的计划、通知（不含法规、制度、标准、规划、中央文件和登记表里仍有效的）",
    en="whether it is the number of a plan or notice in a basis, which ages; not of a law, rules, a standard, a long-term plan, a "
    "central document, or one that the registry knows to be in force",
)
def ages(citation: CitationView) -> bool:
    found = citation.found
    if found.kind != NUMBER or citation.prose.field not in _BASES or _STAFFING in found.agency:
        return False
    central = citation.scope.knowledge.lexicon.words("words.central_issuers")
    if found.agency.startswith(central) or load_registry().find(found.plain):
        return False
    text = citation.prose.text
    title = _title_beside(text, found.start, found.end)
    return not (_LASTING.search(title) if title else _names_lasting(text))


@lru_cache(maxsize=512)
def _names_lasting(text: str) -> bool:
    """Return whether a text speaks of something that lasts; asked once a text, however many numbers it cites."""
    return _LASTING_BESIDE.search(text) is not None


@lru_cache(maxsize=2048)
def _title_beside(text: str, start: int, end: int) -> str:
    """Return the outermost title that stands directly before or after a number, "" if there is none."""
    first = max(0, start - _REACH)
    near = text[first : end + _REACH]
    for each in find_titles(near).titles:
        if not each.depth and _linked(near, (each.start, each.end), (start - first, end - first)):
            return each.text
    return ""


def _linked(text: str, title: tuple[int, int], number: tuple[int, int]) -> bool:
    """Return whether a title and a number belong together: 《…》（财预〔2021〕101号）, 财预〔2021〕101号文件《…》."""
    between = text[title[1] : number[0]] if title[1] <= number[0] else text[number[1] : title[0]]
    return len(between) <= _NEAR and bool(_LINK.match(between.replace("文件", "")))


@CITATION.fact(
    "policy_title",
    BOOL,
    zh="是否通知、意见、方案一类文件的书名，旁边没有文号",
    en="whether it is the title of a notice, opinion or plan without a number beside it",
)
def policy_title(citation: CitationView) -> bool:
    found = citation.found
    if not citation.is_title or not _POLICY.search(found.text):
        return False
    first = max(0, found.start - _REACH)
    near = citation.prose.text[first : found.end + _REACH]
    title = (found.start - first, found.end - first)
    numbers = (each for each in find_citations(near) if each.kind == NUMBER)
    return not any(_linked(near, title, (each.start, each.end)) for each in numbers)


@CITATION.fact(
    "abolished_agency",
    STRING,
    zh="文号或标题里在本表年度前已撤并的机构，没有为空",
    en="the agency in the number, or before 关于 in the title, that was merged before the table's year, else empty",
)
def abolished_agency(citation: CitationView) -> str:
    if citation.scope.year <= _LAST_MERGERS:
        return ""
    found, lexicon = citation.found, citation.scope.knowledge.lexicon
    if found.kind in {NUMBER, BROKEN}:
        issuer = found.agency
    elif citation.is_title and "关于" in found.text:
        issuer = found.text.partition("关于")[0]
    else:
        return ""
    return _abolished(
        fold(issuer), lexicon.words("words.abolished_agencies"), lexicon.words("words.abolished_agency_exclusions")
    )


@lru_cache(maxsize=2048)
def _abolished(issuer: str, agencies: tuple[str, ...], still_there: tuple[str, ...]) -> str:
    for word in still_there:
        issuer = issuer.replace(word, "")
    return max((agency for agency in agencies if agency in issuer), key=len, default="")
