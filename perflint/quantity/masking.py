"""Text with everything blanked out that holds digits but is no quantity: codes, titles, years, ordinal numbers, idioms."""

import re
from collections.abc import Iterable
from functools import lru_cache

from perflint.pattern import alternatives, pattern

BLANK = "\x00"
_STANDARD = r"(?<![0-9A-Za-z])[A-Z]{1,6}[0-9]{0,2}(?:/[A-Z]{1,6})?[A-Z]?[0-9]+(?:\.[0-9]+)*(?:[/-][0-9]+)?[-—–:](?:19|20)[0-9]{2}(?![0-9])"
_CODED = pattern(_STANDARD)
_NEVER = pattern(
    rf"{_STANDARD}|"
    r"《[^《》]*》"
    r"|[〔\[(【][12][09][0-9]{2}[〕\])】](?:第?[0-9]+号?)?"
    r"|(?<![0-9A-Za-z.%/μ万亿千百十])(?!pH|PH|[kcdm]?m[23](?![0-9A-Za-z]))[A-Za-z]{1,8}(?:/[A-Za-z]{1,3})?[- ]?[0-9][0-9.]*(?:[-—][0-9]+)?"
    r"(?:[×xX*][0-9.]{1,6}(?:mm2)?(?:[+][0-9.]{1,6}[×xX*][0-9.]{1,6}(?:mm2)?)+)?"
    r"|第[0-9一二三四五六七八九十百]+(?!名|位)"
    r"|(?<![0-9.])(?:19|20)[0-9]{2}年(?:度|末|底|初)?"
    r"|(?<![0-9])[0-2]?[0-9](?::[0-5][0-9]|[时点])(?:[-—~]{1,2}|至|到)(?:次日|翌日|第二天|当日|当天)?(?:凌晨|早晨?|上午|下午|晚上?)?[0-2]?[0-9](?::[0-5][0-9]|[时点](?!间))"
    r"|(?<![0-9])(?:19|20)(?:\*{2}|×{2}|_{2}|[Xx]{2})年?"
    r"|(?<![0-9万亿])\([kcdm]?m[23]\)"
    r"|十分(?=[\u4e00-\u9fff])(?![钟之以内左上])"
    r"|[0-9]{2,}年一遇|[0-9]{3,}号(?!线)"
    r"|(?<![0-9])0[0-9]{2,3}-[0-9]{7,8}(?![0-9])|(?<![0-9])1[3-9][0-9]{9}(?![0-9])"
)


def mask(text: str, idioms: tuple[str, ...]) -> str:
    """The same text, equally long, with a blank for each character that belongs to no quantity."""
    masked = _NEVER.sub(_blank, text)
    return _idioms(idioms).sub(_blank, masked) if idioms else masked


def without_standards(text: str) -> str:
    """The same text, equally long, with a blank for each character of a standard's number (JTG F80/1-2017)."""
    return _CODED.sub(_blank, text)


def cover(text: str, start: int, end: int) -> str:
    """The same text with one slice blanked out."""
    return text[:start] + BLANK * (end - start) + text[end:]


def cover_all(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The same text with several slices, in order, blanked out."""
    pieces: list[str] = []
    at = 0
    for start, end in spans:
        pieces += text[at:start], BLANK * (end - start)
        at = end
    return "".join((*pieces, text[at:]))


def _blank(found: re.Match[str]) -> str:
    return BLANK * len(found[0])


@lru_cache(maxsize=8)
def _idioms(words: tuple[str, ...]) -> re.Pattern[str]:
    return pattern(alternatives(word for word in words if not word.startswith("半")))
