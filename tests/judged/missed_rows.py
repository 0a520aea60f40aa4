"""Rows with faults of kinds that were missed once, and near misses, each judged as a table of its own.

A source is `class | name | value | cell=text;cell=text`, `goal | text`, or a mapping with `rows` and other cells of the table.
"""

from functools import cache
from io import StringIO
from pathlib import Path
from typing import Any, NamedTuple

from ruamel.yaml import YAML

from perflint.judge.inspection import Inspection
from perflint.workspace.checking import Checker, Options
from perflint.workspace.configuration.config import Config
from tests.judged.reading import LOUD, RANK, english, load

MISSED = Path(__file__).parent / "missed"
_CLASSES = {
    "数量": ("产出指标", "数量指标"), "质量": ("产出指标", "质量指标"), "时效": ("产出指标", "时效指标"), "成本": ("产出指标", "成本指标"),
    "经济成本": ("成本指标", "经济成本指标"), "经济": ("效益指标", "经济效益指标"), "社会": ("效益指标", "社会效益指标"),
    "生态": ("效益指标", "生态效益指标"), "可持续": ("效益指标", "可持续影响指标"), "满意": ("满意度指标", "服务对象满意度指标"),
}  # fmt: skip
_OF_WHOLE_TABLES = frozenset({"STR007", "STR008", "STR015", "STR027", "STR028", "STR005", "STR024", "BUD003"})
_PARTS = frozenset({("indicators",), ("goals",), ("execution",), ("project",)})


class Case(NamedTuple):
    """A source with the kind that it was written for, and whether it is right."""

    kind: str
    right: bool
    source: Any


@cache
def checker() -> Checker:
    return Checker(Config(), Options())


def cases(name: str) -> list[Case]:
    """Return what a file of `missed/` holds."""
    both = (("right", True), ("wrong", False))
    return [
        Case(kind, right, one)
        for kind, rows in load(f"missed/{name}").items()
        for key, right in both
        for one in rows[key]
    ]


def table(source: Any) -> dict[str, Any]:  # noqa: ANN401  # data as read
    """Return the table that a source stands for, as its YAML file would give it."""
    if isinstance(source, str):
        source = {"goals": source[7:]} if source.startswith("goal | ") else {"rows": [source]}
    found: dict[str, Any] = {"kind": "project", "year": 2025}
    if "execution" in source or "actual=" in str(source):
        found["stage"] = "自评"
    found |= {key: source[key] for key in ("goals", "execution") if key in source}
    found |= {"budget": {"total": source["budget"]}} if "budget" in source else {}
    found |= {"project": {"name": "专项工作", "purpose": source["purpose"]}} if "purpose" in source else {}
    return found | {"indicators": [row(one) for one in source.get("rows", ())]}


def row(written: str) -> dict[str, str]:
    """Return the cells of a row that is written in one line."""
    level, name, value, *more = (part.strip() for part in written.split(" | "))
    cells = {"level1": _CLASSES[level][0], "level2": _CLASSES[level][1], "name": name, "value": value}
    return cells | dict(pair.strip().split("=", 1) for pair in "".join(more).split(";") if pair)


def answers(case: Case, least: int = LOUD) -> set[str]:
    """Return the codes of a severity and above on the rows and texts of a case, without what belongs to a whole table."""
    answer = checker().check(_text(table(case.source)).encode(), "case.yaml")
    assert isinstance(answer, Inspection), case.source
    loud = (one for one in answer.findings if RANK[one.severity.value] >= least)
    return {one.code for one in loud if _own(english(one.place.pointer))} - _OF_WHOLE_TABLES


def _own(path: tuple[str, ...]) -> bool:
    return path[:1] in _PARTS and path != ("indicators",)


def _text(made: dict[str, Any]) -> str:
    out = StringIO()
    writer = YAML(typ="safe", pure=True)
    writer.allow_unicode, writer.width = True, 10_000
    writer.dump(made, out)
    return out.getvalue()
