"""Facts about whether the unit of a target fits what its name or description asks for (domain: §5.5, VAL005)."""

from decimal import Decimal
from typing import NamedTuple

from perflint.facts.derived import once
from perflint.facts.direction import plain_name
from perflint.facts.indicators.indicator import INDICATOR
from perflint.facts.measure.answer import Answer, answers, joined
from perflint.facts.measure.demand import Demand, demands
from perflint.facts.row import RowView
from perflint.facts.values.per_base import per_base
from perflint.facts.values.unit_named import unit_named
from perflint.facts.values.value import VALUE
from perflint.facts.vocabulary import BOOL, DOUBLE, STRING
from perflint.pattern import pattern
from perflint.quantity import Kind, Part
from perflint.typography import fold

_TALK = 60  # characters: a longer description is prose, its end is no head
_VISITED = pattern(
    r"诊|咨询|观众|游客|旅客|接待|参观|到馆|到访|入馆|关注|访问|客流"
)  # whoever comes twice is counted twice
_QUOTIENT = pattern(
    r"除以|÷|之比|/.{0,8}(?:总|应|全部|计划)|占.{2,}(?:比|率)|与.{2,}的比"
)  # what follows is what the count is divided by
_LABELLED = frozenset({"rate", "satisfaction"})  # what they ask for must stand in the value, whatever its words say
_COST = frozenset({"cost", "cost.economic"})
_OF_COST = frozenset({"count", "event", "deadline"})
_AT_THE_END = pattern(r"[(\[【〔](?:(?:计量|度量)?单位[:：]?)?[^\d()\[\]【】〔〕]{1,6}[)\]】〕]$")
_SHARE = frozenset({"ratio"})
_TIMES = frozenset({"duration", "working_day", "class_hour", "school_term"})
_MEASURED = frozenset({"length", "area", "volume", "mass", "money", "ratio", "energy", "power"}) | _TIMES - {
    "class_hour"
}
_PEOPLE = frozenset({"person", "household"})
_THINGS = frozenset({"document", "vehicle", "device", "plant_animal"})


class Misfit(NamedTuple):
    """A quantity that does not answer its name (or description)."""

    demand: Demand
    answer: Answer
    told: bool


@once
def _misfit(row: RowView) -> Misfit | None:
    """Return the first quantity that is no answer, None if all are, or if that cannot be said."""
    found = answers(row)
    if not found:
        return None
    known = demands(row.scope.knowledge.lexicon)
    asked = known.of(row.text("name"))
    if asked and (wrong := _wrong(row, asked, found)):
        return Misfit(asked, wrong, told=False)
    told = fold(row.text("description")).rstrip("。；;，,.")
    judged = 0 < len(told) < _TALK and not _QUOTIENT.search(told)
    wanted = known.of(told) if judged else None
    if wanted and wanted.measure in ("count", "area", "length") and wanted.takes and found[0].dimension != "deadline":
        wrong = _wrong(row, wanted, found)
        return Misfit(wanted, wrong, told=True) if wrong else None
    return None


def _wrong(row: RowView, demand: Demand, found: tuple[Answer, ...]) -> Answer | None:
    """Return the quantity that is no answer to the demand; one that fits among several is enough."""
    if demand.measure not in _LABELLED and (len(found) > 1 or found[0].part.label):
        return None
    refused = [one for one in found if demand.refuses(one.dimension, one.part.unit)]
    if not refused or len(refused) < len(found) or _excused(row, demand, refused[0]):
        return None
    return refused[0]


def _excused(row: RowView, demand: Demand, answer: Answer) -> bool:
    if demand.measure == "rate":
        plain = plain_name(row.text("name"))
        return bool(answer.part.per) or per_base(plain)
    if demand.measure == "quality":
        return not answer.part.low
    if demand.measure != "money":
        return False
    share = answer.dimension == "ratio"
    within = share and (answer.part.op.direction < 0 or answer.part.op.sign in ("up", "down"))  # ≤100% of the budget
    return within or (row.class_id in _COST and not share)  # TAX010 speaks of counts under cost


@INDICATOR.fact(
    "measure",
    STRING,
    zh="名称问的是哪一种量：rate、satisfaction、count、area、length、bulk、money、price、time、quality、degree、thing（以人、物收尾），看不出为空",
    en="what the name asks for: rate, satisfaction, count, area, length, bulk, money, price, time, quality, degree, "
    "thing (it ends in people or things); else empty",
)
def measure(row: RowView) -> str:
    asked = demands(row.scope.knowledge.lexicon).of(row.text("name"))
    return asked.measure if asked else ""


@VALUE.fact(
    "unit_misfits",
    BOOL,
    zh="单位是否与名称或描述所问的不符",
    en="whether the unit is no answer to what the name or description asks for",
)
def unit_misfits(row: RowView) -> bool:
    return _misfit(row) is not None


@VALUE.fact("demanding_head", STRING, zh="与单位不符的中心词", en="the head noun that the unit does not fit")
def demanding_head(row: RowView) -> str:
    found = _misfit(row)
    return found.demand.head if found else ""


@VALUE.fact(
    "misfit_in_description",
    BOOL,
    zh="不符的是否为描述的中心词",
    en="whether it is the head of the description that does not fit",
)
def misfit_in_description(row: RowView) -> bool:
    found = _misfit(row)
    return found is not None and found.told


@VALUE.fact(
    "near_misfit",
    BOOL,
    zh="是否只是容易混用的单位（人次与人等），或者是0",
    en="whether the units are often taken for each other (人次 and 人), or it is zero",
)
def near_misfit(row: RowView) -> bool:
    found = _misfit(row)
    if found is None:
        return False
    visited = _VISITED.search(row.name) is not None
    counted_twice = found.demand.head.endswith("人数") and found.answer.dimension == "person_time" and not visited
    near = found.answer.dimension in found.demand.near and not counted_twice and not found.told
    return near or not (found.answer.part.low or found.answer.part.high)


@VALUE.fact("unit_typed", STRING, zh="指标值的单位，没有单位的日期为“日期”", en="unit of the value; 日期 for a date")
def unit_typed(row: RowView) -> str:
    if row.value.kind is Kind.DEADLINE:
        return "日期"
    part = joined(row).first
    return row.text("unit").strip() or part.printed.removeprefix(part.number) or part.unit


@VALUE.fact(
    "scale_named",
    DOUBLE,
    zh="名称括号里的单位是指标值所写单位的多少倍（名称是万亩、指标值写亩为10000），没有写或不是同一种单位为0",
    en="how many times the unit of the value the unit in the brackets of the name is (万亩 and 亩: 10000), 0 if they are not of a kind",
)
def scale_named(row: RowView) -> float:
    pair = _named_and_typed(row)
    if pair is None or pair[0].dimension != pair[1].dimension or pair[0].unit != pair[1].unit:
        return 0.0
    one, other = pair[0].low, pair[1].low
    return float(one / other) if isinstance(one, Decimal) and isinstance(other, Decimal) else 0.0


def _named_and_typed(row: RowView) -> tuple[Part, Part] | None:
    """Return the unit in the brackets of the name and that of the value, both as one of it, None if either is not known."""
    named, part, reader = unit_named(row), row.value.first, row.scope.knowledge.reader
    typed = fold(row.text("unit") or part.printed).removeprefix(fold(part.number))
    if not named or not typed or len(row.value.parts) != 1 or part.per:
        return None
    one, other = (reader.read(f"1{unit}").first for unit in (named, typed))
    return (one, other) if one.dimension and other.dimension and not one.per and not other.per else None


@VALUE.fact(
    "named_otherwise",
    BOOL,
    zh="名称末尾括号里的单位与指标值的单位是不是两种量（吨、立方米），或同一种量的两种单位（公顷、亩）；个、项、次一类互相通用的量词不算",
    en="whether the unit in brackets at the end of the name and that of the value measure two things (吨, 立方米) or one in two units "
    "(公顷, 亩); counters that stand for each other (个, 项, 次) aside",
)
def named_otherwise(row: RowView) -> bool:
    pair = _named_and_typed(row)
    if pair is None or not _AT_THE_END.search(fold(row.text("name")).strip()):
        return False
    one, other = pair
    if one.dimension == other.dimension:
        known = [row.scope.knowledge.reader.units.find(part.unit) for part in pair]
        return one.dimension in _MEASURED and len({unit.factor for unit in known if unit}) > 1
    kinds = {one.dimension, other.dimension}
    return not kinds <= _TIMES and (bool(kinds & _MEASURED) or (bool(kinds & _PEOPLE) and bool(kinds & _THINGS)))
