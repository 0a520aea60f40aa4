"""The day by which a short description has the work of a time row done, where the value gives another."""

from perflint.facts.indicators.indicator import INDICATOR
from perflint.facts.row import RowView
from perflint.facts.vocabulary import STRING
from perflint.pattern import pattern
from perflint.quantity import Day, Kind, find_dates
from perflint.quantity.day import last_day
from perflint.typography import fold

_MONTH = pattern(r"[\d一二三四五六七八九十]月")  # 下半年 and 全年 are no other day
_LONGEST = 40  # characters: a longer description tells more than the one time
_DONE = pattern(r"完成|完工|竣工|结业|结束|发放|到位|支付|拨付|验收|建成|投用|交付|办结|上缴|开工|启动")
_STEPS = pattern(
    r"招标|采购|启动|开始|开工|动工|方案|合同|签订|申报|上报|验收|公示|支付|拨付|审计|起|其中|部分|第一|首批|上年|次年"
)


@INDICATOR.fact(
    "described_day",
    STRING,
    zh="描述（四十字以内）里唯一的完成时间，与时效指标的指标值不是同一个月（写明日的，同一天）时为其原文，否则为空；说的是招标、启动等另一步的不算",
    en="the only date by which a description of up to 40 characters has it done, where it is of another month (or day, if both give one) than the "
    "value of a time row, else empty; none of another step (招标, 启动)",
)
def described_day(row: RowView) -> str:
    told = row.text("description").strip()
    if row.class_id != "output.time" or not 0 < len(told) <= _LONGEST or len(row.value.parts) != 1:
        return ""
    days = find_dates(told)
    if (
        len(days) != 1
        or not _MONTH.search(days[0].text)
        or row.value.kind is not Kind.DEADLINE
        or row.value.residue
        or _other_step(row.name, told)
    ):
        return ""
    said, asked = days[0].high, row.value.first.high
    same = isinstance(asked, Day) and (said is None or is_one(said, asked, row.scope.year))
    return "" if same or not isinstance(asked, Day) else days[0].text.strip().lstrip("在于至到")


def _other_step(name: str, told: str) -> bool:
    """Return whether a description speaks of a step that the name does not, or of none that is done."""
    steps = {hit for hit in _STEPS.findall(fold(told)) if hit not in name}
    return bool(steps) or not _DONE.search(told)


def is_one(said: Day, asked: Day, year: int) -> bool:
    """Return whether two days are one: next to each other (9月1日前, 8月31日前), in one month of which one is the end, or not known."""
    first, second = said.resolve(year or None), asked.resolve(year or None)
    if first is None or second is None:
        return True
    same_month = (first.year, first.month) == (second.year, second.month)
    at_end = any(day.day == last_day(day.year, day.month) for day in (first, second))
    return abs((first - second).days) <= 1 or (same_month and at_end)
