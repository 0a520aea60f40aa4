"""Facts about counts: those taken per so many (万台…死亡率), which are no percentages, and those of things that cannot be divided."""

from decimal import Decimal
from functools import lru_cache

from perflint.facts.direction import plain_name
from perflint.facts.row import RowView
from perflint.facts.values.value import VALUE
from perflint.facts.vocabulary import BOOL, STRING
from perflint.pattern import pattern
from perflint.quantity import Kind
from perflint.typography import fold

_BASE = pattern(
    r"(?:每|平均每)?(?:[0-9]+|十|百|千)?[万亿千百](?:台|人|人口|辆|车|件|户|名|例|公里|吨|次|元|平方公里|用户)|单位GDP|亿元GDP"
)
_EVENTS = pattern(
    r"(?:死亡|伤亡|事故|发生|发病|患病|感染|投诉|故障|上访|信访|发案|犯罪|起火|火灾|漏气|爆管|事件)率$|(?:拥有|占有|保有)(?:量|率|数)$"
    r"|(?:能耗|水耗|电耗|用水量|用电量|排放量)$"
)
_PLANS = pattern(r"[万千百]人(?:计划|工程|会议|大会|行动|培训|培养)")
_AVERAGE = pattern(r"均|每|[万亿千百](?:人|台|户|元|车)|密度|指数|强度|比$|拥有量|保有量|单位|频次|频率")
_WHOLE = frozenset("人次个台家户件起名")


@lru_cache(maxsize=8192)
def per_base(name: str) -> bool:
    """Return whether a name counts per so many (万台…死亡率): the base makes its unit no percentage."""
    return bool(_BASE.search(name)) and not _PLANS.search(name)


@VALUE.fact(
    "percent_on_base",
    BOOL,
    zh="名称按“每万台”“每万人”计，单位却是%",
    en="whether the name counts per 10 000 or the like and the unit is % all the same",
)
def percent_on_base(row: RowView) -> bool:
    part = row.value.first
    if part.unit != "%" or len(row.value.parts) != 1 or row.value.kind not in (Kind.NUMERIC, Kind.RANGE) or part.label:
        return False
    plain = plain_name(row.text("name"))
    return bool(_EVENTS.search(plain)) and per_base(plain)


@VALUE.fact("without_percent", STRING, zh="去掉%后的指标值", en="the value without its %")
def without_percent(row: RowView) -> str:
    return row.value.text.replace("%", "").replace("％", "")


@VALUE.fact(
    "count_broken",
    BOOL,
    zh="不可分的计数（人、次、个等）是否带小数",
    en="whether a count of things that cannot be divided is no whole number",
)
def count_broken(row: RowView) -> bool:
    if row.value.kind not in (Kind.NUMERIC, Kind.RANGE) or "." not in fold(row.value.text):
        return False
    if _AVERAGE.search(row.name) or row.rate_by_name or "均" in row.value.text or "每" in row.value.text:
        return False
    return any(
        part.unit in _WHOLE and not part.per and any(_fraction(end) for end in (part.low, part.high))
        for part in row.value.parts
    )


def _fraction(end: object) -> bool:
    return isinstance(end, Decimal) and end != end.to_integral_value()
