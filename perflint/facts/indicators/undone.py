"""Facts about a value that undoes its name: naught of an absence, less than nothing of a fall; incidents that are allowed; a figure said twice."""

from decimal import Decimal

from perflint.facts.direction import plain_name
from perflint.facts.indicators.indicator import INDICATOR
from perflint.facts.joined import joined
from perflint.facts.row import RowView
from perflint.facts.vocabulary import BOOL, STRING
from perflint.pattern import pattern
from perflint.quantity import Amount, Op, find_amounts
from perflint.typography import fold

_ABSENCE = pattern(r"(?:^|[\u4e00-\u9fff])(?:零|无|未)(?:[\u4e00-\u9fff]{2,10})率$|零发生率$|不发生率$")
_NOT_ABSENCE = pattern(
    r"无障碍|无害|无线|无人|无纸|无偿|未成年|零售|零星|零工|无理|无主|无证|无效|未就业|未完成|未达标|未合格|未及时|未整改"
)
_CHANGE = pattern(r"(?:下降|降低|减少|压减|压降|增长|提高|提升|增加|上升)(?:率|幅度?|比例|程度)?$")
_INCIDENT = pattern(
    r"(?:食品安全|食物中毒|安全生产|生产安全|校园安全|安全责任|重大|较大|特大|质量安全?|医疗|环境污染|水质污染|污染|中毒|踩踏|坍塌|泄密|火灾)[\u4e00-\u9fff]{0,4}?事[故件](?:发生)?(?:起数|次数|件数|数量|数|量)?$"
)
_TRAFFIC = pattern(r"交通|一般|死亡|处置|处理|调查|演练|报告|响应|整改|查处|理赔|率")
_HUNDRED = Decimal(100)
_SMALL = Decimal(10)
_ENDS = pattern(r"^[(（]\s*(?:即|合|折合|约合|等于|=)?$")


@INDICATOR.fact(
    "absence_as_naught",
    BOOL,
    zh="名称是“零事故率、无投诉率”之类，而指标值是0或很小的上限（意思成了全都发生）",
    en="whether the name is a rate of absence (零事故率, 无投诉率) and the value naught or a small upper bound, so that it always happens",
)
def absence_as_naught(row: RowView) -> bool:
    name, part = plain_name(row.text("name")), row.value.first
    if len(row.value.parts) != 1 or part.unit != "%" or not _ABSENCE.search(name) or _NOT_ABSENCE.search(name):
        return False
    end = part.high if isinstance(part.high, Decimal) else None
    return end is not None and end <= _SMALL and part.op.direction <= 0


@INDICATOR.fact(
    "change_below_naught",
    BOOL,
    zh="名称已说下降、增长，而指标值是负数",
    en="whether the name says fall or growth and the value is below naught",
)
def change_below_naught(row: RowView) -> bool:
    end = row.value.first.low if row.value.first.low is not None else row.value.first.high
    return bool(_CHANGE.search(plain_name(row.text("name")))) and isinstance(end, Decimal) and end < 0


@INDICATOR.fact(
    "incidents_allowed",
    BOOL,
    zh="食品安全、安全生产、重大事故等的数量，指标值允许发生（≤3起）；交通事故、一般事故不算",
    en="whether the value allows some incidents of food safety, safety at work and the like (≤3起); road accidents and 一般事故 are none",
)
def incidents_allowed(row: RowView) -> bool:
    name, part = plain_name(row.text("name")), joined(row).first
    if not _INCIDENT.search(name) or _TRAFFIC.search(name) or len(row.value.parts) != 1 or part.per:
        return False
    least = Decimal(2) if part.op is Op.LT else Decimal(1)
    counted = part.dimension not in {"ratio", "money", "duration"}
    return counted and part.op in {Op.LE, Op.LT} and isinstance(part.high, Decimal) and part.high >= least


@INDICATOR.fact(
    "restated_otherwise",
    STRING,
    zh="指标值后面括号里换算的数，与前面的数不相等时为其原文，否则为空",
    en="the figure in brackets behind a value that says it in another unit, where the two are not equal, else empty",
)
def restated_otherwise(row: RowView) -> str:
    text = row.text("value")
    if "（" not in text and "(" not in text:
        return ""
    found = find_amounts(text, row.scope.knowledge.reader)
    if len(found) != 2 or not _ENDS.match(text[found[0].end : found[1].start]) or text[found[1].end :].strip(" )）"):  # noqa: PLR2004  # two
        return ""
    return found[1].printed if _differ(row, *found) else ""


def _differ(row: RowView, one: Amount, other: Amount) -> bool:
    units = row.scope.knowledge.reader.units
    same_kind = one.dimension == other.dimension and one.per == other.per and one.printed != other.printed
    if not same_kind or fold(one.number) == fold(other.number) or not _scaled(one, other):
        return False
    if one.unit != other.unit and not units.comparable(one.unit, other.unit):
        return False
    low = one.low if one.unit == other.unit else units.convert(one.low, one.unit, other.unit)
    return abs(low - other.low) * _HUNDRED > abs(low)


def _scaled(one: Amount, other: Amount) -> bool:
    """Return whether two figures are in two units or scales, so that the second says the first again."""
    first, second = (fold(each.printed).removeprefix(fold(each.number)) for each in (one, other))
    return first != second
