"""Signs in a text that stand for a figure or name still to come, and what a broken formula leaves."""

from collections.abc import Collection
from functools import lru_cache

from perflint.facts.marks import mark_of
from perflint.facts.vocabulary import Mark
from perflint.pattern import pattern
from perflint.typography import fold

_SIGNS = frozenset("*＊XxＸｘ×_＿□○◯N#")
# A run of signs: not the year of a date (DAT007), not the number of a document, not a code in Latin letters.
_RUN = pattern(
    r"(?<![A-Za-zＸｘ〔\[【﹝*＊×_＿0-9０-９])(?:[*＊]{2,}|[XxＸｘ]{2,}|×{2,}|[_＿]{2,}|□{2,}|(?<![二一])[○◯]{2,})"
    r"(?![A-Za-z〕\]】﹞年号*＊×_＿0-9])"
)
# One sign before what it counts or calls: X人, ×个村, N次, X县.
_ONE = pattern(
    r"(?<![A-Za-zＡ-Ｚ0-9０-９*＊×_＿一二三四五六七八九十])(?:[XxＸｘ×＊N])"
    r"(?=(?:人|个|次|户|家|台|套|批|名|项|场|处|所|座|辆|亩|公里|万元|元|%|％|县|市|区|镇|乡|村|局|厅|街道|单位|项目|部门))"
)
_FORMULA = pattern(r"#(?:REF!|N/A|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)")
_BOLD = pattern(r"\*\*[^*\n]{2,40}\*\*")
_EMPTY = pattern(r"(?i)nan|none|null|undefined|nat|\[object object\]")
_REQUEST = pattern(
    r"[（(【\[]?(?:请|此处|在此)(?:如实|据实|自行|具体)?(?:填写|填报|填列|输入|选择|注明).{0,12}[）)】\]]?"
    r"|(?:根据|按照?|结合).{0,4}(?:实际|项目|单位|特点|情况).{0,8}(?:填写|填报|填列|自行设[置定])|填写(?:具体)?(?:数字|数值|内容|目标|指标值|指标)|待填|待补充|选填|必填"
)


@lru_cache(maxsize=4096)
def masks(text: str) -> tuple[Mark, ...]:
    """Return the signs in a text that are still to be replaced; emphasis such as **重点** is none."""
    if not _SIGNS.intersection(text):
        return ()
    bold = [hit.span() for hit in _BOLD.finditer(text)]
    hits = (hit for form in (_RUN, _ONE, _FORMULA) for hit in form.finditer(text))
    marks = (mark_of(hit) for hit in hits if not any(start <= hit.start() < end for start, end in bold))
    return tuple(sorted(marks, key=lambda mark: mark.start))


@lru_cache(maxsize=4096)
def is_request(text: str) -> bool:
    """Return whether the whole of a text asks for it to be filled in."""
    return _REQUEST.fullmatch(fold(text).rstrip("。.…")) is not None


@lru_cache(maxsize=4096)
def is_unfilled(text: str) -> bool:
    """Return whether a cell holds what a program or a form left: NaN, #REF!, 请填写, N个."""
    plain = fold(text)
    return bool(_EMPTY.fullmatch(plain) or _FORMULA.search(plain)) or is_request(text) or bool(_ONE.search(plain))


def is_unwritten(text: str, placeholders: Collection[str]) -> bool:
    """Return whether a whole goal is a placeholder (无, 待定), or still what the form asks for."""
    return fold(text).rstrip("。.") in placeholders or is_request(text)
