"""Facts about what a cited document is worth in the table's year: superseded, from the future, old, of an abolished agency."""

from functools import lru_cache

from perflint.facts.sources.book_title import find_titles
from perflint.facts.sources.citation import CITATION
from perflint.facts.sources.citationview import CitationView
from perflint.facts.sources.citing import BROKEN, NUMBER, STRAY, TITLE, find_citations
from perflint.facts.sources.references import SUPERSEDED, UNKNOWN, Reference, key, load_registry
from perflint.facts.vocabulary import BOOL, INT, STRING
from perflint.pattern import pattern
from perflint.typography import fold

_BASES = frozenset({"basis", "standard.source", "project.basis"})
_REPEALS = ("废止", "修改", "修订", "失效")
_LASTING = pattern(r"办法|规定|条例|细则|规程|标准|规则|准则|制度|规范|规划|纲要|章程|编制|职能|机构|收费|价格|法》$")
_LASTING_BESIDE = pattern(r"办法|标准|条例|细则|规程|规范|规划|制度|批复|可研|可行性|概算|编制|合同|协议")
_POLICY = pattern(r"(通知|意见|方案|规划|计划|决定|纲要|要点|批复|函)(?:[（(][^（()）]{1,12}[）)])?》$")
_LINK = pattern(r"^[ \u3000]{0,2}(?:[（(〔\[][^（()）《》]{0,12})?$")
_STAFFING = "编"  # 巴编办发, 中编办发: who does what and with how many people holds until it is changed
_REACH = 240  # characters looked at on either side of a citation
_NEAR = 40  # characters between a title and its number


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
    "registered",
    STRING,
    zh="登记表怎么说：superseded（已被替代）、unknown（查无此名），其余为空",
    en="what the registry says: superseded, unknown (no such title is known), else empty",
)
def registered(citation: CitationView) -> str:
    entry = _entry(citation)
    return entry.status if entry is not None and entry.status in {SUPERSEDED, UNKNOWN} else ""


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
    title = title_beside(text, found.start, found.end)
    return not (_LASTING.search(title) if title else _names_lasting(text))


@lru_cache(maxsize=512)
def _names_lasting(text: str) -> bool:
    """Return whether a text speaks of something that lasts; asked once a text, however many numbers it cites."""
    return _LASTING_BESIDE.search(text) is not None


@lru_cache(maxsize=2048)
def title_beside(text: str, start: int, end: int) -> str:
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
    "document_type",
    STRING,
    zh="最外层书名末尾写明的文种：通知、意见、方案、规划、计划、决定、纲要、要点、批复、函，没有为空",
    en="the kind of document that an outermost title ends with: 通知, 意见, 方案, 规划, 计划, 决定, 纲要, 要点, 批复, 函; else empty",
)
def document_type(citation: CitationView) -> str:
    hit = _POLICY.search(citation.found.text) if citation.is_title else None
    return hit[1] if hit else ""


@CITATION.fact(
    "number_beside",
    STRING,
    zh="紧挨着最外层书名的文号，没有为空",
    en="the document number directly beside an outermost title, empty if none",
)
def number_beside(citation: CitationView) -> str:
    found = citation.found
    if not citation.is_title:
        return ""
    first = max(0, found.start - _REACH)
    near = citation.prose.text[first : found.end + _REACH]
    title = (found.start - first, found.end - first)
    numbers = (each for each in find_citations(near) if each.kind == NUMBER)
    return next((each.text for each in numbers if _linked(near, title, (each.start, each.end))), "")


@CITATION.fact(
    "abolished_agency",
    STRING,
    zh="文号的机关代字或标题“关于”前已撤并的机构（2018、2019年机构改革，按词表；仍在的机构名先去掉），没有为空",
    en="the agency in the number, or before 关于 in the title, that was merged in 2018 or 2019, else empty; looked up in the lexicon, "
    "names of agencies that are still there being left out",
)
def abolished_agency(citation: CitationView) -> str:
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
