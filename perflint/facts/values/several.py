"""Facts about several quantities in one cell: which of them are one target, which are several (VAL015)."""

from itertools import pairwise

from perflint.facts.row import RowView
from perflint.facts.slipped_year import SLIPPED_YEAR
from perflint.facts.values.as_read import counted_in_words
from perflint.facts.values.asides import in_brackets, is_aside
from perflint.facts.values.extents import is_nested
from perflint.facts.values.ladder import is_ladder
from perflint.facts.values.one_rate import ONE_RATE, STEP, STEPS
from perflint.facts.values.tiers import one_target, stages
from perflint.facts.values.value import VALUE
from perflint.facts.vocabulary import BOOL, STRINGS
from perflint.pattern import pattern
from perflint.quantity import Kind, Op, Part
from perflint.typography import fold

_TURNS = pattern(r"[春夏秋冬]|季|[上下]半年|学期|[月批轮]$")
_OFTEN = pattern(r"每[日天周旬月季年]$")  # 出厂水每日1次，管网水每月2次
_RATE_NAMED = pattern(r"[率度比]$|比例$")
_SPECIFIED = pattern(r"(?:规格|型号|技术参数|配置(?:要求|标准|参数))$")  # 苗木规格: 胸径≥4cm，二年生以上
_LEVELS = frozenset({"temperature", "concentration", "sound_level"})
_LISTED = pattern(r"[;；、,，和及与数]")
_UNCOUNTED = frozenset({"money", "ratio", "duration", "working_day"})
# The end of several years, and what this year is to reach of it.
_STAGED = pattern(
    r"(?:[三五]年|十[三四五六]五|规划期|期)[内末底]?[^,，;；、\d]{0,6}\d[^,，;；、]{0,6}[,，;；、](?:本|当|今)年[^,，;；、]{0,8}\d"
)
_TIMES = frozenset({"duration", "working_day"})


def _quantities(row: RowView) -> tuple[Part, ...]:
    """Return the parts that are targets: no texts, and no changes against a baseline, which explain a level."""
    return tuple(part for part in row.value.parts if part.op not in (Op.TEXT, Op.UP, Op.DOWN))


@VALUE.fact(
    "several",
    BOOL,
    zh="一格中是否有多个不同的目标；分档、由多少到多少、各处的时限、总数和其中数、几月底完成百分之几都算一个",
    en="whether it holds several targets; grades, from one level to another, limits by place, a total with its parts, a share by a day are one",
)
def several(row: RowView) -> bool:
    if stages(row):
        return True
    text = fold(row.value.text)
    if row.value.kind is not Kind.COMPOUND or ONE_RATE.fullmatch(text.rstrip("。；;")) or SLIPPED_YEAR.search(text):
        return False
    parts = tuple(part for part in _quantities(row) if not is_aside(row, part))
    if len({(part.label, part.unit) for part in parts}) < len(("two", "parts")):
        return False
    if _one_for_each(parts) or _is_step(row, parts) or one_target(row, parts) or is_ladder(row.value.text):
        return False
    if _banded(parts) or is_nested(text) or _adjoin(row, parts) or _STAGED.search(text) or _SPECIFIED.search(row.name):
        return False
    return _excepted(row) or not _limits_by_place(parts, text)


def _adjoin(row: RowView, parts: tuple[Part, ...]) -> bool:
    """Return whether one thing is counted in several units, without a mark or word between them (12批48人次)."""
    ordered = sorted(parts, key=lambda part: part.start)
    if any(counted_in_words(row, part) for part in ordered):
        return len(ordered) == len(("two", "parts"))  # 24芯12km
    gaps = (row.value.text[one.end : other.start].strip() for one, other in pairwise(ordered))
    counted = all(part.unit and not part.label and part.dimension not in _UNCOUNTED for part in parts)
    return counted and len({part.unit for part in parts}) == len(parts) and not any(gaps)


def _banded(parts: tuple[Part, ...]) -> bool:
    """Return whether each limit or price follows the band that it is for (500万元以下10个工作日，500万元以上20个工作日)."""
    bands, limits = parts[::2], parts[1::2]
    alike = len({(part.dimension, part.per) for part in limits}) == 1 == len({part.unit for part in bands})
    bounded = all(part.op.direction and part.dimension != limits[0].dimension for part in bands) if limits else False
    return len(bands) == len(limits) > 1 and alike and bounded


def _is_step(row: RowView, parts: tuple[Part, ...]) -> bool:
    """Return whether the value leads from one level to another (由88%提高到92%): one target with its baseline."""
    units = {part.unit for part in parts}
    return len(parts) == len(("from", "to")) and len(units) == 1 and bool(STEP.match(fold(row.value.text)))


def _one_for_each(parts: tuple[Part, ...]) -> bool:
    """Return whether each case has its price or frequency (副高500元/学时，正高1000元/学时), or all have the same rate or number."""
    if all(part.dimension == "times" and (part.per or _OFTEN.search(part.label)) for part in parts):
        return True  # 每周2次，汛期每日1次
    distinct = len({part.label for part in parts}) == len(parts) and all(part.label for part in parts)
    priced = all(part.dimension == "money" and part.per and part.per == parts[0].per for part in parts)
    if distinct and (priced or all(_OFTEN.search(part.label) for part in parts)):
        return True
    alike = len({(part.low, part.high, part.unit) for part in parts}) == 1 and all(part.label for part in parts)
    return alike and all(part.dimension == "ratio" or _TURNS.search(part.label) for part in parts)


def _limits_by_place(parts: tuple[Part, ...], text: str) -> bool:
    """Return whether all parts are time limits, for different places or cases (城区30分钟内，乡镇1小时): one target."""
    timed = all(part.dimension in _TIMES for part in parts)
    if timed and len({part.label for part in parts}) == len(parts) and all(part.label for part in parts):
        return True
    if timed and STEPS.fullmatch(text):
        return True
    kinds = {part.label[-2:] for part in parts}  # 一般故障24小时，重大故障48小时
    graded = len(kinds) == 1 and all(len(part.label) > len(("two", "characters")) for part in parts)
    return all(part.dimension in _TIMES and (part.op.direction < 0 or graded) for part in parts)


@VALUE.fact(
    "side_condition",
    BOOL,
    zh="后面的数量是否只是括号里的例外或补充",
    en="whether what follows the first quantity is an exception in brackets",
)
def side_condition(row: RowView) -> bool:
    return _excepted(row)


def _excepted(row: RowView) -> bool:
    """Return whether every further quantity stands in brackets and money is only beside money, or rates are set by case."""
    if _by_case(row):
        return True
    first, *others = _quantities(row) or (row.value.first,)
    later = [part for part in others if part.low != first.low or part.high != first.high]
    return bool(later) and all(
        (part.dimension != "money" or first.dimension in ("money", "ratio")) and in_brackets(row.value.text, part)
        for part in later
    )


def _by_case(row: RowView) -> bool:
    """Return whether a rate is set for each of several things (上路床≥96%，下路床≥95%), or a name of two is answered by both (温湿度)."""
    parts = _quantities(row)
    labels = [part.label.strip("：:≥≤><=为") for part in parts]
    if len(set(labels)) < max(len(parts), len(("two", "parts"))) or not all(labels[1:]):
        return False  # the first may be the rule, the others what differs from it (≥80%，矿心≥85%)
    if all(labels) and not _LISTED.search(row.name) and all(set(label) <= set(row.name) for label in labels):
        return True
    bounded = len({part.unit for part in parts}) == 1 and all(part.op.direction for part in parts)
    physical = parts[0].dimension in _LEVELS or (not parts[0].dimension and parts[0].unit.isascii())
    measured = bounded and physical  # 白天≥20℃，夜间≥18℃
    return (measured or all(part.dimension == "ratio" for part in parts)) and not any(map(_RATE_NAMED.search, labels))


@VALUE.fact("pieces", STRINGS, zh="一格中的各个目标，照录", en="the targets of the cell, as typed")
def pieces(row: RowView) -> tuple[str, ...]:
    return stages(row) or tuple(part.text.strip() for part in row.value.parts if part.text.strip())
