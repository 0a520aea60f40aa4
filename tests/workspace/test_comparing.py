"""Tables compared by several processes: the same findings as by one, also where a process is killed or begins anew."""

import os
import pickle
import signal
from pathlib import Path

import pytest

from benchmarks.corpus import write_corpus
from perflint.across.summary import Member
from perflint.judge import Finding
from perflint.judge.across import EngineOf
from perflint.judge.everywhere import Everywhere, everywhere_of
from perflint.judge.inspection import Inspection
from perflint.workspace.checking import Options
from perflint.workspace.configuration.config import Config
from perflint.workspace.runs import comparing, comparison
from perflint.workspace.runs.comparison import Comparison, Configs, Told
from perflint.workspace.runs.discovering import Plan
from perflint.workspace.runs.run import run
from perflint.workspace.runs.stores import MembersByAgency
from perflint.workspace.runs.workers import checker_for

_TABLES = 60
_OPTIONS = Options(select=("XTB", "HIS", "BUD"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("tables")
    write_corpus(place, _TABLES, 1)
    return place


def found(folder: Path, jobs: int) -> list[Finding]:
    report = run(Plan((folder,), _OPTIONS, no_config=True, jobs=jobs, cached=False))
    return list(report.findings)


def test_several_processes_find_what_one_does(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = found(folder, 1)
    assert sum(finding.code.startswith("XTB") for finding in alone) > 5
    monkeypatch.setattr(comparing, "_WORTH_IT", 1)
    monkeypatch.setattr(comparison, "_HERE", [])
    assert found(folder, 2) == alone
    assert not comparison._HERE  # noqa: SLF001  # it was done elsewhere


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
def test_a_process_that_is_killed_hides_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alone, parent, compared = found(folder, 1), os.getpid(), comparison.compared

    def deadly(group: list[Member], engine_of: EngineOf, everywhere: Everywhere, *, series: bool) -> list[Told]:
        if len(group) > 5 and os.getpid() != parent:
            os.kill(os.getpid(), signal.SIGKILL)
        return compared(group, engine_of, everywhere, series=series)

    monkeypatch.setattr(comparing, "_WORTH_IT", 1)
    monkeypatch.setattr(comparison, "compared", deadly)
    assert found(folder, 2) == alone


def test_a_process_that_begins_anew_is_given_all_that_comparing_needs(folder: Path) -> None:
    members, configs = MembersByAgency(), Configs()
    for path in sorted(folder.rglob("*.yaml")):
        inspection = checker_for(Config(), _OPTIONS).check(path.read_bytes(), path.name)
        configs.add(path.name, Config())
        assert isinstance(inspection, Inspection)
        for member in inspection.glance.members:
            members.add(member)
    here = Comparison(_OPTIONS, configs, everywhere_of(members.groups))
    there = pickle.loads(pickle.dumps(here))  # noqa: S301  # our own
    groups = list(members.groups())
    assert [there.of(group) for group in groups] == [here.of(group) for group in groups] != [[] for _ in groups]
