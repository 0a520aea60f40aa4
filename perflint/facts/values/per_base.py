"""Facts about counts: those taken per so many (万台…死亡率), which are no percentages, and those of things that cannot be divided."""

from decimal import Decimal
from functools import lru_cache

from perflint.facts.direction import plain_name
from perflint.facts.row import RowView
from perflint.facts.values.value import VALUE
from perflint.facts.vocabulary import BOOL, STRING, STRINGS
from perflint.pattern import pattern
from perflint.quantity import Kind
from perflint.typography import fold

_BASE = pattern(
    r"(?:每|平均每)?(?:[0-9]+|十|百|千)?[万亿千百](?:台|人|人口|辆|车公里|车|件|户|名|例|公里|吨|次|元|平方公里|用户)|单位GDP|亿元GDP"
)
_EVENTS = pattern(
    r"(?:死亡|伤亡|事故|发生|发病|患病|感染|投诉|故障|上访|信访|发案|犯罪|起火|火灾|漏气|爆管|事件)率$|(?:拥有|占有|保有)(?:量|率|数)$"
    r"|(?:能耗|水耗|电耗|用水量|用电量|排放量)$"
)
_PLANS = pattern(r"[万千百]人(?:计划|工程|会议|大会|行动|培训|培养)")


@lru_cache(maxsize=4096)
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
    "units_in_fractions",
    STRINGS,
    zh="数带小数而算下来不是整数的单位（12.5人的“人”，1.2万人不算）",
    en="the units of numbers with decimals that are not whole (人 of 12.5人, not of 1.2万人)",
)
def units_in_fractions(row: RowView) -> tuple[str, ...]:
    if "." not in fold(row.value.text):
        return ()
    return tuple(part.unit for part in row.value.parts if not part.per and any(map(_fraction, (part.low, part.high))))


def _fraction(end: object) -> bool:
    return isinstance(end, Decimal) and end != end.to_integral_value()
