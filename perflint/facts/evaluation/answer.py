"""What a target asks for and what the result beside it holds: a number, a percentage, a date, a bound, words."""

from functools import lru_cache

from perflint.facts.history.alignment import number_of
from perflint.facts.row import RowView
from perflint.pattern import pattern
from perflint.quantity import Kind, Op, Value
from perflint.typography import fold

NUMBER, PERCENT, DATE, NONE_OF_IT, WORDS, NOTHING = "number", "percent", "date", "none", "words", ""
BLANK, BOUND, DONE, PROSE = "blank", "bound", "done", "prose"
_NUMERIC = frozenset({Kind.NUMERIC, Kind.RANGE, Kind.COMPOUND, Kind.FREQUENCY, Kind.DURATION, Kind.RELATIVE})
_DATED = frozenset({Kind.DEADLINE, Kind.PERIOD, Kind.DATE_RANGE})
_SHARES = frozenset({"%", "‰"})
_STROKES = pattern(r"[-—–/\\*~\s]*")
_ON_TIME = pattern(
    r"按?(?:时|期|时限|期限|要求时间|规定时间|计划时间|进度)(?:要求)?(?:内|前)?(?:完成|办结|到位|达成)?|及时(?:完成)?"
)
_DATED_NAME = pattern(r"[前底末初]完成|完成时[间限]|时间$|日期$|期限$|时限$|截止")
_NONE_WORDS = pattern(r"无|零|没有|未发生|未出现|不存在|无发生")
_DONE_WORDS = pattern(
    r"(?:均|全部|全面|已经?|基本|如期|按[期时质量]{1,4}|及时|圆满|顺利|超额)*"
    r"(?:完成|达成|达到|达标|实现|合格|符合|落实|兑现)(?:了|任务|目标|全部|年度|预期|预定|既定|绩效|要求|指标|工作|标准|计划|率|情况|好)*"
    r"|(?:已经?)?(?:均|全部)已?(?:及时|按[时期质]|足额|准确|合格|达标|办结)[\u4e00-\u9fff]{0,4}"  # 全部及时
)


def asked(row: RowView) -> str:
    """Return what the target of a row asks for: number, percent, date, none (naught, 不发生), words; "" if it is blank."""
    value = row.value
    if value.kind is Kind.ZERO_EVENT:
        return NONE_OF_IT
    ends = [end for part in value.parts if (end := number_of(part)) is not None] if value.kind in _NUMERIC else []
    if ends:
        share = any(part.unit in _SHARES for part in value.parts) or (not value.unit and row.rate_by_name)
        return NONE_OF_IT if not any(ends) else PERCENT if share else NUMBER
    if value.kind in _DATED or (_ON_TIME.fullmatch(fold(value.text)) and _DATED_NAME.search(row.name)):
        return DATE
    return WORDS if value.kind in {Kind.QUALITATIVE, Kind.GRADE, Kind.RANK} else NOTHING


def answered(row: RowView, field: str = "actual") -> str:
    """Return what a result holds: blank, number, percent, date, bound (≥95%), none (无), done (已完成), prose (words with digits), words."""
    text = fold(row.text(field))
    if _STROKES.fullmatch(text):
        return BLANK
    if _NONE_WORDS.fullmatch(text):
        return NONE_OF_IT
    return _of_value(row.read(field), text)


@lru_cache(maxsize=4096)
def _of_value(value: Value, text: str) -> str:
    if value.kind is Kind.ZERO_EVENT:
        return WORDS
    if value.kind in _DATED:
        return DATE
    if value.kind in _NUMERIC and value.parts:
        if all(part.op.direction for part in value.parts):
            return BOUND
        only_shares = all(part.unit in _SHARES for part in value.parts)
        return PERCENT if only_shares and value.first.op not in {Op.UP, Op.DOWN} else NUMBER
    if _DONE_WORDS.fullmatch(text.rstrip("。;；,.，")):
        return DONE
    return PROSE if any(char.isdecimal() for char in text) else WORDS
