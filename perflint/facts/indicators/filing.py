"""Facts about whether a value is of the kind that its class asks for: a count, a rate, money, a time (domain: §3.2)."""

from decimal import Decimal

from perflint.facts.indicators.indicator import INDICATOR
from perflint.facts.row import RowView
from perflint.facts.values.value import VALUE
from perflint.facts.vocabulary import BOOL, STRING
from perflint.facts.wordlist import alternation, first_word
from perflint.pattern import pattern
from perflint.quantity import Kind, Part
from perflint.typography import fold

_COUNTS = frozenset(
    {
        "person", "person_time", "household", "household_time", "organisation", "case", "case_time", "event", "times",
        "batch", "device", "device_item", "device_time", "vehicle", "item", "piece", "pair", "document", "plant_animal",
        "bed_seat", "place", "village", "township", "community", "county", "school", "team", "project", "container",
        "package", "dose",
    }
)  # fmt: skip
_NATURES = {
    Kind.EMPTY: "", Kind.PLACEHOLDER: "", Kind.UNKNOWN: "", Kind.DEADLINE: "date", Kind.PERIOD: "date",
    Kind.DATE_RANGE: "date", Kind.DURATION: "time", Kind.ZERO_EVENT: "event", Kind.QUALITATIVE: "text",
    Kind.GRADE: "text", Kind.RANK: "rank", Kind.RELATIVE: "change",
}  # fmt: skip
_TIME = pattern(
    r"[年月日天周季旬时分秒期夜早晚前后内每春夏秋冬快速假暑节]|工作日|小时|星期|学期|及时|进度|频[次率]|延误|拖[延欠]|逾期|滞后|同步|随到"
    r"|连续|持续|不间断|立即|马上|当场|[正准]点|完工|竣工|开工|序时|全[程过]|[Qq][1-4]|农[忙闲]|国庆|开学|会议|闭会|合同|约定|高效|立行|即[到办]|动态"
    r"|一次性|\d[:：]\d|延迟|[按在].{0,20}(?:要求|规定|进度|计划|安排)"
)
_COST = pattern(
    r"成本|[费价款薪息税租]|支出|预算|资金|经费|金额|控制|节[约省支]|超支|概算|投资|补[助贴]|标准|工资|投入|配套|出资|自筹|分担|压[减降缩]|降低|下降|减少|折旧|损耗|合同|采购|据实|市场|超|持平|不增|定额|财务|实际|无偿|上年|低|附件|\d[wW]|元"
)
_PROGRESS = pattern(
    r"(?:完成|执行|到位|开工|竣工|支付|支出|拨付|进展|受理|办结|兑现|推进|响应|达成|实施|发放|下达|兑付|交付|上报|报送|结算|投产)(?:率|比例|情况|程度)$"
)


@VALUE.fact(
    "nature",
    STRING,
    zh="指标值是什么：money、count、rate、measure、bare、frequency、time、date、event、rank、change、text，空白为空",
    en="what the value is: money, count, rate, measure, bare, frequency, time, date, event, rank, change or text",
)
def nature(row: RowView) -> str:
    value = row.value
    if any(part.dimension == "money" for part in value.parts):
        return "money"
    if value.kind is Kind.FREQUENCY:
        return "frequency" if all(part.unit and part.dimension in _COUNTS for part in value.parts) else "time"
    known = _NATURES.get(value.kind)
    return known if known is not None else _counted(value.parts)


def _counted(parts: tuple[Part, ...]) -> str:
    dimensions = {part.dimension for part in parts if isinstance(part.low or part.high, Decimal)}
    if not any(part.unit for part in parts):
        return "bare"
    if dimensions <= {"ratio"}:
        return "rate"
    return "count" if dimensions <= _COUNTS else "measure"


@VALUE.fact(
    "worth_counting",
    BOOL,
    zh="是否为越多越好的正数（不是上限，不是0）",
    en="whether the number is neither an upper limit nor zero",
)
def worth_counting(row: RowView) -> bool:
    return all(part.op.direction >= 0 and part.low != 0 for part in row.value.parts)


@INDICATOR.fact(
    "bad_event",
    BOOL,
    zh="名称或指标值是否提到事故、差错一类坏事",
    en="whether name or value speak of bad events such as accidents or errors",
)
def bad_event(row: RowView) -> bool:
    events = row.scope.knowledge.directions.words("negative_events")
    return bool(first_word(row.name, events) or first_word(fold(row.text("value")), events))


@INDICATOR.fact(
    "shows_standard",
    BOOL,
    zh="名称或指标值本身是否说明达到的标准（获奖、认证、达标、优秀一类）",
    en="whether name or value tell a standard reached (awards, certificates, grades)",
)
def shows_standard(row: RowView) -> bool:
    words = row.scope.knowledge.lexicon.words("words.standards_reached")
    return bool(first_word(row.name + fold(row.text("value")), words))


@INDICATOR.fact(
    "speaks_of_time",
    BOOL,
    zh="名称、描述或指标值是否与时间、进度有关",
    en="whether name, description or value have to do with time or progress",
)
def speaks_of_time(row: RowView) -> bool:
    texts = (row.name, fold(row.text("value")), fold(row.text("description")))
    words = alternation(row.scope.knowledge.lexicon.words("vague.time"))
    return any(_TIME.search(text) or words.search(text) for text in texts)


@INDICATOR.fact(
    "progress_rate",
    BOOL,
    zh="名称是否为完成率、执行率、到位率一类进度的比率",
    en="whether the name is a rate of progress (完成率, 执行率, 到位率)",
)
def progress_rate(row: RowView) -> bool:
    return bool(_PROGRESS.search(row.name))


@INDICATOR.fact(
    "speaks_of_cost",
    BOOL,
    zh="名称、描述、指标值或单位里有没有说费用、预算、节约、控制、市场价的词",
    en="whether name, description, value or unit have a word for expenses, budget, saving, control or the market price",
)
def speaks_of_cost(row: RowView) -> bool:
    texts = (row.name, fold(row.text("value")), fold(row.text("description")), fold(row.text("unit")))
    return any(_COST.search(text) for text in texts)
