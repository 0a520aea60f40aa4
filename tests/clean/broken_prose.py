"""Mutations of goals, titles and the head."""

import re
from collections.abc import Iterator

from perflint.model import Cell, Table
from tests.clean.change import Change, filled, put
from tests.clean.kind import Kind

_COUNTED = re.compile(r"\d[\d.]*(?=万?[一-龥])")


def _goals(table: Table) -> Iterator[Cell]:
    goal = table.cells.get("goals.annual")
    if goal is not None and goal.node.style not in {"|", ">"}:
        yield from (piece for piece in goal.texts if piece.filled)


def other_number(table: Table) -> Iterator[Change]:
    """Yield a goal with another number than the indicator that it is about."""
    values = {row.text("value").lstrip("≥≤") + row.text("unit") for row in table.rows}
    for goal in _goals(table):
        for found in _COUNTED.finditer(goal.text):
            unit = goal.text[found.end() : found.end() + 1]
            if len(found[0]) > 1 and any(value.startswith(found[0] + unit) for value in values):
                new = f"{found[0]}7" if "." in found[0] else str(int(found[0]) + 7)
                yield put(goal, goal.text[: found.start()] + new + goal.text[found.end() :], "goals")


def slogan(table: Table) -> Iterator[Change]:
    """Yield a goal that says nothing of its own."""
    for number, goal in enumerate(_goals(table)):
        yield put(goal, ("做好各项工作，保障正常运转。", "进一步提高服务水平，取得显著成效。")[number % 2], "goals")


def double_word(table: Table) -> Iterator[Change]:
    """Yield a goal with a word of two or four characters typed twice."""
    for goal in _goals(table):
        middle = len(goal.text) // 2
        found = re.search("[一-龥]{2}" if len(goal.text) % 2 else "[一-龥]{4}", goal.text[middle:])
        if found:
            end = middle + found.end()
            yield put(goal, goal.text[:end] + found[0] + goal.text[end:], "goals")


def open_bracket(table: Table) -> Iterator[Change]:
    """Yield a goal with a bracket that is not closed."""
    for goal in _goals(table):
        comma = goal.text.find("，")
        if comma > 0:
            yield put(goal, f"{goal.text[:comma]}（含续建{goal.text[comma:]}", "goals")


def other_title_year(table: Table) -> Iterator[Change]:
    """Yield a title of another year."""
    cell = table.cells.get("title")
    year = table.text("year")
    if cell is not None and year in cell.text:
        yield put(cell, cell.text.replace(year, str(int(year) - 1)), "title")


def short_code(table: Table) -> Iterator[Change]:
    """Yield a project code that lost a character."""
    cell = table.cells.get("project.code")
    if cell is not None and cell.filled:
        yield put(cell, cell.text[:-1], "project.code")


def name_as_value(table: Table) -> Iterator[Change]:
    """Yield a description that only says the name again."""
    for row, cell in filled(table, "description"):
        yield put(cell, row.text("name"), row.text("name"))


def phone(table: Table) -> Iterator[Change]:
    """Yield a goal with somebody's mobile number in a table that is made public."""
    for goal in _goals(table) if table.text("stage") == "公开" else ():
        yield put(goal, f"{goal.text.rstrip('。')}（联系人李某，13800138000）。", "goals")


def plan_below(table: Table) -> Iterator[Change]:
    """Yield a mid-term target far below the annual one."""
    annual = {row.text("name") for row in table.rows if row.text("horizon") != "中长期"}
    for row, cell in filled(table, "value"):
        if row.text("horizon") == "中长期" and row.text("name") in annual and re.match(r"≥?[1-9]", cell.text):
            yield put(cell, re.sub(r"\d[\d.]*", "1", cell.text, count=1), row.text("name"))


PROSE = (
    Kind("目标中的数与指标不符", "number of the goal in no indicator", other_number, 0.2),
    Kind("目标写成套话", "slogan for a goal", slogan, 0.9),
    Kind("目标中词语重复", "word typed twice", double_word, 0.3),
    Kind("目标中括号不成对", "bracket not closed", open_bracket, 0.9),
    Kind("表名年份不符", "title of another year", other_title_year, 0.9),
    Kind("项目编码少一位", "project code cut", short_code, 0.9),
    Kind("指标描述照抄名称", "description repeats the name", name_as_value, 0.9),
    Kind("目标中有手机号码", "mobile number in the goal", phone, 0.9),
    Kind("中长期目标低于年度目标", "mid-term target below the annual one", plan_below, 0.35),
)
