"""Facts about a comparator that stands in a column of its own (符号栏), the number alone in the value cell."""

from perflint.facts.row import RowView
from perflint.facts.values.value import VALUE
from perflint.facts.vocabulary import BOOL, STRING
from perflint.quantity import Kind, Op
from perflint.typography import fold

_DIRECTIONS = {"≥": 1, ">": 1, ">=": 1, "≤": -1, "<": -1, "<=": -1, "=": 0}
_COUNTED = frozenset({
    "ratio", "person", "person_time", "household", "organisation", "case", "event", "times", "batch", "device", "vehicle", "item", "piece",
    "document", "plant_animal", "place",
})  # fmt: skip
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


def _directions(row: RowView) -> tuple[int, int] | None:
    """Return which way the sign of the column and that of the number beside it point, None unless both are there."""
    alone, column = row.read("value"), _DIRECTIONS.get(fold(row.text("op")))
    plain = alone.kind is Kind.NUMERIC and len(alone.parts) == 1 and not alone.residue and not alone.parts[0].label
    found = {op.direction for op in alone.parts[0].ops if op is not Op.EQ} if plain else set()
    return (column, found.pop()) if column is not None and len(found) == 1 else None


@VALUE.fact(
    "sign_twice",
    BOOL,
    zh="符号栏和指标值里是否各有一个同向的比较符号（≥ 和 ≥95%）",
    en="whether the column and the value both have a sign, pointing the same way (≥ beside ≥95%)",
)
def sign_twice(row: RowView) -> bool:
    found = _directions(row)
    return found is not None and found[0] == found[1]


@VALUE.fact(
    "sign_against",
    BOOL,
    zh="符号栏是否与指标值里的比较符号不同向（= 或 ≤ 和 ≥95%）",
    en="whether the sign of the column does not point where that in the value does (= or ≤ beside ≥95%)",
)
def sign_against(row: RowView) -> bool:
    found = _directions(row)
    return found is not None and found[0] != found[1]


@VALUE.fact("sign_column", STRING, zh="符号栏，照录", en="the column of the sign as typed")
def sign_column(row: RowView) -> str:
    return row.text("op").strip()


@VALUE.fact(
    "range_equals",
    BOOL,
    zh="符号栏是“=”，指标值却是人、次、个、百分数的区间",
    en="whether the column says = and the value is a range of people, things or per cents",
)
def range_equals(row: RowView) -> bool:
    alone = row.read("value")
    if fold(row.text("op")) != "=" or alone.kind is not Kind.RANGE or len(alone.parts) != 1 or alone.residue:
        return False
    part, units = alone.parts[0], row.scope.knowledge.reader.units
    known = units.find(fold(row.text("unit")))
    counted = (part.dimension or (known.dimension if known else "")) in _COUNTED
    return counted and part.low != part.high
