"""Facts about a target value as read by the value grammar."""

from decimal import Decimal

from perflint.facts.kind import SubjectKind, itself
from perflint.facts.row import RowView
from perflint.facts.vocabulary import BOOL, DOUBLE, STRING, Unknown, Vocabulary
from perflint.typography import fold

VALUE = Vocabulary("value", "指标值", "the target value of an indicator")


@VALUE.fact("text", STRING, zh="指标值，照录", en="the cell as typed")
def text(row: RowView) -> str:
    return row.text("value").strip()


@VALUE.fact(
    "folded",
    STRING,
    zh="指标值，半角、不含空白（查找词语时用）",
    en="the cell in half width and without blanks, the form in which words are looked for",
)
def folded(row: RowView) -> str:
    return fold(row.text("value"))


@VALUE.fact(
    "kind",
    STRING,
    zh="读出的类型：numeric、deadline、qualitative 等",
    en="kind as read: numeric, deadline, qualitative …",
)
def kind(row: RowView) -> str:
    return row.value.kind.value


@VALUE.fact("op", STRING, zh="比较符号：>= <= > < =，无则 none", en="comparator: >= <= > < =, or none")
def op(row: RowView) -> str:
    return row.value.op.sign


@VALUE.fact("unit", STRING, zh="单位，没有为空", en="unit, empty if none")
def unit(row: RowView) -> str:
    return row.value.unit


@VALUE.fact("rate", BOOL, zh="是否为比率", en="whether it is a rate")
def rate(row: RowView) -> bool:
    return row.rate


@VALUE.fact("low", DOUBLE, optional=True, zh="下限（金额为元）", en="lower end (money in 元)")
def low(row: RowView) -> float | Unknown:
    number = row.value.low
    return float(number) if isinstance(number, Decimal) else _NO_NUMBER


@VALUE.fact("high", DOUBLE, optional=True, zh="上限（金额为元）", en="upper end (money in 元)")
def high(row: RowView) -> float | Unknown:
    number = row.value.high
    return float(number) if isinstance(number, Decimal) else _NO_NUMBER


@VALUE.fact("number", STRING, zh="数字，照录（半角）", en="the number as typed, half width")
def number(row: RowView) -> str:
    return row.value.first.number


_NO_NUMBER = Unknown("指标值里没有能比较的数字", "the value holds no number to compare")


def _valued(row: RowView) -> tuple[RowView, ...]:
    return (row,) if row.filled("value") or row.filled("op") else ()


SUBJECTS = (SubjectKind(VALUE, in_row=_valued, also=(("indicator", itself),)),)
