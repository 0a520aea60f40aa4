"""Facts about how a target value is spelled: full-width characters, comparators other than ≥ ≤ > < =."""

from perflint.facts.marks import rewritten
from perflint.facts.row import RowView
from perflint.facts.values.value import VALUE
from perflint.facts.vocabulary import BOOL, MARKS, STRING, Mark
from perflint.quantity import Edit, Value

_WIDE, _SIGN, _DOUBTFUL = "fullwidth", "comparator", "doubtful-comparator"


def _edits(value: Value, *reasons: str) -> tuple[Edit, ...]:
    return tuple(edit for edit in value.edits if edit.why in reasons)


def _mended(value: Value, *reasons: str) -> str:
    return rewritten(value.text, ((edit.start, edit.end, edit.plain) for edit in _edits(value, *reasons)))


def _marks(value: Value, *reasons: str) -> tuple[Mark, ...]:
    return tuple(Mark(edit.typed, edit.start, edit.end) for edit in _edits(value, *reasons))


@VALUE.fact(
    "has_wide",
    BOOL,
    zh="数字部分是否有全角数字、字母、％、．或／",
    en="whether the number is written with full-width characters",
)
def has_wide(row: RowView) -> bool:
    return bool(_edits(row.value, _WIDE))


@VALUE.fact("half_width", STRING, zh="改为半角后的指标值", en="the cell in half width")
def half_width(row: RowView) -> str:
    return _mended(row.value, _WIDE)


@VALUE.fact("odd_signs", MARKS, zh="不规范的比较符号", en="comparators in other spellings")
def odd_signs(row: RowView) -> tuple[Mark, ...]:
    return _marks(row.value, _SIGN, _DOUBTFUL)


@VALUE.fact(
    "odd_sign",
    STRING,
    zh="第一个不规范的比较符号，没有为空",
    en="the first comparator in another spelling, empty if none",
)
def odd_sign(row: RowView) -> str:
    return next((edit.typed for edit in _edits(row.value, _SIGN, _DOUBTFUL)), "")


@VALUE.fact("doubtful_sign", BOOL, zh="是否用》〉代替≥", en="whether 》 or 〉 stands for ≥")
def doubtful_sign(row: RowView) -> bool:
    return bool(_edits(row.value, _DOUBTFUL))


@VALUE.fact("plain_signs", STRING, zh="改用≥ ≤ > < =后的指标值", en="the cell with ≥ ≤ > < =")
def plain_signs(row: RowView) -> str:
    return _mended(row.value, _SIGN, _DOUBTFUL)
