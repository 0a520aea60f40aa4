"""Rows on the border of a rule, written by hand as `class | name | value | other cells`, each judged as a table of its own."""

from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from perflint.judge.inspection import Inspection
from perflint.workspace.checking import Checker, Options
from perflint.workspace.configuration.config import Config
from tests.judged.reading import LOUD, RANK, english, load

NEAR = Path(__file__).parent / "near"
_CLASSES = {
    "数量": ("产出指标", "数量指标"), "质量": ("产出指标", "质量指标"), "时效": ("产出指标", "时效指标"), "成本": ("产出指标", "成本指标"),
    "经济成本": ("成本指标", "经济成本指标"), "社会成本": ("成本指标", "社会成本指标"), "生态成本": ("成本指标", "生态环境成本指标"),
    "经济": ("效益指标", "经济效益指标"), "社会": ("效益指标", "社会效益指标"), "生态": ("效益指标", "生态效益指标"),
    "可持续": ("效益指标", "可持续影响指标"), "满意": ("满意度指标", "服务对象满意度指标"),
}  # fmt: skip
_YEAR = 2025
_SMALL = 4  # rows: a table with more is whole
WHOLE = "TABLE"  # stands for a code where a whole table is written
_OF_WHOLE_TABLES = frozenset(
    {"STR024", "BUD005"}
)  # points that add up, quantities of a unit cost: no matter of one row


class Near(NamedTuple):
    """A row or small table beside a rule; `right`: it is to be left alone; `source` is what was written."""

    code: str
    right: bool
    source: Any


@cache
def checker() -> Checker:
    return Checker(Config(), Options())


def nears(name: str) -> list[Near]:
    """Return what a file of `near/` holds."""
    kinds = ("right", "wrong")
    return [
        Near(code, kind == "right", one)
        for code, both in load(f"near/{name}").items()
        for kind in kinds
        for one in both.get(kind, ())
    ]


def text_of(source: Any) -> str:  # noqa: ANN401  # data as read
    """Return the table that a row, or a mapping with budget, goals and rows, stands for."""
    table = (
        source
        if isinstance(source, dict)
        else {"goals": source[7:]}
        if source.startswith("goal | ")
        else {"rows": [source]}
    )
    head = [f"kind: {table.get('kind', 'project')}", f"year: {table.get('year', _YEAR)}"]
    head += ["agency: {name: 某单位}", "project: {name: 某项目}"] if len(table.get("rows", ())) > _SMALL else []
    head += ["stage: 自评"] if "actual=" in str(source) else []
    head += [f"goals: {table['goals']}"] if "goals" in table else []
    head += [f"budget: {{total: {table['budget']}}}"] if "budget" in table else []
    head += [f"execution: {table['execution']}"] if "execution" in table else []
    return "\n".join([*head, "indicators:", *(f"  - {row(one)}" for one in table.get("rows", ())), ""])


def row(written: str) -> str:
    """Return the flow mapping of a row that is written as `class | name | value | cell=text; cell=text`."""
    level, name, value, *more = (part.strip() for part in written.split(" | "))
    cells = {"level1": _CLASSES[level][0], "level2": _CLASSES[level][1], "name": name, "value": value}
    cells |= dict(pair.strip().split("=", 1) for pair in "".join(more).split(";") if pair)
    return "{" + ", ".join(f"{key}: {_quoted(key, text)}" for key, text in cells.items()) + "}"


def _quoted(key: str, text: str) -> str:
    if key == "history":
        past = dict(zip(("average_3y", "year_before_last", "last_year"), text.split(","), strict=True))
        return "{" + ", ".join(f"{year}: {_quoted('', one)}" for year, one in past.items()) + "}"
    return "'" + text.replace("'", "''") + "'"


def loud(near: Near) -> set[str]:
    """Return the codes at warning or above on the rows or the goal of a near miss, its own code also elsewhere; of a whole table all, with places."""
    answer = checker().check(text_of(near.source).encode(), "near.yaml")
    assert isinstance(answer, Inspection), near.source
    found = [one for one in answer.findings if RANK[one.severity.value] >= LOUD]
    if near.code == WHOLE:
        return {f"{one.code} {one.place.pointer}" for one in found}
    own = {one.code for one in found if _is_its_own(english(one.place.pointer))} - _OF_WHOLE_TABLES
    return own | {one.code for one in found if one.code == near.code}


def _is_its_own(path: tuple[str, ...]) -> bool:
    return path[:1] == ("goals",) or (path[:1] == ("indicators",) and len(path) > 1)
