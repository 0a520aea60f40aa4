"""Short rows and tables, each beside what a rule looks for: a line of text a table, a section a rule.

A line that starts with `+` is right, one with `-` is a fault. ` && ` stands between the rows of one table, ` | ` between the
cells of a row: class, name, value, then `key=value` (`direction=正向`, `history.last_year=95%`); `@key=value` belongs to the
table (`@year=2023`, `@spending_plan={3月底: 25%, 12月底: 100%}`), `@only` leaves out the rows that every table has. A class is
one of `CLASSES`, or both labels as printed with `/` between them.
"""

from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any, NamedTuple

from ruamel.yaml import YAML

CLASSES = {
    "数量": "产出指标/数量指标", "质量": "产出指标/质量指标", "时效": "产出指标/时效指标", "成本15": "产出指标/成本指标",
    "成本": "成本指标/经济成本指标", "经济": "效益指标/经济效益指标", "社会": "效益指标/社会效益指标", "生态": "效益指标/生态效益指标",
    "可持续": "效益指标/可持续影响指标", "满意": "满意度指标/服务对象满意度指标",
}  # fmt: skip
BASE: dict[str, Any] = {
    "kind": "project", "year": "2024", "agency": "某县某局", "project": {"name": "专项工作经费"},
    "budget": {"total": "5000万元"}, "goals": "完成本年度各项任务。",
}  # fmt: skip
ROWS = ("数量 | 现场勘查点位 | 36处", "质量 | 勘查报告验收合格率 | ≥98%", "时效 | 报告提交时间 | 11月底前",
        "社会 | 群众知晓率 | ≥85%", "满意 | 受访群众满意度 | ≥90%")  # fmt: skip
FLOW = YAML(typ="base", pure=True)


class Line(NamedTuple):
    """One line: the rule it stands under, whether it is right, the text."""

    code: str
    is_right: bool
    text: str


def lines(folder: Path) -> Iterator[Line]:
    """Return the lines of the text files of a folder."""
    for path in sorted(folder.glob("*.txt")):
        code = ""
        for text in path.read_text(encoding="utf-8").splitlines():
            if text.startswith("== "):
                code = text.split()[1]
            elif text[:2] in ("+ ", "- "):
                yield Line(code, text[0] == "+", text[2:].strip())


def table_of(text: str) -> dict[str, Any]:
    """Return the table that a line describes, as its YAML file would give it."""
    table, rows = deepcopy(BASE), []
    for part in text.split(" && "):
        cells = [cell.strip() for cell in part.split("|")]
        for cell in (cell for cell in cells if cell.startswith("@") and cell != "@only"):
            _set(table, cell[1:])
        own = [cell for cell in cells if not cell.startswith("@")]
        if own:
            rows.append(_row(own))
    base = [] if "@only" in text else [_row(row.split("|")) for row in ROWS]
    table.setdefault("indicators", base + rows)
    return table


def _row(cells: list[str]) -> dict[str, Any]:
    cells, row = [cell.strip() for cell in cells], dict[str, Any]()
    level1, _, level2 = CLASSES.get(cells[0], cells[0]).partition("/")
    row |= {key: text for key, text in (("level1", level1), ("level2", level2)) if text}
    row |= {key: text for key, text in zip(("name", "value"), cells[1:3], strict=False) if text}
    for cell in cells[3:]:
        _set(row, cell)
    return row


def _set(holder: dict[str, Any], cell: str) -> None:
    path, _, text = cell.partition("=")
    *above, last = path.split(".")
    for key in above:
        holder = holder.setdefault(key, {})
    if text == "~":
        holder.pop(last, None)
    else:
        holder[last] = (
            FLOW.load(text) if (text[:1], text[-1:]) in (("{", "}"), ("[", "]")) and "x]" not in text else text
        )
