"""Mutations of target values: comparators, units, percentages, placeholders, vague words."""

import re
from collections.abc import Iterator

from perflint.model import Table
from tests.clean.change import Change, filled, put
from tests.clean.kind import Kind

_TURNED = {"≥": "≤", "≤": "≥"}
_NUMBERED = re.compile(r"([≥≤]?)(\d[\d.]*万?)([一-龥][一-龥/·]*)")
_BOUNDED = re.compile(r"(合格|覆盖|准确|达标|巩固|有效|参选|处置|整改|公示|验收通过)率$")


def _is_rate(value: str, unit: str) -> bool:
    return value.endswith(("%", "‰")) or unit in {"%", "‰"}


def turn_round(table: Table) -> Iterator[Change]:
    """Yield ≥ for ≤ and the other way round on rates."""
    for row, cell in filled(table, "value"):
        name, op = row.text("name"), row.cells.get("op")
        if not _is_rate(cell.text, row.text("unit")):
            continue
        if op is not None and op.text in _TURNED:
            yield put(op, _TURNED[op.text], name)
        elif cell.text[:1] in _TURNED:
            yield put(cell, _TURNED[cell.text[0]] + cell.text[1:], name)


def drop_unit(table: Table) -> Iterator[Change]:
    """Yield values without their unit."""
    for row, cell in filled(table, "value"):
        name, unit = row.text("name"), row.cells.get("unit")
        found = _NUMBERED.fullmatch(cell.text)
        if unit is not None and unit.filled:
            yield put(unit, "", name)
        elif found:
            yield put(cell, found[1] + found[2], name)


def strange_unit(table: Table) -> Iterator[Change]:
    """Yield lengths, areas and persons in a unit of another dimension."""
    for row, cell in filled(table, "value"):
        for unit, wrong in (("公里", "公斤"), ("平方米", "小时"), ("万人", "万吨"), ("家", "天")):
            if re.fullmatch(rf"[≥≤]?[\d.]+万?{unit}", cell.text):
                yield put(cell, cell.text.removesuffix(unit) + wrong, row.text("name"))


def cap_guarantee(table: Table) -> Iterator[Change]:
    """Yield ≤100% for the 100% of a guarantee rate."""
    for row, cell in filled(table, "value"):
        op, name = row.cells.get("op"), row.text("name")
        if cell.text == "100%":
            yield put(cell, "≤100%", name)
        elif cell.text == "100" and row.text("unit") == "%" and op is not None:
            yield put(op, "≤", name)


def exceed(table: Table) -> Iterator[Change]:
    """Yield more than 100 % of a part of a whole."""
    for row, cell in filled(table, "value"):
        if _BOUNDED.search(row.text("name")) and _is_rate(cell.text, row.text("unit")):
            yield put(cell, re.sub(r"\d[\d.]*", "108", cell.text, count=1), row.text("name"))


def contradict(table: Table) -> Iterator[Change]:
    """Yield two comparators that contradict each other."""
    for row, cell in filled(table, "value"):
        if cell.text[:1] in _TURNED:
            yield put(cell, cell.text + ("以下" if cell.text[0] == "≥" else "以上"), row.text("name"))


def say_twice(table: Table) -> Iterator[Change]:
    """Yield two comparators that say the same."""
    for row, cell in filled(table, "value"):
        if cell.text[:1] in _TURNED:
            yield put(cell, cell.text + ("以上" if cell.text[0] == "≥" else "以下"), row.text("name"))


def _replaced(table: Table, *texts: str) -> Iterator[Change]:
    for number, (row, cell) in enumerate(filled(table, "value")):
        if cell.text[:1] in _TURNED:
            yield put(cell, texts[number % len(texts)], row.text("name"))


def placeholder(table: Table) -> Iterator[Change]:
    """Yield values that were never filled in."""
    yield from _replaced(table, "XX", "待定", "≥**%", "/")


def vague_degree(table: Table) -> Iterator[Change]:
    """Yield values that cannot be measured."""
    yield from _replaced(table, "较高", "显著提升", "有所改善", "明显提高")


def reverse_range(table: Table) -> Iterator[Change]:
    """Yield a range whose first end is the higher one."""
    for row, cell in filled(table, "value"):
        if re.fullmatch(r"≥\d\d%", cell.text):
            low = int(cell.text[1:3])
            yield put(cell, f"{low}%—{low - 10}%", row.text("name"))


def ascii_signs(table: Table) -> Iterator[Change]:
    """Yield >= and <= for the signs of the form."""
    for row, cell in filled(table, "value"):
        if cell.text[:1] in _TURNED:
            yield put(cell, {"≥": ">=", "≤": "<="}[cell.text[0]] + cell.text[1:], row.text("name"))


VALUES = (
    Kind("比率的≥与≤写反", "≥ and ≤ exchanged on a rate", turn_round, 0.65),
    Kind("指标值去掉单位", "unit taken from a value", drop_unit, 0.55),
    Kind("换成别的量纲的单位", "unit of another dimension", strange_unit, 0.7),
    Kind("保障类比率写成≤100%", "≤100% on a guarantee rate", cap_guarantee, 0.65),
    Kind("比率超过100%", "a share above 100 %", exceed, 0.9),
    Kind("符号与后缀矛盾", "contradictory comparators", contradict, 0.9),
    Kind("符号与后缀重复", "the same comparator twice", say_twice, 0.9),
    Kind("占位符代替指标值", "placeholder for a value", placeholder, 0.9),
    Kind("程度词代替指标值", "vague degree for a value", vague_degree, 0.5),
    Kind("区间上下限颠倒", "range with its ends exchanged", reverse_range, 0.9),
    Kind("用>=、<=代替≥、≤", "ASCII comparators", ascii_signs, 0.9),
)
