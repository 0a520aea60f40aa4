"""Facts about targets whose comparator, number and unit stand in columns of their own, and units written twice."""

from perflint.facts.row import RowView
from perflint.facts.values.value import VALUE
from perflint.facts.vocabulary import BOOL, DOUBLE, STRING
from perflint.pattern import pattern
from perflint.quantity import Kind, Part
from perflint.quantity.units import Unit
from perflint.typography import fold

_SIGNS = frozenset({"≥", "≤", ">", "<", "=", ">=", "<=", "大于等于", "小于等于", "大于", "小于", "等于", "定量"})
_FIGURE = pattern(r"[0-9零〇一二两三四五六七八九十百千半]|全年|翻番")
_TAIL = 24  # characters of a cell that are looked at for a doubled unit
_STUTTER = pattern(r"[0-9]([^0-9\s]{1,4})\1$")
_MEASURED = frozenset({Kind.NUMERIC, Kind.RANGE, Kind.FREQUENCY, Kind.DURATION})
_WORDLESS = frozenset({Kind.QUALITATIVE, Kind.FREQUENCY, Kind.GRADE, Kind.RELATIVE, Kind.UNKNOWN})
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
    "column_dimension",
    STRING,
    zh="度量单位一栏的单位量的是什么，未知为空",
    en="what the unit of the column measures: money, person, ratio …, empty if unknown",
)
def column_dimension(row: RowView) -> str:
    known = _column_unit(row)
    return known.dimension if known else ""


@VALUE.fact(
    "column_factor",
    DOUBLE,
    zh="度量单位一栏的单位合多少基本单位（万元为 10000），未知为 0",
    en="how many basic units the unit of the column is (10000 for 万元), 0 if unknown",
)
def column_factor(row: RowView) -> float:
    known = _column_unit(row)
    return float(known.factor) if known else 0.0


@VALUE.fact(
    "cell_dimension",
    STRING,
    zh="写在指标值里的单位量的是什么，没有单位、按人按次计的为空",
    en="what the unit typed in the value cell measures, empty if there is none or it is for each of something",
)
def cell_dimension(row: RowView) -> str:
    known = _cell_unit_known(row)
    return known.dimension if known else ""


@VALUE.fact(
    "cell_factor",
    DOUBLE,
    zh="写在指标值里的单位合多少基本单位，没有为 0",
    en="how many basic units the unit typed in the value cell is, 0 if there is none",
)
def cell_factor(row: RowView) -> float:
    known = _cell_unit_known(row)
    return float(known.factor) if known else 0.0


def _column_unit(row: RowView) -> Unit | None:
    typed = fold(row.text("unit"))
    return row.scope.knowledge.reader.units.find(typed) if typed else None


def _cell_unit_known(row: RowView) -> Unit | None:
    part = _alone(row)
    typed = _typed_unit(part) if part and part.dimension and not part.per else ""
    return row.scope.knowledge.reader.units.find(typed) if typed else None


def _typed_unit(part: Part) -> str:
    """Return the unit as typed behind the number (万元, not 元), "" for a bare scale such as 万."""
    found = fold(part.printed).removeprefix(fold(part.number))
    return "" if found in {"万", "亿", "千", "百"} else found


def _same_twice(row: RowView) -> bool:
    """Return whether the value repeats the unit of the column."""
    part = _alone(row)
    typed = _typed_unit(part) if part and part.dimension and not part.per else ""
    one, other = _cell_unit_known(row), _column_unit(row)
    alike = one is not None and other is not None and (one.dimension, one.factor) == (other.dimension, other.factor)
    return bool(typed) and (typed == fold(row.text("unit")) or alike)


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
    return row.filled("unit") and _same_twice(row)


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
    find = row.scope.knowledge.reader.units.find
    return found is not None and find(found[1]) is not None and find(found[1] * _TWICE) is None  # 5mm


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
