"""Facts about targets whose comparator, number and unit stand in columns of their own, and units written twice."""

import re

from perflint.facts.row import RowView
from perflint.facts.values.value import VALUE
from perflint.facts.vocabulary import BOOL, STRING
from perflint.pattern import pattern
from perflint.quantity import Kind, Part, UnitTable
from perflint.typography import fold

_SIGNS = frozenset({"≥", "≤", ">", "<", "=", ">=", "<=", "大于等于", "小于等于", "大于", "小于", "等于", "定量"})
_FIGURE = pattern(r"[0-9零〇一二两三四五六七八九十百千半]|全年|翻番")
_TAIL = 24  # characters of a cell that are looked at for a doubled unit
_STUTTER = pattern(r"[0-9]([^0-9\s]{1,4})\1$")
_MEASURED = frozenset({Kind.NUMERIC, Kind.RANGE, Kind.FREQUENCY, Kind.DURATION})
_WORDLESS = frozenset({Kind.QUALITATIVE, Kind.FREQUENCY, Kind.GRADE, Kind.RELATIVE, Kind.UNKNOWN})
_HARD_UNITS = frozenset(
    {"ratio", "money", "person", "person_time", "batch", "times", "household", "organisation", "device", "area", "length",
     "mass", "case", "event"}
)  # fmt: skip
_TWICE = 2
_WIDEST = 8  # characters: no unit is longer


def declared(row: RowView) -> str:
    """Return whether the row says to be 定量 or 定性, "" if it says neither."""
    for field in ("value_type", "op"):
        typed = fold(row.text(field))
        if typed.startswith("定性"):
            return "定性"
        if typed.startswith("定量") or typed in _SIGNS:
            return "定量"
    return ""


def _alone(row: RowView) -> Part | None:
    """Return the one quantity of the value cell, read without the columns beside it."""
    value = row.read("value")
    return value.parts[0] if value.kind in _MEASURED and len(value.parts) == 1 and value.parts[0].number else None


@VALUE.fact(
    "declared_type", STRING, zh="填写的类型：定量、定性，未填为空", en="定量 or 定性 as declared, empty if neither"
)
def declared_type(row: RowView) -> str:
    return declared(row)


@VALUE.fact(
    "wordless_number",
    BOOL,
    zh="填为定量而指标值里没有数",
    en="whether the row is declared 定量 and the value holds no number",
)
def wordless_number(row: RowView) -> bool:
    if declared(row) != "定量" or not row.filled("value"):
        return False
    value = row.read("value")
    return value.kind in _WORDLESS and not _FIGURE.search(fold(value.text))


@VALUE.fact(
    "counted_quality",
    BOOL,
    zh="填为定性而指标值有数，或填了计量单位",
    en="whether the row is declared 定性 and holds a number or a unit of measurement",
)
def counted_quality(row: RowView) -> bool:
    if declared(row) != "定性":
        return False
    if _alone(row) is not None and re.search("[0-9]", fold(row.text("value"))):
        return True
    typed = fold(row.text("unit"))
    return bool(typed) and _dimension(typed, row.scope.knowledge.reader.units) in _HARD_UNITS


def _dimension(unit: str, units: UnitTable) -> str:
    known = units.find(unit)
    return known.dimension if known else ""


def _typed_unit(part: Part) -> str:
    """Return the unit as typed behind the number (万元, not 元), "" for a bare scale such as 万."""
    found = fold(part.printed).removeprefix(fold(part.number))
    return "" if found in {"万", "亿", "千", "百"} else found


def _clash(row: RowView) -> str:
    """Return `same` where the value repeats the unit of the column, `other` where it has another one, else ""."""
    column = fold(row.text("unit"))
    part = _alone(row) if column else None
    typed = _typed_unit(part) if part else ""
    if part is None or not typed or part.per or not part.dimension:
        return ""
    if typed == column:
        return "same"
    units = row.scope.knowledge.reader.units
    one, other = units.find(typed), units.find(column)
    if one is None or other is None:
        return ""
    return "same" if one.dimension == other.dimension and one.factor == other.factor else "other"


@VALUE.fact(
    "unit_conflict",
    BOOL,
    zh="指标值的单位是否与度量单位一栏不同",
    en="whether the value holds another unit than the column",
)
def unit_conflict(row: RowView) -> bool:
    return row.filled("unit") and _clash(row) == "other"


@VALUE.fact("unit_column", STRING, zh="度量单位一栏，照录", en="unit column as typed")
def unit_column(row: RowView) -> str:
    return row.text("unit").strip()


@VALUE.fact("unit_in_cell", STRING, zh="写在指标值里的单位", en="unit typed in the value cell")
def unit_in_cell(row: RowView) -> str:
    return _cell_unit(row)


def _cell_unit(row: RowView) -> str:
    part = _alone(row)
    return _typed_unit(part) if part else ""


@VALUE.fact(
    "unit_twice",
    BOOL,
    zh="单位是否写了两遍（一格之内，或指标值与单位栏）",
    en="whether the unit stands twice: in one cell, or in the value and in the column",
)
def unit_twice(row: RowView) -> bool:
    if any("unit-twice" in part.flags for part in row.value.parts) or _stutters(row):
        return True
    return row.filled("unit") and _clash(row) == "same"


@VALUE.fact(
    "unit_in_column",
    BOOL,
    zh="单位是否只是在指标值和单位栏各写了一遍",
    en="whether the unit stands twice only because the value and the column each have it",
)
def unit_in_column(row: RowView) -> bool:
    return not any("unit-twice" in part.flags for part in row.value.parts) and not _stutters(row) and row.filled("unit")


def _stutters(row: RowView) -> bool:
    """Return whether a value ends in one known unit twice (5万元万元)."""
    found = _STUTTER.search(fold(row.value.text[-_TAIL:]))
    return found is not None and row.scope.knowledge.reader.units.find(found[1]) is not None


@VALUE.fact(
    "unit_once", STRING, zh="单位只写一遍的指标值，无法确定时为空", en="the value with its unit once, empty if unclear"
)
def unit_once(row: RowView) -> str:
    text = row.text("value").strip()
    if row.filled("unit"):
        tail = _cell_unit(row)
        return text.removesuffix(tail) if tail and text.endswith(tail) else ""
    doubled = next(
        (text[-size:] for size in range(min(len(text) // _TWICE, _WIDEST), 0, -1) if _ends_twice(text, size)), ""
    )
    return text.removesuffix(doubled) if doubled and not doubled[0].isdigit() else ""


def _ends_twice(text: str, size: int) -> bool:
    return text[-size:] == text[-_TWICE * size : -size]
