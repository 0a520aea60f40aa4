"""Facts about words of the form that slid into a name: 工作效率定性, 合格率正向, 满意度≥, 数量指标：培训人数 (WRD044)."""

from functools import lru_cache

from perflint.facts.indicators.indicator import INDICATOR
from perflint.facts.indicators.naming import has_head
from perflint.facts.row import RowView
from perflint.facts.vocabulary import STRING
from perflint.pattern import pattern
from perflint.typography import fold

_COLUMNS = ("op", "value_type", "direction")
_KINDS = r"定性|定量|正向|反向|负向|逆向|适中|计划标准|行业标准|历史标准"
_AT_END = pattern(rf"(?P<stem>.{{2,}}?)(?P<word>(?:{_KINDS})(?:指标)?)$")
_BRACKETED = pattern(rf"[(\[【](?P<word>(?:{_KINDS})(?:指标)?)[)\]】]")
_LEADING = pattern(
    rf"(?P<word>(?:(?:{_KINDS})指标?|三级指标|指标名称|绩效指标|产出指标|效益指标|满意度指标|成本指标|数量指标|质量指标|时效指标|"
    r"(?:经济|社会|生态)效益(?:指标)?|可持续影响(?:指标)?)[:：\-—－])(?=.{2})"
)
_SIGN = pattern(r".{2,}?(?P<word>[≥≤><=]+[%‰]?|(?<=[率度比])[%‰]|(?:大于等于|小于等于|不低于|不超过))$")
_SCORED = pattern(r"(?P<stem>.{2,}?)(?P<word>(?:分值|权重|得分权重)[:：]?\d{0,3}分?|\d{1,2}分)$")


@INDICATOR.fact(
    "form_word",
    STRING,
    zh="混进名称的表格用语（定性、正向、≥、分值，类别名加冒号），没有为空",
    en="a word of the form that slid into the name (定性, 正向, ≥, 分值, a class before a colon), empty if none",
)
def form_word(row: RowView) -> str:
    return _form_word(row.name, tuple(fold(row.text(field)) for field in _COLUMNS))


@lru_cache(maxsize=4096)
def _form_word(name: str, columns: tuple[str, ...]) -> str:
    for found in (_LEADING.match(name), _BRACKETED.search(name), _SIGN.fullmatch(name)):
        if found:
            return found["word"]
    ended = _AT_END.fullmatch(name)
    if ended and (_in_columns(columns, ended["word"]) or has_head(ended["stem"])):
        return ended["word"]
    scored = _SCORED.fullmatch(name)
    return scored["word"] if scored and has_head(scored["stem"]) else ""


def _in_columns(columns: tuple[str, ...], word: str) -> bool:
    """Return whether a column of the row says the same word, from which it was copied."""
    return any(column.startswith(word.removesuffix("指标")) for column in columns)


@INDICATOR.fact(
    "form_word_apart",
    STRING,
    zh="名称去掉混进的表格用语之后",
    en="the name without the word of the form",
)
def form_word_apart(row: RowView) -> str:
    word = form_word(row)
    left = fold(row.text("name")).replace(word, "", 1) if word else fold(row.text("name"))
    return left.replace("()", "").replace("[]", "").replace("【】", "").strip("：: -—")
