"""What a project or an indicator is called without its year, its phase, its numbering."""

from functools import lru_cache

from perflint.pattern import pattern
from perflint.typography import essence, fold

_YEAR = pattern(r"(?<!\d)(?:20)\d\d(?:[-—~至](?:20)?\d\d)?(?:年度?|(?!\d))")
_THIS_YEAR = pattern(r"^(?:本年度?|当年|年度)")
_CONTINUED = pattern(r"[(（\[【](?:续建?|延续|继续|结转)[)）\]】]|(?:续建|结转)$")
_PHASE = pattern(r"[(（]?第?[一二三四五六七八九十\d]{1,3}(?:期|批次?|阶段)(?:工程)?[)）]?")
_NUMBERING = pattern(
    r"^[(（]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[)）.、．]|(?<=[\u4e00-\u9fa5)）])(?:[fF]|[1-9]|[(（][一二三四五六七八九1-9][)）])$"
)
_CODED_YEARS = (pattern(r"(?<=^\d{6})\d\d(?=[A-Z])"), pattern(r"(?<=^\d{6}[A-Z])\d\d(?=[A-Z])"))


@lru_cache(maxsize=8192)
def full_name(name: str) -> str:
    """Return a project's name without years and （续）: two projects of one agency do not share it."""
    return essence(_CONTINUED.sub("", _YEAR.sub("", fold(name))))


@lru_cache(maxsize=8192)
def bare_name(name: str) -> str:
    """Return a project's name without phase and numbering too: what its phases have in common."""
    return essence(_NUMBERING.sub("", _PHASE.sub("", _CONTINUED.sub("", _YEAR.sub("", fold(name))))))


@lru_cache(maxsize=8192)
def row_name(name: str) -> str:
    """Return an indicator's name without years."""
    return essence(_THIS_YEAR.sub("", _YEAR.sub("", fold(name))))


def code_without_year(code: str, year: int) -> str:
    """Return a project's code with the digits of its own year taken out where the format has them."""
    for place in _CODED_YEARS:
        found = place.search(code)
        if found and int(found[0]) == year % 100:
            return code[: found.start()] + "··" + code[found.end() :]
    return code
