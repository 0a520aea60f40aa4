"""Facts about a value that undoes its name: naught of an absence, less than nothing of a fall; incidents that are allowed; a figure said twice."""

from decimal import Decimal

from perflint.facts.direction import plain_name
from perflint.facts.indicators.indicator import INDICATOR
from perflint.facts.row import RowView
from perflint.facts.vocabulary import BOOL, DOUBLE, STRING
from perflint.pattern import pattern
from perflint.quantity import Amount, find_amounts
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
    "names_incident",
    BOOL,
    zh="名称是否食品安全、安全生产、污染、重大事故等的数量",
    en="whether the name counts incidents of food safety, safety at work, pollution and the like",
)
def names_incident(row: RowView) -> bool:
    return _INCIDENT.search(plain_name(row.text("name"))) is not None


@INDICATOR.fact(
    "incident_expected",
    BOOL,
    zh="名称是否说的是交通事故、一般事故，或事故的处置、演练等",
    en="whether the name is about road accidents, 一般事故, or about handling and drills",
)
def incident_expected(row: RowView) -> bool:
    return _TRAFFIC.search(plain_name(row.text("name"))) is not None


@INDICATOR.fact(
    "restated",
    STRING,
    zh="指标值后面括号里把前面的数换个单位再说一遍的数，没有为空",
    en="the figure in brackets behind a value that says it again in another unit, else empty",
)
def restated(row: RowView) -> str:
    found = _twice(row)
    return found[1].printed if found else ""


@INDICATOR.fact(
    "restated_share",
    DOUBLE,
    zh="括号里的数是前面的数的几倍，没有为1",
    en="the figure in brackets by the one before it, 1 where there is none",
)
def restated_share(row: RowView) -> float:
    found = _twice(row)
    if found is None or not found[0].low:
        return 1.0
    one, other = found
    units = row.scope.knowledge.reader.units
    low = one.low if one.unit == other.unit else units.convert(one.low, one.unit, other.unit)
    return float(other.low / low)


def _twice(row: RowView) -> tuple[Amount, Amount] | None:
    """Return a figure of the value and the one in brackets behind it, if they are of one kind and in two units or scales."""
    text = row.text("value")
    found = find_amounts(text, row.scope.knowledge.reader) if "（" in text or "(" in text else ()
    if len(found) != 2:  # noqa: PLR2004  # a figure and what restates it
        return None
    one, other = found
    between, rest = text[one.end : other.start], text[other.end :].strip(" )）")
    return (one, other) if _ENDS.match(between) and not rest and _is_again(row, one, other) else None


def _is_again(row: RowView, one: Amount, other: Amount) -> bool:
    units = row.scope.knowledge.reader.units
    first, second = (fold(each.printed).removeprefix(fold(each.number)) for each in (one, other))
    same_kind = one.dimension == other.dimension and one.per == other.per and first != second
    differs = fold(one.number) != fold(other.number)
    return same_kind and differs and (one.unit == other.unit or units.comparable(one.unit, other.unit))
