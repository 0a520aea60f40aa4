"""Facts about names that assert an absence or a change, and values that are a bare percentage."""

from decimal import Decimal

from perflint.facts.direction import plain_name
from perflint.facts.indicators.indicator import INDICATOR
from perflint.facts.row import RowView
from perflint.facts.values.value import VALUE
from perflint.facts.vocabulary import BOOL
from perflint.pattern import pattern
from perflint.quantity import Kind, Op

_HUNDRED = Decimal(100)
_REACH = 14  # characters between an absence and its event
_CHANGES = "提升|提高|增加|增长|增强|改善|优化|降低|减少|下降"
_CHANGED = pattern(rf"(?:{_CHANGES})(?:情况|程度|效果|水平|指标)?$")
_CHANGING = pattern(
    rf"(?:{_CHANGES})(?!改造|工程|升级|整合|行动|项目|计划|型|类|班|课程|培训|专项|任务|量|率|幅|比例|额|值|数|了)"
)
_MEASURED_TAIL = pattern(
    r"(?:(?<!效)率|幅|幅度|(?<!质)量|比例|比重|占比|比|额|值|数|度|完成|验收|合格|到位|覆盖|达标|及时|落实|执行|发放|使用|运行|改造|工程|项目|系统|平台|设施|设备)$"
)
_CHANGE_MEASURED = pattern(r"(?<!效)率|幅|(?<!质)量|比例|占比|满意度")
_QUANTITY = pattern(
    r"产值|收入|成本|单产|增产|能耗|电耗|水耗|排放|费用|时间|时长|数|面积|税收|利润|价格|规模|投资|存款|贷款"
)
_REACHED = pattern(r"[达提升增]到|达")  # a level, and it says so
_RAISED = pattern(r"^(?!.*[同环]比)(?:提升|提高|增强|改善|优化)")  # ≥3% of 事故下降 can only be the change
_HALF = Decimal(50)


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
    if _REACHED.search(value.text):
        return False
    if part.low >= _HALF:
        return True
    either_way = part.op in (Op.NONE, Op.EQ) or (part.op is Op.GE and _RAISED.search(row.name) is not None)
    return either_way and not _QUANTITY.search(row.name)
