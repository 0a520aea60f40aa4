"""Facts about durations that no year, month, week or day has room for: ≥400天, ≥13个月, 200小时/周 (domain: DAT043)."""

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from perflint.facts.dates.deadline import years_in
from perflint.facts.kind import SubjectKind
from perflint.facts.knowledge import Scope
from perflint.facts.row import RowView
from perflint.facts.spot import Spot
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import BOOL, STRING, Vocabulary
from perflint.pattern import pattern
from perflint.typography import fold

LENGTH = Vocabulary("length", "一条时长指标", "a row whose target is a length of time")

_HOURS = {
    "小时": Decimal(1), "学时": Decimal(1), "分钟": Decimal(1) / 60,
    "天": Decimal(24), "日": Decimal(24), "周": Decimal(168), "星期": Decimal(168),
    "月": Decimal(744), "个月": Decimal(744), "季度": Decimal(2208), "季": Decimal(2208), "年": Decimal(8784), "年度": Decimal(8784),
}  # fmt: skip
_MOST = {"天": 366, "日": 366, "个月": 12, "月": 12, "周": 53, "星期": 53}
_SPENT = pattern(
    r"开放|运行|运营|服务|值守|值班|在岗|保障|供[暖热水电气]|营业|巡[查护逻]|监测|管护|保洁|租[赁用]|发放|补贴|补助|月数|天数|驻村|坐诊"
)
_ADDED = pattern(
    r"累计|合计|总|人[天日]|床|机|台|共|期$|工期|质保|保修|保质|有效|使用(?:年限|寿命)|寿命|期限"
    r"|留存|保存|保管|储备|可用|续航|学[时员]|课|工作量"
)


_EACH = pattern(
    r"每个?(?P<one>周|星期|[天日月年])(?!度?(?:一|二|三|四|五|六)?次)|(?<![\u4e00-\u9fff])(?P<other>[周日月])(?=均|开放|服务|运行|营业|供)|(?P<third>[周日月])均"
)
_SHARED = pattern(r"人工|工时|志愿|人员|职工|全市|全县|各|出动|派出|队|次均|合")


class LengthView(Struct, frozen=True):
    """One annual row with one length of time, and whether the project runs over several years."""

    scope: Scope
    row: RowView
    index: int
    lasting: bool

    def spot(self, at: str) -> Spot:  # noqa: ARG002  # a row has one value
        """Return the place of the value."""
        return Spot("value", records="indicators", index=self.index)


def length_views(view: TableView) -> Iterator[LengthView]:
    """Yield the annual rows whose only part is a number of days, months and the like."""
    ends = (view.text("project.period.start"), view.text("project.period.end"))
    years = {named for end in ends for named in years_in(end if "年" in end or "-" in end else f"{end}年")}
    for index, row in view.filled_rows:
        if len(row.value.parts) == 1 and row.value.first.unit in _HOURS:
            yield LengthView(view.scope, row, index, len(years) > 1)


def _number(length: LengthView) -> Decimal | None:
    part = length.row.value.first
    number = part.low if isinstance(part.low, Decimal) else None
    return number if part.op.direction >= 0 else None


@LENGTH.fact("name", STRING, zh="指标名称", en="name of the row")
def name(length: LengthView) -> str:
    return length.row.text("name").strip()


@LENGTH.fact("text", STRING, zh="指标值，照录；分列的连同单位", en="the value as typed, with its unit column")
def text(length: LengthView) -> str:
    row = length.row
    return row.text("op").strip() + row.text("value").strip() + row.text("unit").strip()


@LENGTH.fact(
    "beyond_base",
    BOOL,
    zh="每周、每天等的时长是否超过一周、一天所有",
    en="whether there is more of it for each week, day and the like than that has",
)
def beyond_base(length: LengthView) -> bool:
    part, number = length.row.value.first, _number(length)
    base = part.per[0] if len(part.per) == 1 else "" if part.per else _base_named(length.row)
    if number is None or base not in _HOURS:
        return False
    return number * _HOURS[part.unit] > _HOURS[base]


def _base_named(row: RowView) -> str:
    """Return the time for each of which the name counts hours or days of opening or service (每周开放小时数), "" if none."""
    found = _EACH.search(row.name)
    said = row.name + fold(row.text("value"))
    if found is None or not _SPENT.search(said) or _ADDED.search(said) or _SHARED.search(said):
        return ""
    return found["one"] or found["other"] or found["third"]


@LENGTH.fact(
    "beyond_year",
    BOOL,
    zh="开放、服务、发放一类的天数、月数是否超过一年所有（累计、工期、质保等除外）",
    en="whether days or months of opening, service or payment are more than a year has; not of sums, works or warranties",
)
def beyond_year(length: LengthView) -> bool:
    row, number = length.row, _number(length)
    part = row.value.first
    most = _MOST.get(part.unit)
    if number is None or most is None or length.lasting or not set(part.per) <= {"年", "年度"}:
        return False
    said = row.name + fold(row.text("value"))
    return number > most and _SPENT.search(said) is not None and not _ADDED.search(said)


SUBJECTS = (SubjectKind(LENGTH, in_table=length_views),)
