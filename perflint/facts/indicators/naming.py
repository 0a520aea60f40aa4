"""Facts about how an indicator is named: a value inside the name, a sentence instead of a measure, the unit in brackets."""

import re
from functools import lru_cache

from perflint.facts.indicators.indicator import INDICATOR
from perflint.facts.row import RowView
from perflint.facts.vocabulary import BOOL, INT, MARKS, STRING, Mark
from perflint.pattern import pattern
from perflint.quantity import Kind

_BRACKETED = pattern(r"[（(\[【][^（）()\[\]【】]*[)）\]】]")
_FILL = "＃"
_EXTENTS = frozenset({"area", "length", "volume"})
_DIGIT = pattern(r"\d")
_NUMBER = r"\d{1,12}(?:[.,]\d+)?"
_COUNTER = (
    r"(?:(?:万|余|多)?(?:人次|台次|件次|车次|户次|批次|场次|台件|台套|平方米|公里|公顷|立方米|[台套件个人名户家批项座处所间栋幢条份篇场辆只张块本册支株棵头"
    r"亩吨起例宗对盏次]))"
)
_EDGE = r"(?<![\d.\-~～—－:：、/第每前近后A-Za-z])"
_DOING = (
    "新建|建设|建成|完成|购置|采购|购买|培训|改造|修建|新增|开展|组织|举办|发放|补助|安装|维修|查办|办理|创建|引进|培育|扶持|建立|种植|铺设|更换"
    "|救助|慰问|资助|抽检|抽查"
)
_VALUES = (
    re.compile(rf"{_EDGE}{_NUMBER}\s?[百千]?[万亿]?元(?:/[^/\d＃]{{1,5}})?(?:以上|以内|左右)?{_FILL}*$"),
    re.compile(rf"(?<=[费金款入出本资助贴])({_NUMBER}\s?[万亿]){_FILL}*$"),
    re.compile(r"(?<=[费用额出本入])(?!(?:19|20)\d\d$)\d{1,7}(?:\.\d+)?$"),
    re.compile(rf"{_EDGE}{_NUMBER}\s?[%％](?:以上|以下|以内|左右)?{_FILL}*$"),
    re.compile(rf"(?<=[率度比])(?:达到|达|为|≥|≤|不低于|大于|小于|超过|控制在|提高到){_NUMBER}\s?[%％](?!以上的|的)"),
    re.compile(rf"(?<!跑){_EDGE}{_NUMBER}{_COUNTER}{_FILL}*$"),
    re.compile(rf"(?<=(?:{_DOING})){_NUMBER}{_COUNTER}(?!以上|以下|以内|及以上|[内制级化式一百月年])"),
)
_CHINESE = pattern(r"[\u4e00-\u9fff]")
_SENTENCE = pattern(r"[，。；!！?？;]|,(?!\d)")
_BEFORE_VALUE = pattern(r"(?:[≥≤><=＞＜＝约共达为]|不低于|不少于|不超过|达到)+$")
_LONGEST, _SHORTEST_PHRASE = 20, 6
_HEADS = (
    "率", "数", "量", "次", "额", "费", "费用", "时间", "情况", "程度", "度", "面积", "长度", "里程", "比例", "占比", "比重", "覆盖面",
    "时限", "期限", "时效", "周期", "及时性", "准确性", "完整性", "规范性", "有效性", "合规性", "指数", "成本", "产值", "价值", "年限", "等级",
    "支出", "个", "金额", "天数", "时长", "标准",
)  # fmt: skip
_NO_HEADS = (
    "质量",
    "力量",
    "能量",
    "层次",
    "档次",
    "消费",
    "免费",
    "制度",
    "力度",
    "态度",
    "多数",
    "少数",
    "角度",
    "热度",
)
_ALWAYS = ("满意度", "率")
_NAMED_UNIT = pattern(r"[（(](?:单位[:：])?([^（）()]{1,6})[）)]$")


@lru_cache(maxsize=8192)
def values_in(name: str) -> tuple[Mark, ...]:
    """Return the amounts, percentages and counts that stand in an indicator's name.

    Only at its end, after a rate, or after a verb: 5A级景区, 65岁以上老年人, 500万元以上项目 and 春雷行动2022 are names.
    """
    if not _DIGIT.search(name):
        return ()
    text = _BRACKETED.sub(lambda hit: _FILL * len(hit[0]), name)
    found: dict[int, Mark] = {}
    for form in _VALUES:
        for hit in form.finditer(text):
            end = hit.start() + len(hit[0].rstrip(_FILL))
            if not any(mark.start < end and hit.start() < mark.end for mark in found.values()):
                found[hit.start()] = Mark(name[hit.start() : end], hit.start(), end)
    return tuple(found[start] for start in sorted(found))


# 截至2024年底，投资完成比例: the date to which a rate is taken.
_CONDITION = pattern(r"^(?:截[至止]|到|至)[^，,。；;]{2,16}[，,][^，,。；;]+$")


@lru_cache(maxsize=8192)
def has_head(name: str) -> bool:
    """Return whether a name ends in something that can be measured: a rate, a number, a time, a cost."""
    plain = _BRACKETED.sub("", name).rstrip("。；;， ")
    return plain.endswith(_HEADS) and not plain.endswith(_NO_HEADS)


@lru_cache(maxsize=8192)
def name_length(name: str) -> int:
    """Return the number of Chinese characters of a name, brackets apart."""
    return len(_CHINESE.findall(_BRACKETED.sub("", name)))


# 95%以上, 3次左右: words that stay behind without their number.
_AROUND = pattern(r"^(?:及以上|以上|以下|以内|左右|上下|之内)[。．.;；]?")


@INDICATOR.fact("name_values", MARKS, zh="名称里的金额、百分数、数量", en="amounts, percentages and counts in the name")
def name_values(row: RowView) -> tuple[Mark, ...]:
    return values_in(row.text("name")) or _own_value_in(row)


def _own_value_in(row: RowView) -> tuple[Mark, ...]:
    """Return the row's own quantity where the name begins with it: 1290平方米冷库建设 and ≥1290平方米."""
    part, name = row.value.first, row.text("name")
    amount = part.printed.lstrip("≥≤=＝><约")
    if part.dimension not in _EXTENTS or not name.startswith(amount) or not amount.startswith(part.number):
        return ()
    behind = name[len(amount) : len(amount) + 1]
    return (Mark(amount, 0, len(amount)),) if behind and behind not in "以及之内的上下" else ()


@INDICATOR.fact("unvalued", STRING, zh="去掉这些之后的名称", en="the name without them")
def unvalued(row: RowView) -> str:
    name = row.text("name")
    for mark in reversed(name_values(row)):
        name = name[: mark.start] + _AROUND.sub("", name[mark.end :])
    return _BEFORE_VALUE.sub("", name.strip())


@INDICATOR.fact("name_length", INT, zh="名称的汉字数（不计括号）", en="Chinese characters in the name, brackets apart")
def length(row: RowView) -> int:
    return name_length(row.text("name"))


@INDICATOR.fact(
    "name_fault",
    STRING,
    zh="名称不像指标：sentence（有句读）、long（超过二十字）、phrase（动宾短语，指标值又没有数字），没有为空",
    en="why the name is no measure: sentence, long (over 20 characters), phrase (with no number in the value), else empty",
)
def name_fault(row: RowView) -> str:
    name = row.text("name")
    if _SENTENCE.search(_BRACKETED.sub("", name)) and not (has_head(name) and _CONDITION.match(name)):
        return "sentence"
    size = name_length(name)
    if size > _LONGEST:
        return "long"
    return "phrase" if size >= _SHORTEST_PHRASE and _is_phrase(row) else ""


def _is_phrase(row: RowView) -> bool:
    words = row.scope.knowledge.lexicon
    if not row.name.startswith(words.words("words.phrase_openers")) or has_head(row.text("name")):
        return False
    if row.side == "benefit" and row.name.startswith(words.words("words.action_openers")):
        return False  # TAX022 speaks
    return row.value.kind is Kind.QUALITATIVE


@INDICATOR.fact(
    "measurable_head", BOOL, zh="名称是否以率、数、量、时间等收尾", en="whether the name ends in 率, 数, 量, 时间 …"
)
def measurable_head(row: RowView) -> bool:
    return has_head(row.text("name"))


@INDICATOR.fact(
    "repeated_unit",
    STRING,
    zh="名称括号里、指标值里都写了的单位，没有为空",
    en="the unit that stands in brackets in the name and again in the value, empty if none",
)
def repeated_unit(row: RowView) -> str:
    found = _NAMED_UNIT.search(row.text("name").strip())
    if not found or not row.filled("value"):
        return ""
    return (
        found[1]
        if any(part.number and found[1] in {part.unit, part.printed[-len(found[1]) :]} for part in row.value.parts)
        else ""
    )
