"""Facts about how far a target reaches: ranges, bounds that nothing can miss, satisfaction."""

from decimal import Decimal

from perflint.facts.direction import NEGATIVE
from perflint.facts.indicators.indicator import INDICATOR
from perflint.facts.row import RowView
from perflint.facts.values.standard_code import holds_only_codes
from perflint.facts.values.value import VALUE
from perflint.facts.vocabulary import BOOL, STRING
from perflint.pattern import pattern
from perflint.quantity import Kind, Op, Part

_ENDS = pattern(r"([0-9][0-9,.]*)([^0-9]*?)([-—–－~～至到]+)([0-9][0-9,.]*)(.*)")  # range marks as typed
_MODERATE = pattern(
    r"温度|湿度|pH|PH|酸碱|含量|浓度|余氯|压力|水位|水温|室温|年龄|范围|区间|幅度|电压|厚度|间距|坡度|尺寸|规格|标准|单价|价格|比值|偏差|误差|负荷"
)
_AGES = frozenset({"岁", "周岁"})
_SATISFIED = ("满意度", "满意率", "认可度", "好评率", "信任度")
_OTHER_ASPECTS = pattern(r"投诉|举报|信访|调查|回访|问卷|覆盖|样本|反馈率|不满意|未满意|知晓|提升|提高|增长|下降|差评")
_HARD_TO_PLEASE = pattern(
    r"信访|上访|被处罚|处罚对象|当事人|服刑|罪犯|戒毒|矫正|被征|拆迁|征收|投诉人|被执行|被监管|违法"
)
_MOVING = ("提升率", "提高率", "下降率", "降低率", "减少率", "节约率", "节能率", "增收率", "压减率", "减排率", "改善率", "贡献率",
           "回报率", "投入产出比", "增长率", "增幅", "增速")  # fmt: skip
_COUNTS = frozenset(
    {"person", "person_time", "times", "batch", "device", "device_item", "household", "organisation", "case", "item",
     "piece", "document", "place", "vehicle", "project"}
)  # fmt: skip
_EXTENTS = frozenset({"duration", "working_day", "length", "area", "volume", "mass", "class_hour"})
_CHANGES = pattern(
    r"变化|变动|差|增减|净|增长|增加|增幅|提升|提高|减少|下降|降低|压减|结余|盈|缩短|提前|延|超期|逾期|滞后|等候|等待|排队"
)
_HUNDRED = Decimal(100)


def _one(row: RowView, *kinds: Kind) -> Part | None:
    """Return the only part of a value of one of the kinds, None if there are more, or text is left over."""
    value = row.value
    if value.kind not in kinds or len(value.parts) != 1 or value.residue or holds_only_codes(value.text):
        return None
    return value.parts[0]


@VALUE.fact("inverted", BOOL, zh="区间是否前大后小", en="whether the low end of a range is above its high end")
def inverted(row: RowView) -> bool:
    if row.value.kind not in (Kind.RANGE, Kind.COMPOUND):
        return False
    turned = any(
        part.op is Op.BETWEEN
        and isinstance(part.low, Decimal)
        and isinstance(part.high, Decimal)
        and part.low > part.high
        for part in row.value.parts
    )
    return turned and not holds_only_codes(row.value.text)


@VALUE.fact(
    "upright",
    STRING,
    zh="前后两数对调后的指标值，无法确定时为空",
    en="the value with the ends of its range exchanged, empty if that is not clear",
)
def upright(row: RowView) -> str:
    part = _one(row, Kind.RANGE)
    found = _ENDS.fullmatch(part.printed) if part and row.value.text.count(part.printed) == 1 else None
    if part is None or found is None:
        return ""
    first, unit, mark, second, rest = found.groups()
    if unit and not rest.startswith(unit):
        return ""
    return row.value.text.replace(part.printed, second + unit + mark + first + rest)


@VALUE.fact(
    "bare_range",
    BOOL,
    zh="目标是否只是一个区间（适中指标、年龄、正负误差除外）",
    en="whether the target is a bare range (not of a moderate indicator, an age, or a tolerance)",
)
def bare_range(row: RowView) -> bool:
    part = _one(row, Kind.RANGE)
    if part is None or part.op is not Op.BETWEEN or part.ops or part.flags or part.unit in _AGES:
        return False
    low, high = part.low, part.high
    if not isinstance(low, Decimal) or not isinstance(high, Decimal) or low >= high or low < 0:
        return False
    return row.direction != "moderate" and not _MODERATE.search(row.name) and "±" not in row.value.text


@VALUE.fact(
    "vacuous", BOOL, zh="下限是否为零，怎样都能完成", en="whether the lower bound is zero, so that nothing can miss it"
)
def vacuous(row: RowView) -> bool:
    part = _one(row, Kind.NUMERIC, Kind.DURATION, Kind.FREQUENCY)
    if part is None or part.low != 0 or part.high is not None or part.op not in (Op.GE, Op.GT):
        return False
    if part.op is Op.GE and _is_extent(row, part):
        return True
    if row.direction == "positive":
        rate = part.unit in {"%", "‰"} or row.rate_by_name
        return not row.name.endswith(_MOVING) and (rate or part.op is Op.GE)
    counted = part.op is Op.GE and part.dimension in _COUNTS and row.class_id == "output.quantity"
    return counted and row.direction == "ambiguous" and not _evil(row)


def _is_extent(row: RowView, part: Part) -> bool:
    """Return whether the target is a number of days, metres, people and the like, more of which is better, and cannot be negative."""
    done = row.class_id == "output.quantity" or row.side == "benefit"
    return (
        done
        and part.dimension in (_COUNTS | _EXTENTS)
        and row.direction != NEGATIVE
        and not (_evil(row) or _CHANGES.search(row.name))
    )


def _evil(row: RowView) -> bool:
    """Return whether the name holds a negative event, so that ≥0 is an error of another kind."""
    return any(word in row.name for word in row.scope.knowledge.directions.words("negative_events"))


@INDICATOR.fact(
    "satisfaction",
    BOOL,
    zh="是否为满意度（名称或分类），不含投诉率、调查覆盖率等",
    en="whether it is a degree of satisfaction, by name or class; not a complaint or survey rate",
)
def satisfaction(row: RowView) -> bool:
    named = "满意" in row.name or row.name.endswith(_SATISFIED)
    if not named and (row.side != "satisfaction" or row.rate_by_name):
        return False
    return row.direction != "negative" and not _OTHER_ASPECTS.search(row.name)


@INDICATOR.fact(
    "hard_to_please",
    BOOL,
    zh="服务对象是否难以满意（信访人、被处罚对象等）",
    en="whether the group is hard to please (petitioners, people who were fined)",
)
def hard_to_please(row: RowView) -> bool:
    return bool(_HARD_TO_PLEASE.search(row.name))


@VALUE.fact(
    "percent_target",
    BOOL,
    zh="是否为一个百分数的目标（下限或确定的数）",
    en="whether the target is one percentage: a lower bound or an exact number",
)
def percent_target(row: RowView) -> bool:
    return _percent(row) is not None


def _percent(row: RowView) -> Part | None:
    """Return the one percentage that is to be reached, None if the value is something else."""
    part = _one(row, Kind.NUMERIC)
    if part is None or part.unit != "%" or part.per:
        return None
    reached = isinstance(part.low, Decimal) and part.op in (Op.GE, Op.GT, Op.NONE, Op.EQ)
    return part if reached else None


@VALUE.fact("is_100", BOOL, zh="是否恰为100%", en="whether the target is exactly 100 %")
def is_100(row: RowView) -> bool:
    return all_of(row)


def all_of(row: RowView) -> bool:
    """Return whether the target is exactly 100 %."""
    part = _percent(row)
    return part is not None and part.low == _HUNDRED and part.op is not Op.GT
