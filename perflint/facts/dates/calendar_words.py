"""Dates in running text that the calendar does not have: 13月底, 2月30日, 二月三十一日, 20244年11月."""

from functools import lru_cache

from perflint.facts.marks import mark_of
from perflint.facts.vocabulary import Mark
from perflint.pattern import pattern
from perflint.quantity.day import Day

_CHINESE = {char: number for number, char in enumerate("零一二三四五六七八九十")}
_NUMBER = r"\d{1,2}|[一二三四五六七八九十]{1,3}"
_WRITTEN = pattern(
    rf"(?:(?<![\d一二三四五六七八九十.,—-])|(?<=[日号月][—-])|(?<=[日号月]——))(?:((?:19|20)\d{{2}})年)?({_NUMBER})月份?(?:({_NUMBER})[日号]|(底|末|上旬|中旬|下旬|前(?!\d)))"
)
_MONTH = pattern(
    r"(?<!\d)((?:19|20)\d{2})年(\d{1,2})月(?!份?[\d一二三四五六七八九十底末上中下前])"
)  # of a year, without a day
_DOTTED = pattern(r"(?<![\d.\-/])((?:19|20)\d{2})([-./])(\d{1,2})\2(\d{1,2})(?![\d.\-/])")
# No plan reaches there, and no deadline lies there: 20225年12月, 2205年底, 1025年6月.
_FAR = pattern(
    r"(?<![\d.])(?:\d{5}|20\d|1[0-7]\d{2}|2[2-9]\d{2}|[3-9]\d{3})年(?:\d{1,2}月(?:\d{1,2}[日号]|底|末|份)?|底|末)"
)
_TENS = 10


@lru_cache(maxsize=4096)
def impossible_dates(text: str) -> tuple[Mark, ...]:
    """Return the dates whose month or day does not exist, or whose year no plan has; 29 February without a year counts as a day."""
    found = []
    if "月" in text:
        found = [
            (hit, Day(_year(hit[1]), _number(hit[2]), _number(hit[3]) if hit[3] else 1))
            for hit in _WRITTEN.finditer(text)
        ]
        found.extend((hit, Day(int(hit[1]), int(hit[2]), 1)) for hit in _MONTH.finditer(text))
    found.extend((hit, Day(int(hit[1]), int(hit[3]), int(hit[4]))) for hit in _DOTTED.finditer(text))
    wrong = [hit for hit, day in found if not _exists(day)]
    return tuple(mark_of(hit) for hit in (*wrong, *(_FAR.finditer(text) if "年" in text else ())))


def _exists(day: Day) -> bool:
    return day.valid or (day.year is None and (day.month, day.day) == (2, 29))


def _year(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _number(text: str) -> int:
    """Return 1 to 99 written in digits or in Chinese (三十一)."""
    if text[0] not in _CHINESE:
        return int(text)
    tens, ten, ones = text.partition("十")
    if not ten:
        return _CHINESE[text[-1]]
    return (_CHINESE[tens[-1]] if tens else 1) * _TENS + (_CHINESE[ones[0]] if ones else 0)
