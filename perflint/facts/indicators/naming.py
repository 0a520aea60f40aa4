"""Facts about how an indicator is named: a sentence instead of a measure, the unit in brackets."""

from functools import lru_cache

from perflint.facts.indicators.indicator import INDICATOR
from perflint.facts.row import RowView
from perflint.facts.vocabulary import BOOL, INT, STRING
from perflint.pattern import pattern
from perflint.quantity import Kind

_BRACKETED = pattern(r"[（(\[【][^（）()\[\]【】]*[)）\]】]")
_CHINESE = pattern(r"[\u4e00-\u9fff]")
_SENTENCE = pattern(r"[，。；!！?？;]|,(?!\d)")
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
# 截至2024年底，投资完成比例: the date to which a rate is taken.
_CONDITION = pattern(r"^(?:截[至止]|到|至)[^，,。；;]{2,16}[，,][^，,。；;]+$")
# 依法行政能力, 应急保障水平: what somebody has, named by what it is for; behind a verb of change (提升治理能力) it is a phrase.
_HAD = pattern(r"(?:能力|水平|状况)$")
_CHANGES = pattern(
    r"提[高升]|增[强加]|促进|推[动进]|改善|加[快强大]|优化|完善|健全|减少|降低|强化|深化|做好|营造|扩大|带动|拉动|巩固|培养|打造|确保|保证|满足|解决|进一步|不断|切实|全面|维持|规范(?!化)"
)


@lru_cache(maxsize=4096)
def has_head(name: str) -> bool:
    """Return whether a name ends in something that can be measured: a rate, a number, a time, a cost."""
    plain = _BRACKETED.sub("", name).rstrip("。；;， ")
    return plain.endswith(_HEADS) and not plain.endswith(_NO_HEADS)


@lru_cache(maxsize=4096)
def name_length(name: str) -> int:
    """Return the number of Chinese characters of a name, brackets apart."""
    return len(_CHINESE.findall(_BRACKETED.sub("", name)))


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
    name = row.text("name").strip()
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
    if _HAD.search(row.name) and not _CHANGES.match(row.name):
        return False
    if row.side == "benefit" and row.name.startswith(words.words("words.action_openers")):
        return False  # TAX022 speaks
    return row.value.kind is Kind.QUALITATIVE


@INDICATOR.fact(
    "measurable_head", BOOL, zh="名称是否以率、数、量、时间等收尾", en="whether the name ends in 率, 数, 量, 时间 …"
)
def measurable_head(row: RowView) -> bool:
    return has_head(row.text("name"))
