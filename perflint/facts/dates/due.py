"""Further facts about deadlines: due after the year, months without a year, all at the year's end (domain: §3.9)."""

from functools import lru_cache

from perflint.facts.dates.deadline import DEADLINE, DeadlineView, asked_in
from perflint.facts.marks import mark_of
from perflint.facts.vocabulary import INT, MARKS, STRING, Mark
from perflint.facts.wordlist import first_word
from perflint.pattern import pattern
from perflint.quantity.day import last_day
from perflint.typography import fold

_LATER = pattern(
    r"(?:次年|翌年|来年|下一?年度?)(?:的)?(?:年?初|年?底|年?末|年中|前|内|\d{1,2}月|[一二三四五六七八九十]{1,2}月|第?[一二三四1-4]季|上半年|下半年|春节)"
)
_NEXT_YEAR = pattern(r"次年|翌年|来年|下一?年")
_QUARTER = pattern(r"(20\d\d)(?:年(?:0?[1-3]月|(?:第)?[一1]季度|春节|(?:年)?初)|[-./]0?[1-3](?:[-./]\d{1,2})?(?!\d))")
_RANGE = pattern(
    r"[月日年季]\s*(?:份|底|末|初)?\s*[-—–~至到]+\s*(?:次年|翌年|下一?年|20\d\d|\d{1,2}月)|自.{1,12}起|学年|从"
)
_SEASONS = ("供暖", "采暖", "取暖", "供热", "冬春", "冬季", "学年", "学期", "春耕", "防火", "榨季")
_CLOSING = (
    "决算",
    "审计",
    "结算",
    "汇算",
    "清算",
    "自评",
    "绩效评价",
    "评价报告",
    "年报",
    "总结",
    "质保",
    "缴存",
    "结转",
)
_MONTH = pattern(
    r"(?<![\d.,，个第每当次上本前近每—–~至到-])(\d{1,2}|[０-９]{1,2}|十[一二]?|[一二三四五六七八九])月"
    r"(?=(?:份)?(?:底|末|前|内|上旬|中旬|下旬|\d{1,2}[日号]|完成))"
)
_DAY = pattern(r"(?<!\d)(\d{1,2})月(\d{1,2})[日号]")
_LEAP = 2024
_SAID_YEAR = pattern(
    r"(?:19|20)[\d*×xX_]{2}|(?<!\d)\d{2}年(?=\d{1,2}月)|第[一二三四五\d]年|[当本次今明上下每翌去]年|年度|[每各逐按]|春节|学年"
)
_FROM_TO = pattern(r"月(?:份|底|末)?(?:\d{1,2}日)?\s*[-—–~～至到]")
_YEAR_END = pattern(r"12月(?:份)?(?:底|末|前|31日|30日|完成)?|十二月|年底|年末|年终|年内|第?四季度")
_OTHER_MONTH = pattern(
    r"(?<!\d)(?:0?[1-9]|1[01])月|(?<!十)[一二三四五六七八九]月|十一月|第?[一二三]季度|上半年|\d+(?:个工作日|小时|天|分钟)"
)


@DEADLINE.fact(
    "next_year_word",
    STRING,
    zh="指标值里说下一年的词（次年、下年），没有为空",
    en="the word for the next year in the value (次年, 下年), empty if none",
)
def next_year_word(deadline: DeadlineView) -> str:
    found = _NEXT_YEAR.search(fold(deadline.row.text("value")))
    return found[0] if found else ""


@DEADLINE.fact(
    "next_year_date",
    STRING,
    zh="指标值、名称里用这些词写的时间（次年3月、下年底），没有为空",
    en="the time that value or name give in such words (次年3月, 下年底), empty if none",
)
def next_year_date(deadline: DeadlineView) -> str:
    found = _LATER.search(_spoken(deadline))
    return found[0] if found else ""


@DEADLINE.fact(
    "first_quarter_year",
    INT,
    zh="指标值里写到一季度（1至3月、春节、年初）的年份，没有为 0",
    en="the year of a date in the first quarter that the value gives (1月 to 3月, 春节, 年初), 0 if none",
)
def first_quarter_year(deadline: DeadlineView) -> int:
    return max((int(hit[1]) for hit in _QUARTER.finditer(fold(deadline.row.text("value")))), default=0)


@DEADLINE.fact("years_named", INT, zh="写明了几个年份", en="how many years are named")
def years_named(deadline: DeadlineView) -> int:
    return len(deadline.years)


@DEADLINE.fact(
    "over_the_turn",
    STRING,
    zh="指标值、名称里说跨过年末的词（起止时间、供暖、决算），没有为空",
    en="the word in value or name for what goes over the turn of the year: a span, 供暖, 决算; empty if none",
)
def over_the_turn(deadline: DeadlineView) -> str:
    spoken = _spoken(deadline)
    found = _RANGE.search(spoken)
    return found[0] if found else first_word(spoken, (*_SEASONS, *_CLOSING))


def _spoken(deadline: DeadlineView) -> str:
    return fold(deadline.row.text("value")) + deadline.row.name


@lru_cache(maxsize=4096)
def bare_months(text: str) -> tuple[Mark, ...]:
    """Return the months of deadlines that name no year anywhere, () for repeated dates, periods and durations."""
    if "月" not in text or _SAID_YEAR.search(text) or _FROM_TO.search(text):
        return ()
    if any(not _is_day(int(month), int(day)) for month, day in _DAY.findall(fold(text))):
        return ()  # DAT003 speaks
    return tuple(map(mark_of, _MONTH.finditer(text)))


def _is_day(month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= last_day(_LEAP, month)  # noqa: PLR2004  # months of a year


@DEADLINE.fact(
    "bare_month", MARKS, zh="没有写年份的月份", en="the month of a deadline that has no year, none where one is named"
)
def bare_month(deadline: DeadlineView) -> tuple[Mark, ...]:
    if not deadline.timed or _SAID_YEAR.search(deadline.row.text("name")):
        return ()  # the name says which year is meant, be it right or wrong
    if any(part.unit == "%" for part in deadline.row.value.parts):
        return ()  # a share by a day is a step on the way through the year
    value, said = deadline.row.text("value"), asked_in(deadline.row)
    found = bare_months(said)
    return found if said == value or not found else (Mark(value, 0, len(value)),)


@DEADLINE.fact(
    "with_year",
    STRING,
    zh="给每个月份补上年份后的全文；另有不是期限的月份时为空",
    en="the whole text with the table's year put before each month, empty where a month beside them is no deadline",
)
def with_year(deadline: DeadlineView) -> str:
    text, marks = deadline.row.text("value"), bare_month(deadline)
    if not marks or not deadline.scope.year:
        return text
    if text.count("月") > len(marks):
        return ""
    for mark in reversed(marks):
        text = f"{text[: mark.start]}{deadline.scope.year}年{text[mark.start :]}"
    return text


@lru_cache(maxsize=4096)
def at_year_end(text: str) -> bool:
    """Return whether a text asks for nothing but the end of the year."""
    plain = fold(text)
    return bool(_YEAR_END.search(plain)) and not _OTHER_MONTH.search(plain)
