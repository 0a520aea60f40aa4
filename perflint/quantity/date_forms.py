"""How dates are written: a pattern for each form, and what it makes of a match."""

import re

from perflint.pattern import pattern
from perflint.quantity.dated import Dated, date_of, invalid, until
from perflint.quantity.day import Day, last_day
from perflint.quantity.value import Kind, Op

_YEAR = r"(?:(?P<y{0}>(?:19|20)[0-9]{{2}})(?:年度?|[-./])|(?:当|本|今)年度?)"
_DAY = _YEAR + r"?(?P<m{0}>[0-9]{{1,2}})(?:月份?|[-./](?=[0-9]))(?:(?P<d{0}>[0-9]{{1,2}})[日号]?)?"
_FULL = r"(?P<y{0}>(?:19|20)[0-9]{{2}})[-./年](?P<m{0}>[0-9]{{1,2}})[-./月](?P<d{0}>[0-9]{{1,2}})日?"
_MARK = r"起?(?:[-—–~〜]{1,2}|至|到)(?:(?:次|翌|来|下一?|第二)年)?"
_HOUR = r"(?:[0-9]{1,2}[时点](?![间钟]))?"
_NEXT = pattern(r"(?:次|翌|来|下一?|第二)年")
_END = r"(?P<edge>底|末|初|上旬|中旬|下旬|中)?(?:[0-9]{1,2}[时点])?(?P<before>之?前|以前|止|为止|截止|(?:以内|之内|内)(?=$|完|办|实|全))?"
_SINGLE = pattern(rf"(?:截[至止]|到|于|在)?(?:{_FULL.format(1)}|{_DAY.format(2)}){_END}")
_MONTH = pattern(
    rf"(?:{_YEAR.format(1)})?(?P<m1>[0-9]{{1,2}})(?:月[上中下]旬|月?){_MARK}(?P<m2>[0-9]{{1,2}})月份?(?:[上中下]旬)?"
)
_RANGE = pattern(
    rf"(?:自|从)?(?:{_FULL.format(1)}|{_DAY.format(2)}){_HOUR}{_MARK}(?:{_FULL.format(3)}|{_DAY.format(4)}){_HOUR}(?:底|末|止)?"
)
_YEAR_MONTHS = pattern(
    rf"(?P<y1>(?:19|20)[0-9]{{2}})[./年](?P<m1>[0-9]{{1,2}})月?{_MARK}(?P<y3>(?:19|20)[0-9]{{2}})[./年](?P<m3>[0-9]{{1,2}})月?(?![0-9./])"
    r"(?P<d1>$^)?(?P<d3>$^)?"
)
_YEARS = pattern(rf"(?P<y1>(?:19|20)[0-9]{{2}})年?{_MARK}(?P<y2>(?:19|20)[0-9]{{2}})(?:年度?|(?=$|[，,。)])|期间|学年)")
_QUARTER = pattern(
    rf"(?:{_YEAR.format(1)})?(?P<q>第[一二三四1234]个?季度|[一二三四1234]季度|前三个?季度|上半年|下半年){_END}"
)
_WHOLE = pattern(
    r"(?P<till>截[至止]到?|到)?(?:(?P<y1>(?:19|20)[0-9]{2})年(?:度|全年)?|(?:当|本|今|全)年度?|(?<![0-9一二两三四五六七八九十几数半多上去前后每全])年度?(?=底|末|内|终|中))(?P<edge>底|末|终|中)?"
    r"(?P<before>之?前|以前|(?:以内|之内|内))?(?!均|份|[0-9])"
)
_MONTHLY = pattern(
    r"(?:每个?(?P<period>月|季度|季|年|旬|周)(?P<which>的?(?:首|末|第[一二三]个?)月)?|[次下当]个?月)"
    r"(?:的)?(?:(?P<d>[0-9]{1,2})[日号]|底|末)(?P<before>之?前|以前)?"
)
_QUARTER_SPAN = pattern(rf"(?:{_YEAR.format(1)})?第?(?P<q1>[一二三四1-4])季?度?{_MARK}第?(?P<q2>[一二三四1-4])季度")
_BARE_DOTTED = pattern(r"[0-9]{1,2}\.[0-9]{1,2}[-—–~〜至到]+[0-9]{1,2}\.[0-9]{1,2}")
_UNIT_AHEAD = pattern(
    r"[万亿]?(?:元|[%％‰℃°A-Za-z㎡]|公?里|千?米|平方|立方|亩|公顷|吨|[千公毫]?克|斤|毫?升|个|倍|分(?!别)|度|小时)"
)
_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4}


def _is_decimal(found: re.Match[str]) -> bool:
    """Return whether a range without 年 and 月 is one of decimals: 1.05-1.10元, 0.08—0.15."""
    bare = _BARE_DOTTED.fullmatch(found[0])
    return bare is not None and (found[0].startswith("0.") or _UNIT_AHEAD.match(found.string, found.end()) is not None)


def _range(found: re.Match[str]) -> Dated | None:
    first = _pick(found, "1", "2")
    last = _pick(found, "3", "4")
    dated = any(found.groupdict().get(name) for name in ("d1", "d2", "y1", "y2"))
    if first is None or last is None or not dated or _is_decimal(found):
        return None
    year = last[0] if last[0] is not None else _year_of_end(found, first[0])
    low = Day(first[0], first[1], first[2] or 1)
    high = Day(year, last[1], last[2] or last_day(year, last[1]))
    return date_of(found, Kind.DATE_RANGE, Op.BETWEEN, low, high)


def _months(found: re.Match[str]) -> Dated | None:
    year = int(found["y1"]) if found["y1"] else None
    one, other = int(found["m1"]), int(found["m2"])
    end = _year_of_end(found, year)
    return date_of(found, Kind.DATE_RANGE, Op.BETWEEN, Day(year, one, 1), Day(end, other, last_day(end, other)))


def _year_of_end(found: re.Match[str], year: int | None) -> int | None:
    """The year in which a range ends that starts in `year`: the next where it says so (至次年3月)."""
    return year + 1 if year is not None and _NEXT.search(found[0]) else year


def _years(found: re.Match[str]) -> Dated | None:
    return date_of(found, Kind.DATE_RANGE, Op.BETWEEN, Day(int(found["y1"]), 1, 1), Day(int(found["y2"]), 12, 31))


def _single(found: re.Match[str]) -> Dated | None:
    picked = _pick(found, "1", "2")
    if picked is None or (found["m2"] and not _is_written(found)):
        return None
    year, month, day = picked
    flags = ("year-missing",) if year is None else ()
    if day is not None:
        return until(found, Day(year, month, 1), Day(year, month, day), flags, exact=True)
    days = {"初": 10, "上旬": 10, "中旬": 20, "中": 15}
    high = Day(year, month, days.get(found["edge"] or "", last_day(year, month)))
    return until(found, Day(year, month, 1), high, flags, exact=False)


def _is_written(found: re.Match[str]) -> bool:
    """Whether a month says so: 12月, 2023.12; but not 3.5 alone."""
    return "月" in found[0] or bool(found["y2"])


def _quarter(found: re.Match[str]) -> Dated | None:
    year = int(found["y1"]) if found["y1"] else None
    word = found["q"].removeprefix("第").replace("个", "")
    first, last = {"上半年": (1, 6), "下半年": (7, 12), "前三季度": (1, 9)}.get(word, (0, 0))
    if not last:
        number = _QUARTERS.get(word[0]) or int(word[0])
        first, last = number * 3 - 2, number * 3
    flags = ("year-missing",) if year is None else ()
    return until(found, Day(year, first, 1), Day(year, last, last_day(year, last)), flags, exact=False)


def _quarter_span(found: re.Match[str]) -> Dated | None:
    year = int(found["y1"]) if found["y1"] else None
    first, last = (_QUARTERS.get(found[name]) or int(found[name]) for name in ("q1", "q2"))
    high = Day(year, last * 3, last_day(year, last * 3))
    return date_of(found, Kind.DATE_RANGE, Op.BETWEEN, Day(year, first * 3 - 2, 1), high)


def _whole(found: re.Match[str]) -> Dated | None:
    year = int(found["y1"]) if found["y1"] else None
    month, day = (6, 30) if found["edge"] == "中" else (12, 31)
    return until(found, Day(year, 1, 1), Day(year, month, day), (), exact=False)


def _monthly(found: re.Match[str]) -> Dated | None:
    period = found["period"] or "月"
    if period not in {"月", "年"} and found["d"] and not found["which"]:
        return None
    day = Day(None, None, int(found["d"]) if found["d"] else 31)
    if found["before"]:
        return Dated(found.start(), found.end(), Kind.DEADLINE, Op.LE, None, day, invalid(day), (period,))
    return Dated(found.start(), found.end(), Kind.DEADLINE, Op.NONE, day, day, invalid(day), (period,))


def _pick(found: re.Match[str], one: str, other: str) -> tuple[int | None, int, int | None] | None:
    """Year, month and day of whichever of two alternatives matched."""
    groups = found.groupdict()
    tag = one if groups.get(f"m{one}") else other
    if not groups.get(f"m{tag}"):
        return None
    year, day = groups.get(f"y{tag}"), groups.get(f"d{tag}")
    return int(year) if year else None, int(groups[f"m{tag}"]), int(day) if day else None


FORMS = (
    (_RANGE, _range),
    (_YEAR_MONTHS, _range),
    (_MONTH, _months),
    (_YEARS, _years),
    (_MONTHLY, _monthly),
    (_QUARTER_SPAN, _quarter_span),
    (_SINGLE, _single),
    (_QUARTER, _quarter),
    (_WHOLE, _whole),
)
