"""The form of Hebei: by month with cells for the budget (卢龙), by quarter with the budget in the text (唐山)."""

from collections.abc import Sequence

from perflint.model import Record, Table
from tests.office.leaf import C, Lines, Part, runs

_HEADER = ("一级指标", "二级指标", "三级指标", "绩效指标描述", "指标值", "指标值确定依据")
_COLUMNS = ("name", "description", "value", "basis")


def monthly(table: Table, *, repeat_after: int = 0) -> list[Part]:
    """Return a project's table of 卢龙 2023: a head, a blank line, the indicators.

    After `repeat_after` rows the header is typed again, as officers do where a page ends.
    """
    head = [
        [C(table.text("agency"), 4), C(f"单位：{table.text('currency_unit')}", 3)],
        [C("项目编码"), C(table.text("project.code"), 2), C("项目名称"), C(table.text("project.name"), 3)],
        [C("预算规模及资金用途", 1, 2), C("预算数"), C(table.text("budget.total")), C("其中：财政    资金"),
         C(table.text("budget.fiscal")), C("其他资金"), C(table.text("budget.other"))],
        [C(table.text("project.purpose"), 6)],
        *_plan(table, (2, 1, 1, 2)),
        [C("绩效目标"), C(table.text("goals.annual"), 6)],
    ]  # fmt: skip
    header = [C(name) for name in _HEADER]
    rows = table.rows
    halves = [rows[:repeat_after], rows[repeat_after:]] if repeat_after else [rows]
    body = [line for half in halves for line in (header, *_indicators(half))]
    return [table.text("title"), Lines(head), " ", Lines(body, header=1)]


def quarterly(table: Table) -> list[Part]:
    """Return a project's table of 唐山 2021: one table, no cells for the budget."""
    return [
        Lines([
            [C("项目编码"), C(table.text("project.code"), 2), C("项目名称"), C(table.text("project.name"), 2)],
            [C("项目资金主要用途"), C(table.text("project.purpose"), 5)],
            *_plan(table, (1, 1, 1, 2)),
            [C("绩效目标"), C(table.text("goals.annual"), 5)],
            [C(name) for name in _HEADER],
            *_indicators(table.rows),
        ]),
        " ",
    ]  # fmt: skip


def _plan(table: Table, widths: Sequence[int]) -> list[list[C]]:
    return [
        [C(table.text("spending_plan_title"), 1, 2), *(C(p.name, w) for p, w in zip(table.plan, widths, strict=True))],
        [C(period.cell.text, columns) for period, columns in zip(table.plan, widths, strict=True)],
    ]


def _indicators(rows: Sequence[Record]) -> list[list[C]]:
    first = runs([row.text("level1") for row in rows])
    second = runs([f"{row.text('level1')}/{row.text('level2')}" for row in rows])
    return [
        [
            *([C(row.text("level1"), 1, upper)] if upper else []),
            *([C(row.text("level2"), 1, lower)] if lower else []),
            *(C(row.text(column)) for column in _COLUMNS),
        ]
        for row, upper, lower in zip(rows, first, second, strict=True)
    ]
