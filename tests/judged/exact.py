"""Rows and small tables with all that is to be found on them: no more, no less, and each fault once.

The lines are those of `near_misses`; behind ` => ` stands what is found from warning up, as `CODE severity`, nothing if it is
right. A table without `@only` has a few rows more, all of which are right.
"""

from collections.abc import Iterator
from functools import cache
from io import StringIO
from pathlib import Path
from typing import NamedTuple

from ruamel.yaml import YAML

from perflint.judge.gathered import gathered
from perflint.judge.inspection import Inspection
from perflint.workspace.checking import Checker, Options
from perflint.workspace.configuration.config import Config
from tests.judged.near_misses import table_of
from tests.judged.reading import LOUD, RANK

FOLDER = Path(__file__).parent / "exact"
_COST = " && 成本指标/社会成本指标 | 施工扰民投诉 | ≤3件"
_GOAL = " && @goals=专项工作勘查36处点位，11月底前提交报告。"
_YAML = YAML(typ="safe", pure=True)
_YAML.sort_base_mapping_type_on_output = False  # type: ignore[assignment]  # periods stand in their order
_YAML.width = 10_000


class Expected(NamedTuple):
    """One line: the kind it stands under, the table as text, what is to be found on it."""

    kind: str
    text: str
    findings: tuple[str, ...]


def expected(name: str) -> Iterator[Expected]:
    """Return the lines of a file of the folder."""
    kind = ""
    for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            kind = line[3:]
        elif line.strip():
            text, _, found = line.partition(" => ")
            yield Expected(kind, text, tuple(sorted(one.strip() for one in found.split(",") if one.strip())))


@cache
def _checker() -> Checker:
    return Checker(Config(), Options())


def found_on(text: str) -> tuple[str, ...]:
    """Return what is found from warning up on the table that a text stands for, as it is told to a reader."""
    whole = text + ("" if "@only" in text else _COST) + ("" if "@goals" in text else _GOAL)
    written = StringIO()
    _YAML.dump(table_of(whole), written)
    answer = _checker().check(written.getvalue().encode(), "table.yaml")
    assert isinstance(answer, Inspection), text
    told = gathered(answer.findings, "zh")
    return tuple(sorted(f"{one.code} {one.severity.value}" for one in told if RANK[one.severity.value] >= LOUD))
