"""Mutations of the form: missing cells, rows twice, wrong classes."""

import re
from collections.abc import Iterator

from perflint.model import Table
from tests.clean.change import Change, drop_rows, filled, put, repeat_row
from tests.clean.kind import Kind

_COUNT = re.compile(r"≥?\d[\d.]*万?[一-龥]{1,3}")
_ELSEWHERE = {"数量指标": "时效指标", "成本指标": "数量指标", "服务对象满意度指标": "社会效益指标"}
_MANDATORY = ("goals.annual", "project.name", "budget.total", "project.code", "project.purpose")


def repeat(table: Table) -> Iterator[Change]:
    """Yield an indicator row that stands twice."""
    for row in table.rows[:-1]:
        yield repeat_row(table, row)


def empty_head(table: Table) -> Iterator[Change]:
    """Yield an empty mandatory cell of the head."""
    for field in _MANDATORY:
        cell = table.cells.get(field)
        if cell is not None and cell.filled and not cell.pieces and _is_missed(table, field):
            yield put(cell, "", field)


def _is_missed(table: Table, field: str) -> bool:
    """Return whether the form has the cell, and nothing else says the same."""
    if field == "budget.total":
        return "预算" not in table.text("project.purpose")
    return field not in {"project.code", "project.purpose"} or table.text("profile") == "hebei"


def empty_cell(table: Table) -> Iterator[Change]:
    """Yield an indicator row without its name, its value, its class or its basis."""
    for field in ("name", "value", "level2", "basis", "description"):
        own_frame = field == "level2" and table.text("profile") == "department-eval"
        for row, cell in [] if own_frame else list(filled(table, field))[1:3]:
            yield put(cell, "", f"{row.text('name')}.{field}")


def no_class(table: Table) -> Iterator[Change]:
    """Yield a table without any row of a class."""
    for level2 in ("数量指标", "质量指标", "成本指标", "社会效益指标", "服务对象满意度指标"):
        rows = [row for row in table.rows if row.text("level2") == level2 and row.text("horizon") != "中长期"]
        others = {row.text("level1") for row in table.rows if row not in rows}
        if rows and (level2 != "社会效益指标" or "效益指标" not in others):
            yield drop_rows(table, rows, f"− {level2}")


def misclass(table: Table) -> Iterator[Change]:
    """Yield a row in a class to which it cannot belong."""
    for row, cell in filled(table, "level2"):
        known = cell.text in _ELSEWHERE and (cell.text != "数量指标" or _COUNT.fullmatch(row.text("value")))
        if known:
            yield put(cell, _ELSEWHERE[cell.text], row.text("name"))


def rate_as_count(table: Table) -> Iterator[Change]:
    """Yield a quality rate under 数量."""
    for row, cell in filled(table, "level2"):
        if cell.text == "质量指标" and row.text("name").endswith("率"):
            yield put(cell, "数量指标", row.text("name"))


def unknown_class(table: Table) -> Iterator[Change]:
    """Yield a second level that no form has."""
    for row, cell in list(filled(table, "level2"))[:3]:
        yield put(cell, cell.text.replace("指标", "目的"), row.text("name"))


def cross_levels(table: Table) -> Iterator[Change]:
    """Yield an output class under 效益."""
    for row, cell in filled(table, "level1"):
        if row.text("level2") in {"数量指标", "质量指标"}:
            yield put(cell, "效益指标", row.text("name"))


def unknown_key(table: Table) -> Iterator[Change]:
    """Yield a key that the format does not know."""
    for row, cell in list(filled(table, "value"))[:2]:
        if cell.key is not None:
            wrong = {"value": "valeu", "指标值": "指标直"}.get(cell.key.text, "")
            if wrong:
                yield Change(f"{row.text('name')}: {cell.key.text} → {wrong}", ((cell.key.start, cell.key.end, wrong),))


STRUCTURE = (
    Kind("指标行重复", "indicator row twice", repeat, 0.9),
    Kind("表头必填栏空白", "mandatory cell of the head empty", empty_head, 0.9),
    Kind("指标行必填栏空白", "mandatory cell of a row empty", empty_cell, 0.65),
    Kind("缺一类指标", "a class without any row", no_class, 0.9),
    Kind("指标放错二级类别", "row in a wrong class", misclass, 0.7),
    Kind("比率放在数量指标下", "rate under 数量", rate_as_count, 0.9),
    Kind("二级指标名称不存在", "unknown class", unknown_class, 0.9),
    Kind("一级与二级不对应", "levels that do not belong together", cross_levels, 0.9),
    Kind("键名写错", "unknown key", unknown_key, 0.9),
)
