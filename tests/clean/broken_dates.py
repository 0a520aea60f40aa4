"""Mutations of deadlines."""

import re
from collections.abc import Iterator

from perflint.model import Cell, Table
from tests.clean.change import Change, filled, put
from tests.clean.kind import Kind

_DEADLINE = re.compile(r"(20\d\d)年(\d+)月(?:(\d+)日|底)前")


def _deadlines(table: Table) -> Iterator[tuple[str, Cell, re.Match[str]]]:
    for row, cell in filled(table, "value"):
        found = _DEADLINE.fullmatch(cell.text)
        if found and row.text("horizon") != "中长期":
            yield row.text("name"), cell, found


def other_year(table: Table) -> Iterator[Change]:
    """Yield deadlines in the year before."""
    for name, cell, found in _deadlines(table):
        yield put(cell, f"{int(found[1]) - 1}{cell.text[4:]}", name)


def later_year(table: Table) -> Iterator[Change]:
    """Yield deadlines after the budget year, where the project does not last longer."""
    ends = table.text("project.period.end") + table.text("goals.midterm.to")
    for name, cell, found in _deadlines(table):
        if str(int(found[1]) + 1) not in ends:
            yield put(cell, f"{int(found[1]) + 1}{cell.text[4:]}", name)


def no_such_day(table: Table) -> Iterator[Change]:
    """Yield days that no calendar has."""
    for number, (name, cell, found) in enumerate(_deadlines(table)):
        yield put(cell, f"{found[1]}年{('2月30日', '11月31日', '13月5日')[(number + len(name)) % 3]}前", name)


def vague_time(table: Table) -> Iterator[Change]:
    """Yield words for a date."""
    for number, (name, cell, _) in enumerate(_deadlines(table)):
        yield put(cell, ("及时", "尽快完成", "按时完成", "长期")[(number + len(name)) % 4], name)


def no_year(table: Table) -> Iterator[Change]:
    """Yield deadlines whose year was left as a placeholder."""
    for name, cell, _ in _deadlines(table):
        yield put(cell, f"20××{cell.text[4:]}", name)


DATES = (
    Kind("期限早一年", "deadline a year too early", other_year, 0.9),
    Kind("期限晚一年", "deadline a year too late", later_year, 0.9),
    Kind("不存在的日期", "a date that does not exist", no_such_day, 0.9),
    Kind("期限写成含糊的词", "vague time for a date", vague_time, 0.9),
    Kind("期限的年份是占位符", "placeholder for the year", no_year, 0.9),
)
