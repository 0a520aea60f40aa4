"""The duty form of Shandong: four header rows, standards and history side by side, duties merged downwards."""

from collections.abc import Sequence

from perflint.model import Record, Table
from tests.office.leaf import C, Lines, PageBreak, Part, runs

_HEADER = [
    [C("职责序号", 1, 4), C("部门职责", 2, 4), C("职责目标", 1, 4), C("绩效指标", 1, 4), C("指标解释", 1, 4),
     C("年度指标值", 1, 4), C("指标参考值", 6), C("工作活动", 1, 4)],
    [C("标准值\n(规划目标、行业标准或其他明确标准)", 3), C("历史值\n(统计年鉴/统计公报/内部统计/其他需明确的来源)", 3)],
    [C("规划值", 1, 2), C("当年标准值", 2), C("前三年均值", 1, 2), C("上年值", 1, 2), C("来源", 1, 2)],
    [C("标准值"), C("来源")],
]  # fmt: skip
_CELLS = ("name", "description", "value", "standard.planned", "standard.current", "standard.source",
          "history.average_3y", "history.last_year", "history.source", "activity")  # fmt: skip


def whole(table: Table) -> list[Part]:
    """Return one table whose four header rows a word processor repeats on each page."""
    return [table.text("title"), Lines([*_HEADER, *_rows(table.rows)], header=len(_HEADER))]


def paged(table: Table, rows_a_page: int = 3) -> list[Part]:
    """Return a table for each page, the header and the duty that goes on typed anew on each."""
    parts: list[Part] = [table.text("title")]
    for start in range(0, len(table.rows), rows_a_page):
        parts += [Lines([*_HEADER, *_rows(table.rows[start : start + rows_a_page])]), PageBreak()]
    return parts[:-1]


def _rows(rows: Sequence[Record]) -> list[list[C]]:
    keys = [f"{row.text('duty.no')}/{row.text('duty.name')}" for row in rows]
    items = [f"{key}/{row.text('duty.item')}/{row.text('duty.goal')}" for key, row in zip(keys, rows, strict=True)]
    return [
        [
            *([C(row.text("duty.no"), 1, duty), C(row.text("duty.name"), 1, duty)] if duty else []),
            *([C(row.text("duty.item"), 1, item), C(row.text("duty.goal"), 1, item)] if item else []),
            *(C(row.text(cell)) for cell in _CELLS),
        ]
        for row, duty, item in zip(rows, runs(keys), runs(items), strict=True)
    ]
