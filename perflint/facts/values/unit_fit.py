"""Facts about whether the unit of a target fits what its name or description counts (domain: §5.5, VAL005)."""

from functools import lru_cache
from typing import NamedTuple

from perflint.data import Lexicon
from perflint.facts.direction import plain_name
from perflint.facts.row import RowView
from perflint.facts.values.per_base import per_base
from perflint.facts.values.value import VALUE
from perflint.facts.vocabulary import BOOL, STRING
from perflint.pattern import pattern
from perflint.quantity import Kind, Part
from perflint.typography import fold

_RATE = "率"
# Names that end like a head without having it: 用户数 counts people, 法人数 organisations.
_ENDS_ALIKE = pattern(r"(?:用户|客户|账户|帐户|储户|大户)数$|法人数$|月份数$|股份数$|(?:学|周|工|假)期数$|里程碑")
_MONEY_HEADS = ("费", "收入")
_NO_RATIO = pattern(
    r"(?:频|效|功|速|汇|心|倍|斜|概|产|周转|分辨|容积|生产|转速|曲|帧|波特|翻台|利用效|换手|流量|使用频|接诊|出材|电导|存储)率$"
)
_COUNT_HEADS = (
    "批次",
    "批次数",
    "次数",
    "人数",
    "人次",
    "台件数",
    "户数",
    "家数",
    "企业数",
    "项数",
    "份数",
    "面积",
    "里程",
    "长度",
)
# What else is right beside the families of the lexicon, by head: nobody counts 次数 in anything but some kind of 次.
_ALSO = {
    "次数": ("household_time", "case_time", "person_time", "device_time", "batch", "vehicle", "case", "person_day"),
    "率": ("percentage_point", "multiple", "score", "star"),
    "占比": ("percentage_point", "multiple"),
    "台件数": ("device", "device_time", "piece"),
    "户数": ("piece",),
    "家数": ("piece", "person", "household", "household_time", "school", "bed_seat"),
    "企业数": ("piece", "household", "household_time"),
    "项数": ("piece", "project"), "份数": ("piece", "case"),
    "人数": ("pair",),
    "天数": ("person_day", "class_hour", "school_term"),
    "时间": ("class_hour", "school_term", "times"),
    "时限": ("class_hour", "school_term"), "周期": ("class_hour", "school_term", "times"),
    "台数": ("piece", "organisation", "device_time"), "件数": ("times",), "亩数": ("area_time",), "株数": ("piece",),
    "期数": ("school_term", "duration"),
    "人次": ("person_day", "times", "dose"),
    "面积": ("area_time",),
    "里程": ("times",),
    "批次": ("times",),
    "批次数": ("times",),
}  # fmt: skip
# Words that count the same thing beside a head although their family is another: a batch is so many groups of samples.
_COUNTED_AS = {"批次": frozenset("组"), "批次数": frozenset("组")}
# Families that are often taken for each other although they differ: worth a look, no more.
_NEAR = frozenset(
    {("人数", "piece"), ("场次", "piece"), ("户数", "household_time"),
     ("批次", "item"), ("批次", "piece"), ("批次数", "item"), ("批次数", "piece"), ("批次", "document"), ("批次数", "document"), ("批次", "case")}
)  # fmt: skip
_QUOTIENT = pattern(r"除以|÷|之比")  # what follows is what the count is divided by
_TALK = 60  # characters: a longer description is prose, its end is no head
_COUNTED = frozenset({Kind.NUMERIC, Kind.RANGE, Kind.FREQUENCY, Kind.DURATION})


class Demand(NamedTuple):
    """What a head noun asks for: the head, and the families of units that fit."""

    head: str
    families: tuple[str, ...]


@lru_cache(maxsize=8192)
def _head(text: str, heads: tuple[str, ...]) -> str:
    """Return the longest head that a text ends with, "" if none."""
    return max((head for head in heads if text.endswith(head)), key=len, default="")


def _demand(text: str, lexicon: Lexicon) -> Demand | None:
    """Return what the head of a name or description demands, None where it has no head that does."""
    head = _head(text, lexicon.words("name_heads"))
    families = tuple(lexicon.section("name_heads")[head]) if head else ("any",)
    return None if "any" in families else Demand(head, (*families, *_ALSO.get(head, ())))


def _families(row: RowView) -> tuple[Part, str] | None:
    """Return the part of a value with one quantity and its family of units, None where that cannot be compared."""
    value = row.value
    if value.kind is Kind.DEADLINE and not value.residue and value.first.high is not None:
        return value.first, "deadline"
    part = value.first
    if (
        value.kind not in _COUNTED
        or len(value.parts) != 1
        or value.residue
        or part.label
        or not part.dimension
        or "/" in part.unit
    ):
        return None
    return part, part.dimension


def _misfit(row: RowView) -> tuple[Demand, str] | None:
    """Return the demand that the value does not meet and where it stands (name or description), None if it fits."""
    found = _families(row)
    if found is None:
        return None
    part, family = found
    lexicon = row.scope.knowledge.lexicon
    demand = _demand(plain_name(row.text("name")), lexicon)
    if demand and not _fits(row, demand, part, family):
        return demand, "name"
    told = fold(row.text("description")).rstrip("。；;，,.")
    judged = 0 < len(told) < _TALK and family != "deadline" and not _QUOTIENT.search(told)
    wanted = _demand(told, lexicon) if judged else None
    if wanted and wanted.head in _COUNT_HEADS and not _fits(row, wanted, part, family):
        return wanted, "description"
    return None


def _fits(row: RowView, demand: Demand, part: Part, family: str) -> bool:
    if (
        part.unit in _COUNTED_AS.get(demand.head, ())
        or family in demand.families
        or _ENDS_ALIKE.search(plain_name(row.text("name")))
    ):
        return True
    if demand.head in _MONEY_HEADS:
        return row.side != "cost" or family == "ratio"
    if demand.head == _RATE:
        return bool(part.per) or per_base(row.name) or bool(_NO_RATIO.search(plain_name(row.text("name"))))
    return family == "deadline" and "deadline" in demand.families


@VALUE.fact(
    "unit_misfits",
    BOOL,
    zh="单位是否与名称或描述的中心词不符",
    en="whether the unit is of another family than the head of the name or description demands",
)
def unit_misfits(row: RowView) -> bool:
    return _misfit(row) is not None


@VALUE.fact("demanding_head", STRING, zh="与单位不符的中心词", en="the head noun that the unit does not fit")
def demanding_head(row: RowView) -> str:
    found = _misfit(row)
    return found[0].head if found else ""


@VALUE.fact(
    "misfit_in_description",
    BOOL,
    zh="不符的是否为描述的中心词",
    en="whether it is the head of the description that does not fit",
)
def misfit_in_description(row: RowView) -> bool:
    found = _misfit(row)
    return found is not None and found[1] == "description"


@VALUE.fact(
    "near_misfit",
    BOOL,
    zh="是否只是容易混用的单位（人与人次等）",
    en="whether the units are often taken for each other (人 and 人次)",
)
def near_misfit(row: RowView) -> bool:
    found, families = _misfit(row), _families(row)
    return found is not None and families is not None and (found[0].head, families[1]) in _NEAR


@VALUE.fact("unit_typed", STRING, zh="指标值的单位，没有单位的日期为“日期”", en="unit of the value; 日期 for a date")
def unit_typed(row: RowView) -> str:
    if row.value.kind is Kind.DEADLINE:
        return "日期"
    part = row.value.first
    return row.text("unit").strip() or part.printed.removeprefix(part.number) or part.unit
