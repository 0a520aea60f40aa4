"""Rows that are no indicators: a class that does not apply, a note of the form, dots."""

from functools import lru_cache

from perflint.facts.printed import bare, pieces
from perflint.pattern import pattern
from perflint.typography import fold

_SUBJECT = r"(?:本|该|此)?(?:项目|单位|部门|指标|年度|专项|资金|类)*"
_NOT_APPLICABLE = pattern(
    rf"{_SUBJECT}(?:不适用|不涉及|未涉及|无此项?|无相关|没有|无该项?|暂无|未设置|不设)(?:于?{_SUBJECT})(?:相关|该类|这类|此类|项|内容|情况|方面|指标|要求|类)*"
)
_NOTE = pattern(r"(?:注|备注|说明|填报说明|填表说明|编制说明|备注说明)(?:[:：]|\d?[.、．]|$).*")
_NOTHING = pattern(r"[/\\—\-_.…。·、无]*")


def is_idle(name: str, value: str, words: tuple[str, ...]) -> bool:
    """Return whether a row says by name and value that it is none; `words` are those for a class that does not apply."""
    return bool(name.strip() or value.strip()) and _is_idle(name, value, words)


@lru_cache(maxsize=4096)
def _is_idle(name: str, value: str, words: tuple[str, ...]) -> bool:
    called, target = fold(bare(name)).rstrip("。"), fold(value).rstrip("。")
    if not (target == "" or target in words or _NOTHING.fullmatch(target) or _NOT_APPLICABLE.fullmatch(target)):
        return False
    if not called:
        return bool(pieces(name)) or target != ""
    declines = called in words or _NOT_APPLICABLE.fullmatch(called) is not None
    return declines or (target == "" and _NOTE.fullmatch(called) is not None)
