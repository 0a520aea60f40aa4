"""The day by which a short description has the work of a time row done, where the value gives another."""

from perflint.facts.indicators.indicator import INDICATOR
from perflint.facts.row import RowView
from perflint.facts.vocabulary import INT, STRING
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
    zh="描述（四十字以内）里唯一的完成时间的原文（只看时效指标），没有为空；说的是招标、启动等另一步的不算",
    en="the only date by which a description of up to 40 characters has a time row done, else "
    "empty; none of another step (招标, 启动)",
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
    return days[0].text.strip().lstrip("在于至到")


@INDICATOR.fact(
    "described_days_off",
    INT,
    zh="它与指标值相差几天；同一个月而有一个是月底的、不能比的为0",
    en="how many days it is from the value; 0 in one month of which one of them is the end, and where they cannot be compared",
)
def described_days_off(row: RowView) -> int:
    days = find_dates(row.text("description")) if described_day(row) else ()
    said, asked = (days[0].high if days else None), row.value.first.high
    return days_apart(said, asked, row.scope.year) if isinstance(said, Day) and isinstance(asked, Day) else 0


def _other_step(name: str, told: str) -> bool:
    """Return whether a description speaks of a step that the name does not, or of none that is done."""
    steps = {hit for hit in _STEPS.findall(fold(told)) if hit not in name}
    return bool(steps) or not _DONE.search(told)


def days_apart(said: Day, asked: Day, year: int) -> int:
    """Return how many days lie between two days; 0 in one month of which one of them is the end, and where a year is not known."""
    first, second = said.resolve(year or None), asked.resolve(year or None)
    if first is None or second is None:
        return 0
    same_month = (first.year, first.month) == (second.year, second.month)
    at_end = any(day.day == last_day(day.year, day.month) for day in (first, second))
    return 0 if same_month and at_end else abs((first - second).days)
