"""Facts about a comparator that stands in a column of its own (符号栏), the number alone in the value cell."""

from perflint.facts.row import RowView
from perflint.facts.values.value import VALUE
from perflint.facts.vocabulary import BOOL, STRING
from perflint.quantity import Kind
from perflint.typography import fold

_TURNED = {"≥": "≤", "≤": "≥", ">": "<", "<": ">", ">=": "≤", "<=": "≥"}


@VALUE.fact(
    "split",
    BOOL,
    zh="比较符号是否写在单独一栏，指标值只是一个数量",
    en="whether the comparator stands in its own column and the value cell is one quantity without one",
)
def split(row: RowView) -> bool:
    if fold(row.text("op")) not in _TURNED:
        return False
    alone = row.read("value")
    return alone.kind is Kind.NUMERIC and len(alone.parts) == 1 and not alone.parts[0].ops


@VALUE.fact(
    "op_turned",
    STRING,
    zh="符号栏应改成的相反符号，没有单独一栏为空",
    en="the sign of the column turned round, empty if there is no such column",
)
def op_turned(row: RowView) -> str:
    return _TURNED[fold(row.text("op"))] if split(row) else ""
