"""Parts of rows: what a part rules out the whole row would not violate, and rows that have a part alike cost less."""

import cProfile
import pstats
import re
from pathlib import Path

import pytest
from msgspec.structs import replace

from benchmarks.corpus import make_tables
from perflint.facts import RowView, Scope
from perflint.facts.parts import PARTS, Beyond, Part, PartView, keys_of
from perflint.judge import in_parts
from perflint.judge.asked_parts import MEETINGS, AskedPart
from perflint.judge.kind_rules import KindRules
from perflint.judge.subject_facts import SubjectFacts
from perflint.judge.violation import Doubt, Violation
from perflint.model import read_tables
from perflint.source import parse_text
from perflint.workspace.checking import Checker, Options
from perflint.workspace.configuration.config import Config

EXAMPLES = Path(__file__).parents[2] / "examples"
TABLES, ROWS = 30, 7
MOST_CALLS = 400
"""Calls of functions of perflint.judge, and of Python's own by them, a row: 350 when this was written, 617 without parts."""
_ROW_END = re.compile(r"(?m)^(  - .*)\}$")


@pytest.fixture(scope="module")
def scope() -> Scope:
    """Return the scope of a table of the corpus."""
    (table,) = read_tables(parse_text(next(make_tables(1, 1)), "table.yaml")).tables
    return Checker(Config(), Options()).engine_for(table).view(table).scope


ROW = {
    "level1": "产出指标",
    "level2": "数量指标",
    "name": "培训人次",
    "value": "≥90人次",
    "basis": "工作计划",
    "unit": "",
}


@pytest.mark.parametrize("part", PARTS)
def test_a_part_answers_as_the_row_does_or_not_at_all(part: Part, scope: Scope) -> None:
    row = RowView(scope, ROW)
    seen = PartView(part, row)
    for field in (*ROW, "weight"):
        if field in part.cells or not ROW.get(field):
            assert seen.text(field) == row.text(field)
            assert seen.filled(field) == row.filled(field)
        else:
            with pytest.raises(Beyond):
                seen.text(field)
            with pytest.raises(Beyond):
                seen.filled(field)


@pytest.mark.parametrize("part", PARTS)
def test_nothing_else_of_a_row_or_its_table_can_be_seen(part: Part, scope: Scope) -> None:
    seen = PartView(part, RowView(scope, ROW))
    assert seen.scope.knowledge is scope.knowledge
    for look in (
        lambda: seen.scope.year, lambda: seen.scope.settings, lambda: list(seen.texts), lambda: len(seen.printed),
        lambda: dict(seen.printed), lambda: {**seen.texts}, lambda: "weight" in seen.texts, lambda: seen.texts["basis"],
        lambda: seen.printed.get("weight"), lambda: seen.prose,
    ):  # fmt: skip
        with pytest.raises(Beyond):
            look()


def test_rows_have_a_part_alike_where_its_cells_are(scope: Scope) -> None:
    name, value = keys_of(RowView(scope, ROW))
    assert keys_of(RowView(scope, {**ROW, "value": "≥80人次"}))[0] == name
    assert keys_of(RowView(scope, {**ROW, "basis": "上年实际"})) == (name, value)
    assert keys_of(RowView(scope, {**ROW, "name": "演出场次"}))[1] == value
    changed = (("name", "演出场次"), ("level2", "质量指标"), ("unit", "次"), ("basis", ""))
    assert all(keys_of(RowView(scope, {**ROW, field: text}))[0] != name for field, text in changed)


@pytest.mark.parametrize("folder", [None, *sorted(path.name for path in EXAMPLES.glob("*-20*") if path.is_dir())])
def test_a_rule_that_a_part_rules_out_is_not_violated(folder: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    """On real tables, and on made ones: whatever parts keep from the whole row, the row would have passed too."""
    wrong: list[str] = []
    ruled_out = 0

    class Watched(KindRules):
        def judge(self, subject: object, violations: list[Violation], doubts: list[Doubt]) -> None:
            nonlocal ruled_out
            if isinstance(subject, RowView):
                whole = SubjectFacts(subject, self._facts, self._settings)
                passing = self._prefilter.passing(whole)
                mask = self._parts.left(subject)
                for number, entry in enumerate(self.rules):
                    ruled_out += not mask >> number & 1
                    if entry in passing and not mask >> number & 1:
                        found = self._expressions.violated(entry.rule, whole)
                        wrong.extend([] if found is False else [entry.rule.id])
            super().judge(subject, violations, doubts)

    monkeypatch.setattr("perflint.judge.engine.KindRules", Watched)
    monkeypatch.setattr(AskedPart, "is_worth_asking", lambda *_: True)
    checker = Checker(Config(), replace(Options(), select=("ALL",)))
    texts = (
        make_tables(30, 1)
        if folder is None
        else (path.read_text("utf-8") for path in EXAMPLES.glob(f"{folder}/*.yaml"))
    )
    for text in texts:
        checker.check(text.encode(), "table.yaml")
    assert ruled_out > 100
    assert wrong == []


def test_rows_whose_names_and_values_were_met_cost_few_calls(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tables with another basis in each row are judged until parts are known: the last time, they know most of it."""
    monkeypatch.setattr(in_parts, "_MEMORIES", [])
    checker = Checker(Config(), Options(seconds=0))
    for year in range(MEETINGS + 2):
        profile = cProfile.Profile()
        profile.enable()
        for text in make_tables(TABLES, 1):
            checker.check(_ROW_END.sub(rf"\g<1>（{year}）}}", text).encode(), "table.yaml")
        profile.disable()
    assert _calls(profile) / (TABLES * ROWS) < MOST_CALLS


def _calls(profile: cProfile.Profile) -> int:
    """Return how many calls there were of functions of perflint.judge, and by them of Python's own."""
    home = str(Path(in_parts.__file__).parent)
    calls = 0
    for (path, _, _), (_, called, _, _, callers) in pstats.Stats(profile).stats.items():  # type: ignore[attr-defined]
        own = called if path.startswith(home) else 0
        calls += own if path != "~" else sum(times[0] for (by, _, _), times in callers.items() if by.startswith(home))
    return calls
