"""Facts about a comparator that stands in a column of its own (符号栏), the number alone in the value cell."""

from perflint.facts.row import RowView
from perflint.facts.values.value import VALUE
from perflint.facts.vocabulary import BOOL, STRING
from perflint.pattern import pattern
from perflint.quantity import Kind, Op
from perflint.typography import fold

_BOUNDS = {"≥": "lower", ">": "lower", ">=": "lower", "≤": "upper", "<": "upper", "<=": "upper", "=": "equal"}
_SIGNS = r"(?:[≥≤><=]=?|不少于|不低于|不小于|不超过|不高于|不大于|不多于|大于等于|小于等于|大于|小于|高于|低于|超过|至少|达到)"
_NUMBER = r"\d{1,9}(?:\.\d{1,4})?"
_UNIT = r"[^\d\s~—–\-至到/()（）:：,，;；、.。]{0,4}"
_SIGNED_RANGE = pattern(rf"{_SIGNS}{_NUMBER}{_UNIT}(?:[~—–\-]{{1,2}}|至|到){_NUMBER}{_UNIT}(?:/{_UNIT})?")
_DATED = frozenset({Kind.DATE_RANGE, Kind.DEADLINE, Kind.PERIOD})
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


@VALUE.fact(
    "column_bound",
    STRING,
    zh="符号栏是哪一种：lower（≥、>）、upper（≤、<）、equal（=），没有为空",
    en="what the column of the sign says: lower (≥, >), upper (≤, <), equal (=), empty if there is none",
)
def column_bound(row: RowView) -> str:
    return _BOUNDS.get(fold(row.text("op")), "")


@VALUE.fact(
    "cell_bound",
    STRING,
    zh="指标值一格里自己写的是哪一种界限：lower、upper，不只是一个数或没有为空",
    en="which bound the value cell has itself: lower or upper; empty if there is none, or more than one number",
)
def cell_bound(row: RowView) -> str:
    alone = row.read("value")
    plain = alone.kind is Kind.NUMERIC and len(alone.parts) == 1 and not alone.residue and not alone.parts[0].label
    found = {op.direction for op in alone.parts[0].ops if op is not Op.EQ} if plain else set()
    return {1: "lower", -1: "upper"}.get(found.pop(), "") if len(found) == 1 else ""


@VALUE.fact("sign_column", STRING, zh="符号栏，照录", en="the column of the sign as typed")
def sign_column(row: RowView) -> str:
    return row.text("op").strip()


@VALUE.fact(
    "cell_kind",
    STRING,
    zh="指标值一格单独看是什么（numeric、range、deadline 等）；两头相同的区间为 numeric",
    en="what the value cell is by itself (numeric, range, deadline …); a range of one number is numeric",
)
def cell_kind(row: RowView) -> str:
    alone = row.read("value")
    single = alone.kind is Kind.RANGE and all(part.low == part.high for part in alone.parts)
    return str(Kind.NUMERIC.value if single else alone.kind.value)


@VALUE.fact(
    "signed_range",
    BOOL,
    zh="是否比较符号后面跟着一个区间，如“≥10-20次”“=200~300人”；符号栏的“=”不算",
    en="whether a comparator is followed by a range: ≥10-20次, =200~300人; an = in its column aside",
)
def signed_range(row: RowView) -> bool:
    typed = fold(row.text("value"))
    ends = (typed, fold(row.text("op")) + typed) if column_bound(row) in {"lower", "upper"} else (typed,)
    return row.value.kind not in _DATED and any(_SIGNED_RANGE.fullmatch(text) for text in ends)
