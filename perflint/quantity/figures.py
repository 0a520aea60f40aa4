"""Figures: a number with its scale and 余 or 多, as found at one place of plain text."""

import re
from decimal import Decimal

from msgspec import Struct

from perflint.pattern import pattern
from perflint.quantity.numerals import ARABIC, EXACT, HAN, SCALE, product, read_arabic, read_han, read_scale
from perflint.quantity.value import Approx

_PARTS_OF = {"百分之": "%", "千分之": "‰", "万分之": "‱", "十万分之": "‱", "百万分之": "‱"}
_FINER = {"十万分之": Decimal("0.1"), "百万分之": Decimal("0.01")}  # 十万分之三 is 0.3‱
_NUMBER = pattern(rf"(?P<part>百分之|千分之|[十百]?万分之)?(?:(?P<arabic>{ARABIC})|(?P<han>{HAN}))")
_FRACTION = pattern(r"([二三四五六七八九十])分之([一二三四五六七八九])(?![十百千])")
_QUOTIENT = pattern(r"([1-9])/([2-9]|10)(?=$|及?以[上下]|左右)")
_TENTHS = pattern(r"([一二三四五六七八九])成([一二三四五六七八九半]?)(?![立为本果员])")
_HALF = pattern(r"一半|半数|过半数|(?<!超)过半")
_VAGUE = pattern(r"(?:数|几|上)(十|百|千|万|亿)(?:万|亿)?|几(?=[个次项件家户人名])")
STARTS = pattern(r"[0-9〇零一二两三四五六七八九十百千万半数几上过]")


class Figure(Struct, frozen=True):
    """One number: `value` with its scale resolved, `typed` in half width, `unit` if the words imply one (八成: %)."""

    start: int
    end: int
    value: Decimal
    typed: str
    scale: Decimal = Decimal(1)
    unit: str = ""
    approx: Approx = Approx.EXACT
    chinese: bool = False


def read_figure(text: str, at: int) -> Figure | None:
    """The figure that begins exactly at `at`; None if there is none."""
    share = _share(text, at)
    if share is not None:
        return share
    found = _NUMBER.match(text, at)
    if found is None:
        return _vague(text, at)
    if found["arabic"]:
        return _arabic(text, found)
    number = read_han(found["han"])
    if number is None or (found["han"][0] in "百千" and not found["part"] and not _led(text, at)):
        return None
    part = found["part"] or ""
    end, approx = _more(text, found.end())
    number = product(number, _FINER.get(part, Decimal(1)))
    return Figure(at, end, number, found["han"], unit=_PARTS_OF.get(part, ""), approx=approx, chinese=True)


def _led(text: str, at: int) -> bool:
    """Whether a word beside 百 or 千 says that it is a number: 近百人, 百余次."""
    return (at > 0 and text[at - 1] in "近约") or text[at + 1 : at + 2] in {"余", "多"}


def skip(text: str, at: int) -> int:
    """The end of the characters at `at` that look like a number but are none."""
    found = _NUMBER.match(text, at)
    return found.end() if found else at + 1


def _arabic(text: str, found: re.Match[str]) -> Figure:
    end, approx = _more(text, found.end())
    scale = SCALE.match(text, end)
    factor = Decimal(1)
    if scale and not text.startswith(("千克", "千瓦", "千米", "千伏", "千分", "万分", "百分", "千帕", "千卡"), end):
        factor = read_scale(scale[0])
        end, later = _more(text, scale.end())
        approx = later if later is not Approx.EXACT else approx
    typed = found["arabic"]
    part = found["part"] or ""
    unit, factor = _PARTS_OF.get(part, ""), product(factor, _FINER.get(part, Decimal(1)))
    return Figure(found.start(), end, product(read_arabic(typed), factor), typed, factor, unit, approx)


def _more(text: str, at: int) -> tuple[int, Approx]:
    if at < len(text) and text[at] in "余多" and text[at : at + 2] not in {"余额", "余热", "多边", "多项", "多种"}:
        return at + 1, Approx.OVER
    return at, Approx.EXACT


def _share(text: str, at: int) -> Figure | None:
    quotient = _QUOTIENT.match(text, at)
    if quotient and not (at and (text[at - 1].isdigit() or text[at - 1] in "./")):
        share = (Decimal(quotient[1]) * 100 / Decimal(quotient[2])).quantize(Decimal("0.01"))
        return Figure(at, quotient.end(), share, quotient[0], unit="%")
    fraction = _FRACTION.match(text, at)
    if fraction:
        below, above = read_han(fraction[1]), read_han(fraction[2])
        if below and above:
            share = (above * 100 / below).quantize(Decimal("0.01"))
            return Figure(at, fraction.end(), share, fraction[0], unit="%", chinese=True)
    tenths = _TENTHS.match(text, at)
    if tenths:
        rest = Decimal(5) if tenths[2] == "半" else read_han(tenths[2] or "零") or Decimal(0)
        value = (read_han(tenths[1]) or Decimal(0)) * 10 + rest
        return Figure(at, tenths.end(), value, tenths[0], unit="%", chinese=True)
    half = _HALF.match(text, at)
    return Figure(at, half.end(), Decimal(50), half[0], unit="%", chinese=True) if half else None


def _vague(text: str, at: int) -> Figure | None:
    found = _VAGUE.match(text, at)
    if found is None:
        return None
    value = read_scale(found[0].lstrip("数几上")) if found[1] else Decimal(0)
    return Figure(at, found.end(), EXACT.plus(value), found[0], approx=Approx.VAGUE, chinese=True)
