"""What perflint finds in the judged tables, and what careful reading found, as plain records."""

import json
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from ruamel.yaml import YAML

from perflint.judge.inspection import Inspection
from perflint.workspace.checking import Checker, Options
from perflint.workspace.configuration.config import Config
from tests.pages import run

HERE = Path(__file__).parent
COLLECTIONS = sorted(
    path.parent.relative_to(HERE).as_posix() for path in HERE.rglob("truth.yaml")
)  # "." is the first one
RANK = {"silent": 0, "info": 1, "warning": 2, "error": 3}
LOUD = RANK["warning"]


class Found(NamedTuple):
    """One finding: the table's file stem, the code, the place as a path of keys, the severity."""

    table: str
    code: str
    path: tuple[str, ...]
    severity: str

    @property
    def loud(self) -> bool:
        return RANK[self.severity] >= LOUD

    def stands_at(self, place: Any, *, above: bool = False) -> bool:  # noqa: ANN401  # a row, rows or a path of keys
        """Return whether it stands at a place or below it; with `above` also over it."""
        if isinstance(place, list):
            return any(self.stands_at(one, above=above) for one in place)
        if place in ("file", "indicators"):
            return True
        wanted = ("indicators", str(place)) if isinstance(place, int) else tuple(place.split("."))
        return self.path[: len(wanted)] == wanted or (above and wanted[: len(self.path)] == self.path)


def load(name: str) -> Any:  # noqa: ANN401  # data as read
    """Return one of the YAML files of this folder or of a collection below it (`fresh-one/truth.yaml`)."""
    return YAML(typ="safe").load((HERE / name).read_text(encoding="utf-8"))


@cache
def said(folder: str) -> dict[str, list[Found]]:
    """Return what is found in the tables of a folder, by file stem."""
    words = f"perflint check {folder} --format json --lang zh --no-config --fail-on never"
    report = json.loads(run(words, HERE).rpartition("[exit")[0])
    found: dict[str, list[Found]] = {path.stem: [] for path in (HERE / folder).glob("*.yaml")}
    for entry in report["findings"]:
        stem = Path(entry["path"]).stem
        found[stem].append(Found(stem, entry["code"], english(entry["pointer"]), entry["severity"]))
    return found


@cache
def said_alone(folder: str) -> dict[str, list[Found]]:
    """Return what is found in each table of a folder as if it were the only one, by file stem."""
    checker = Checker(Config(), Options())
    answers = {path.stem: checker.check(path.read_bytes(), path.name) for path in (HERE / folder).glob("*.yaml")}
    return {
        stem: [Found(stem, one.code, english(one.place.pointer), one.severity.value) for one in answer.findings]
        for stem, answer in answers.items()
        if isinstance(answer, Inspection)
    }


def english(pointer: str) -> tuple[str, ...]:
    """Return the keys of a JSON pointer in their English spelling, without the place in a list of tables."""
    path = [ENGLISH.get(part, part) for part in pointer.split("/")[1:]]
    return tuple(path[2:] if path[:1] == ["tables"] else path)


ENGLISH = {
    chinese: english
    for english, spellings in {
        "agency": "预算单位 部门名称 填报单位", "supervisor": "主管部门", "project": "项目", "budget": "预算", "spending_plan": "资金支出计划",
        "goals": "绩效目标", "tasks": "年度主要任务", "indicators": "绩效指标", "name": "名称 项目名称 单位名称",
        "period": "起止年限", "annual": "年度目标", "total": "预算数 年度资金总额 合计", "fiscal": "财政资金 财政拨款",
        "other": "其他资金", "upper": "上级资金", "own": "本级资金", "midterm": "中长期资金 中长期目标", "breakdown": "成本构成",
    }.items()
    for chinese in spellings.split()
}  # fmt: skip
