"""What was found across the same tables is not looked for again; whatever it depends on makes it looked for anew."""

import sqlite3
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import pytest

from benchmarks.corpus import write_corpus
from perflint.across.summary import Member
from perflint.judge import Finding
from perflint.judge.across import EngineOf
from perflint.judge.everywhere import Everywhere
from perflint.workspace.checking import Options
from perflint.workspace.runs import comparing, comparison, kept_comparisons
from perflint.workspace.runs.cache import Cache
from perflint.workspace.runs.comparing import Manner, compare
from perflint.workspace.runs.comparison import Told
from perflint.workspace.runs.discovering import Plan, discover
from perflint.workspace.runs.run import _inspect

_OPTIONS = Options(select=("XTB", "HIS", "BUD"))


class Counted:
    """Runs on a folder, with how many groups were compared in each."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.groups = 0

    def compared(
        self, group: Sequence[Member], engine_of: EngineOf, everywhere: Everywhere, *, series: bool
    ) -> list[Told]:
        self.groups += len(group) > 1
        return comparison_of(group, engine_of, everywhere, series=series)

    def run(self, options: Options = _OPTIONS, *, cached: bool = True) -> tuple[list[Finding], int]:
        self.groups = 0
        plan = Plan((self.folder,), options, no_config=True, cached=False)
        found = discover(plan)
        inspected = _inspect(found, plan, {}, None)
        told = compare(inspected, options, manner=Manner(cached=cached))
        return [one for job in found.jobs for one in told.findings.of(job.shown)], self.groups


comparison_of = comparison.compared


@pytest.fixture
def counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Counted:
    write_corpus(tmp_path / "tables", 24, 1)
    made = Counted(tmp_path / "tables")
    monkeypatch.setattr(comparing, "_WORTH_KEEPING", 1)
    monkeypatch.setattr(comparison, "compared", made.compared)
    monkeypatch.setattr(kept_comparisons, "Cache", partial(Cache, tmp_path / "cache"))
    return made


def test_what_did_not_change_is_not_compared_again(counted: Counted) -> None:
    plain, every = counted.run(cached=False)
    assert plain
    assert every > 2
    assert counted.run() == (plain, every)
    assert counted.run() == (plain, 0)


def test_of_a_table_that_changes_only_the_agency_is_compared(counted: Counted) -> None:
    counted.run()
    table = min(counted.folder.rglob("*.yaml"))
    text = table.read_text(encoding="utf-8")
    table.write_text("# 一行说明\n" + text, encoding="utf-8")
    found, compared = counted.run()
    assert compared == 1
    assert found == counted.run(cached=False)[0]


def test_other_words_are_not_taken_for_these(counted: Counted) -> None:
    _, every = counted.run()
    assert counted.run(Options(select=_OPTIONS.select, lang="en"))[1] == every
    assert counted.run(Options(select=("XTB",)))[1] == every


def test_what_is_damaged_is_compared_again(counted: Counted, tmp_path: Path) -> None:
    plain, every = counted.run()
    with sqlite3.connect(tmp_path / "cache" / "inspections.sqlite3") as database:
        database.execute("UPDATE inspections SET data = ?", (b"\xc1",))
    assert counted.run() == (plain, every)
    assert counted.run() == (plain, 0)
