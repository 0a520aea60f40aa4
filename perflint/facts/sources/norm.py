"""Numbers of standards and of decrees in running text: GB/T 19001-2016, JJG 539-2016, 主席令第二十一号, 第3号令."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from perflint.pattern import pattern

# National and local standards, verification regulations, technical safety rules, international standards: with or without a year.
# Trade standards: two to five letters, always with a year.
_STANDARD = pattern(
    r"(?<![A-Za-z])(?:"
    r"(?:GB|DB|TSG|JJ[GF]|ISO|IEC|T/[A-Z]{2,8}|[A-Z]{2}/[TZ])[A-Z]{0,5}(?:\d{2,4})?(?:/[TZ])?[ \u3000]{0,2}[A-Z]?\d{1,5}(?:\.\d{1,3}){0,3}"
    r"(?:[ \u3000]?[-—–－:：][ \u3000]?(?P<year>(?:19|20)?\d{2})(?!\d))?"
    r"|(?:HJ|CJJ?|JTG|JGJ?|SL|TB|YY|WS|DL|AQ|LY|GA|SB|NY|MZ|JTT?|YD|SY|SH|QX|TD|LD|WH|HG|CECS|CH|DZ|XF|RB|JR|JY|MT|NB|SC|SN|YC)"
    r"(?:/[TZ])?[ \u3000]{0,2}[A-Z]?\d{1,5}(?:[./]\d{1,3}){0,3}[ \u3000]?[-—–－][ \u3000]?(?P<trade>(?:19|20)\d{2})(?!\d)"
    r")"
)
_NUMERAL = r"[ \u3000]?第?[ \u3000]?(?:\d{1,4}|[一二三四五六七八九十百〇零]{1,6})[ \u3000]?号"
_ORDER = pattern(
    rf"[\u4e00-\u9fa5]{{0,16}}令{_NUMERAL}|[\u4e00-\u9fa5]{{0,16}}?第[ \u3000]?(?:\d{{1,4}}|[一二三四五六七八九十百〇零]{{1,6}})[ \u3000]?号令"
)
_FULL_YEAR = 4
STANDARD, ORDER = "standard", "order"


class Norm(NamedTuple):
    """The number of a standard (with its year, 0 if none is given) or of a decree."""

    text: str
    kind: str
    year: int
    start: int
    end: int


def find_norms(text: str) -> Iterator[Norm]:
    """Yield the numbers of standards and decrees of a text."""
    if not text.isascii():
        yield from (Norm(hit[0], ORDER, 0, hit.start(), hit.end()) for hit in _orders(text))
    for hit in _STANDARD.finditer(text):
        year = hit["year"] or hit["trade"] or ""
        yield Norm(hit[0], STANDARD, int(year) if len(year) == _FULL_YEAR else 0, hit.start(), hit.end())


def _orders(text: str) -> Iterator[re.Match[str]]:
    return _ORDER.finditer(text) if "令" in text and "号" in text else iter(())
