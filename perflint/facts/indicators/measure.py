"""Facts about whether name and target measure the same thing: absences as 100 %, changes without a base, other measures."""

from decimal import Decimal

from perflint.facts.direction import plain_name
from perflint.facts.indicators.indicator import INDICATOR
from perflint.facts.row import RowView
from perflint.facts.values.value import VALUE
from perflint.facts.vocabulary import BOOL, STRING
from perflint.pattern import pattern
from perflint.quantity import Kind, Op, find_amounts
from perflint.typography import fold

_HUNDRED = Decimal(100)
_REACH = 14  # characters between an absence and its event
_CHANGES = "提升|提高|增加|增长|降低|减少|下降"
_CHANGED = pattern(rf"(?:{_CHANGES})(?:情况|程度|效果|水平|指标)?$")
_CHANGING = pattern(
    rf"(?:{_CHANGES})(?!改造|工程|行动|项目|计划|型|类|班|课程|培训|专项|任务|量|率|幅|比例|额|值|数|了)"
)
_MEASURED_TAIL = pattern(
    r"(?:率|幅|幅度|(?<!质)量|比例|比重|占比|比|额|值|数|度|完成|验收|合格|到位|覆盖|达标|及时|落实|执行|发放|使用|运行|改造|工程)$"
)
_CHANGE_MEASURED = pattern(r"率|幅|(?<!质)量|比例|占比|满意度")
_QUANTITY = pattern(
    r"产值|收入|成本|单产|增产|能耗|电耗|水耗|排放|费用|时间|时长|数|面积|税收|利润|价格|规模|投资|存款|贷款"
)
_HALF = Decimal(50)
_WORDS_SHORT = 24  # characters: a longer value is prose
_SILENT_ALL = pattern(
    r"全部|全体|全员|所有|全覆盖|全面覆盖|应.{1,2}尽|应保尽保|达标|合格|优|良|标准|规范|规程|[0-9]|百分|不超|以内|完全|零|无|未|不"
)
_RATE_TAIL = pattern(r"(?:率|占比)$")
_COUNT_TAIL = pattern(r"(?:次数|人数|人次|批次|批次数|台数|件数|户数|家数|个数|场次|面积|里程|台件数|份数|套数)$")
_ON_TIME = pattern(r"^(?:及时|按时|按期|如期|准时)(?!率|完成率|处理数).{0,8}$|(?:及时性|按时性)$")
_OFF_TIME = frozenset(
    {
        "person",
        "device",
        "device_item",
        "item",
        "piece",
        "organisation",
        "household",
        "document",
        "case",
        "money",
        "batch",
    }
)
_TIMELY = ("及时", "按时", "按期", "如期", "准时", "尽快")
_COUNTED = pattern(r"[0-9一二两三四五六七八九十百]+\s*(?:次|批次|批|场|期|遍|轮)")
_FIGURED = frozenset({Kind.NUMERIC, Kind.FREQUENCY, Kind.RANGE})


@INDICATOR.fact(
    "asserts_absence",
    BOOL,
    zh="名称是否是“不发生…”“无…事故”一类的断言（比率除外）",
    en="whether the name asserts an absence (不发生…, 无…事故), rates apart",
)
def asserts_absence(row: RowView) -> bool:
    name = row.name
    lexicon = row.scope.knowledge.lexicon
    if row.rate_by_name or not any(char in name for char in "无零不没未杜避防"):
        return False
    if any(word in name for word in lexicon.words("value_words.zero_event_exclude")):
        return False
    for word in lexicon.words("value_words.zero_event_prefix"):
        at = name.find(word) if not word.isdigit() else -1
        rest = name[at + len(word) : at + len(word) + _REACH] if at >= 0 else ""
        if any(
            event in rest
            for event in lexicon.words("value_words.zero_event_nouns")
            if event not in ("报告", "责任", "安全")
        ):
            return True
    return False


@VALUE.fact("bare_100", BOOL, zh="指标值是否只写100%", en="whether the value is 100 % and nothing else")
def bare_100(row: RowView) -> bool:
    value, part = row.value, row.value.first
    alone = value.kind is Kind.NUMERIC and len(value.parts) == 1 and not value.residue and not part.label
    return alone and part.unit == "%" and part.low == _HUNDRED and part.op in (Op.NONE, Op.EQ, Op.GE)


@INDICATOR.fact(
    "names_change",
    BOOL,
    zh="名称是否是“…提升”“减少…”，而没有率、幅、量",
    en="whether the name is a change (…提升, 减少…) without 率, 幅 or 量",
)
def names_change(row: RowView) -> bool:
    name = plain_name(row.text("name"))
    if _CHANGE_MEASURED.search(name):
        return False
    return bool(_CHANGED.search(name)) or (bool(_CHANGING.match(name)) and not _MEASURED_TAIL.search(name))


@VALUE.fact(
    "bare_percentage",
    BOOL,
    zh="指标值是否只是一个百分数，看不出是变化还是水平",
    en="whether the value is one percentage that may be a change or a level",
)
def bare_percentage(row: RowView) -> bool:
    value, part = row.value, row.value.first
    alone = value.kind is Kind.NUMERIC and len(value.parts) == 1 and not value.residue and not part.label
    if not alone or part.unit != "%" or not isinstance(part.low, Decimal):
        return False
    level = part.low >= _HALF
    return level or (part.op in (Op.NONE, Op.EQ) and not _QUANTITY.search(row.name))


@INDICATOR.fact(
    "measures_otherwise",
    STRING,
    zh="名称或描述与指标值不是同一种量时：rate、count、time、talk，否则为空",
    en="rate, count, time or talk where name or description and value do not measure the same, else empty",
)
def measures_otherwise(row: RowView) -> str:
    value = row.value
    if value.kind is Kind.QUALITATIVE:
        return _words_for_figure(row)
    on_time = value.kind in _FIGURED and len(value.parts) == 1 and row.class_id != "output.time"
    if (
        on_time
        and value.first.dimension in _OFF_TIME
        and not value.first.label
        and _ON_TIME.search(plain_name(row.name))
    ):
        return "time"
    return ""


def _words_for_figure(row: RowView) -> str:
    """Return which figure the name or description promises although the value is words alone."""
    text = fold(row.value.text)
    if "criterion" in row.value.first.flags or _SILENT_ALL.search(text):
        return ""
    name = plain_name(row.text("name"))
    if _RATE_TAIL.search(name):
        timely = row.class_id == "output.time" and text.startswith(_TIMELY)  # DAT006 speaks of these
        return "" if timely else "rate"
    if _COUNT_TAIL.search(name):
        return "count"
    return "talk" if len(text) <= _WORDS_SHORT and _counts(row) else ""


def _counts(row: RowView) -> bool:
    """Return whether a short description sets a count of its own (抽检一次)."""
    told = fold(row.text("description"))
    if not 0 < len(told) <= _WORDS_SHORT * 2 or not _COUNTED.search(told):
        return False
    amounts = find_amounts(told, row.scope.knowledge.reader)
    return any(amount.dimension in ("times", "batch") for amount in amounts)
