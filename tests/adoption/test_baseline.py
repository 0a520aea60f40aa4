"""The baseline: what it hides, what it does not, when an entry is over, and what is said of a broken one."""

import json
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from perflint.adoption.baseline import EARLIER, read_baseline, render_baseline
from perflint.adoption.entry import BaselineError, Entry, entry_of
from perflint.adoption.known_findings import KnownFindings
from perflint.judge import Finding, TableName, fingerprint
from perflint.report import Report
from perflint.workspace.checking import Options
from perflint.workspace.configuration.config import ConfigError
from perflint.workspace.configuration.loading import load_config
from perflint.workspace.disk.baseline_file import write_baseline
from perflint.workspace.runs.discovering import Plan
from perflint.workspace.runs.run import run

TABLE = """\
kind: project
year: 2023
agency: 某局
project: {{code: "{code}", name: 抽检经费{code}}}
indicators:
  - {{level1: 产出指标, level2: 质量指标, name: {name}, value: {value}}}
"""
SELECT = ("DIR001", "SUP")


def write(folder: Path, name: str, code: str, value: str = "≤95%", indicator: str = "运转保障率") -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(TABLE.format(code=code, value=value, name=indicator), encoding="utf-8")
    return path


def check(*paths: Path, known_findings: KnownFindings | None = None, select: tuple[str, ...] = SELECT) -> Report:
    return run(Plan(paths, Options(select=select), no_config=True, cached=False), known_findings=known_findings)


def baseline_of(folder: Path, *, select: tuple[str, ...] = SELECT) -> Path:
    target = folder.parent / "known.json"
    write_baseline(target, [entry_of(finding) for finding in check(folder, select=select).findings])
    return target


def ledger_of(folder: Path, *, select: tuple[str, ...] = SELECT) -> KnownFindings:
    return KnownFindings(read_baseline(baseline_of(folder, select=select)))


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    folder = tmp_path / "表"
    write(folder, "a.yaml", "1")
    write(folder, "b.yaml", "2")
    return folder


def test_known_findings_are_only_counted(tables: Path) -> None:
    summary = check(tables, known_findings=ledger_of(tables)).summary
    assert (summary.errors, summary.fixable, summary.baselined) == (0, 0, 2)


def test_moving_renaming_and_reordering_revives_nothing(tables: Path) -> None:
    known_findings = ledger_of(tables)
    (tables / "a.yaml").rename(tables / "z.yaml")
    (tables / "2024").mkdir()
    (tables / "b.yaml").rename(tables / "2024" / "新名.yaml")
    found = check(tables, known_findings=known_findings)
    assert (len(found.findings), found.summary.baselined, found.stale) == (0, 2, 0)


def test_rows_before_a_finding_revive_nothing(tables: Path) -> None:
    known_findings = ledger_of(tables)
    path = tables / "a.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("indicators:\n", "\n# 说明\nindicators:\n  - {name: 抽检批次, value: 10批次}\n"), encoding="utf-8"
    )
    assert check(tables, known_findings=known_findings).summary.baselined == 2


def test_a_fault_exchanged_for_another_of_its_kind_is_new(tables: Path) -> None:
    known_findings = ledger_of(tables)
    write(tables, "a.yaml", "1", indicator="档案保障率")
    found = check(tables, known_findings=known_findings)
    assert ([one.indicator for one in found.findings], found.summary.baselined, found.stale) == (["档案保障率"], 1, 1)


def test_a_repeat_beyond_the_known_ones_is_new(tmp_path: Path) -> None:
    folder = tmp_path / "表"
    path = write(folder, "a.yaml", "1")
    known_findings = ledger_of(folder)
    text = path.read_text(encoding="utf-8")
    path.write_text(text + text.splitlines()[-1] + "\n", encoding="utf-8")
    found = check(folder, known_findings=known_findings)
    assert (len(found.findings), found.summary.baselined) == (1, 1)


def test_an_entry_is_stale_when_its_table_was_looked_at(tables: Path) -> None:
    known = baseline_of(tables)
    write(tables, "a.yaml", "1", "≥95%")
    assert check(tables, known_findings=KnownFindings(read_baseline(known))).stale == 1
    assert check(tables / "b.yaml", known_findings=KnownFindings(read_baseline(known))).stale == 0
    (tables / "a.yaml").unlink()
    gone = KnownFindings(read_baseline(known))
    assert check(tables, known_findings=gone).stale == 0
    assert gone.unseen() == 1


def test_an_entry_of_a_rule_that_did_not_run_is_not_stale(tables: Path) -> None:
    known = baseline_of(tables)
    assert check(tables, known_findings=KnownFindings(read_baseline(known)), select=("PLN001",)).stale == 0


def test_findings_across_tables_are_stale_only_where_folders_were_looked_at(tmp_path: Path) -> None:
    folder = tmp_path / "表"
    for name, code, value in (("a.yaml", "1", "95%"), ("b.yaml", "2", "90%")):
        write(folder, name, code, value)
    known = baseline_of(folder, select=("XTB",))
    assert read_baseline(known).entries
    assert check(folder, known_findings=KnownFindings(read_baseline(known)), select=("XTB",)).stale == 0
    assert (
        check(
            folder / "a.yaml", folder / "b.yaml", known_findings=KnownFindings(read_baseline(known)), select=("XTB",)
        ).stale
        == 0
    )
    assert check(folder / "b.yaml", known_findings=KnownFindings(read_baseline(known)), select=("XTB",)).stale == 0
    write(folder, "b.yaml", "2", "95%")
    assert check(folder, known_findings=KnownFindings(read_baseline(known)), select=("XTB",)).stale > 0


def test_bytes_do_not_depend_on_files_or_order(tables: Path, tmp_path: Path) -> None:
    first = baseline_of(tables).read_bytes()
    other = tmp_path / "另"
    write(other, "x.yaml", "2")
    write(other, "y.yaml", "1")
    assert baseline_of(other).read_bytes() == first
    assert str(tmp_path).encode() not in first
    assert b"yaml" not in first


def test_one_entry_is_one_line(tables: Path) -> None:
    lines = baseline_of(tables).read_text(encoding="utf-8").splitlines()
    assert lines[0] == '{"schema": "perflint-baseline/2", "findings": ['
    assert [line.endswith("},") for line in lines[1:]] == [True, True, False]
    assert '"code": "DIR001", "table": {"kind": "project", "agency": "某局", "year": 2023, "code": "1"' in lines[1]
    assert lines[-1] == "{}]}"


entries = st.builds(
    Entry, st.text(), st.text(), st.builds(TableName, st.text(), st.text(), st.integers(), st.text(), st.text()),
    st.text(), st.text(), st.text(st.characters()),
)  # fmt: skip


@given(known=st.lists(entries, max_size=4))
def test_what_is_written_is_read(known: list[Entry], tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("b") / "known.json"
    path.write_bytes(render_baseline(known))
    assert render_baseline(read_baseline(path).entries) == path.read_bytes()
    assert path.read_bytes().count(b"\n") == len(known) + 2
    assert json.loads(path.read_bytes())["findings"][-1] == {}


@given(base=st.lists(entries, max_size=3), ours=st.lists(entries, max_size=3), theirs=st.lists(entries, max_size=3))
def test_lines_that_git_unites_are_a_baseline(
    base: list[Entry], ours: list[Entry], theirs: list[Entry], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("m")
    sides = {"base": base, "ours": [*base, *ours], "theirs": [*base, *theirs]}
    for name, known in sides.items():
        (folder / name).write_bytes(render_baseline(known))
    merging = ["git", "merge-file", "--union", "--stdout", "ours", "base", "theirs"]
    done = subprocess.run(merging, cwd=folder, capture_output=True, check=True)  # noqa: S603  # no word of it is a stranger's
    (folder / "merged").write_bytes(done.stdout)
    assert {*read_baseline(folder / "merged").entries} == {*base, *ours, *theirs}


def test_lines_of_a_baseline_are_read_without_a_comma_between_them(tables: Path) -> None:
    """As a hand leaves them that solves a conflict, and as git united the files of version 0.1."""
    known = baseline_of(tables)
    entries_before = read_baseline(known).entries
    known.write_bytes(known.read_bytes().replace(b"},\n", b"}\n") + b"]}\n")
    assert read_baseline(known).entries == entries_before


def test_a_conflict_is_told_with_what_saves_from_the_next(tables: Path) -> None:
    known = baseline_of(tables)
    lines = known.read_text(encoding="utf-8").splitlines(keepends=True)
    known.write_text("".join([lines[0], "<<<<<<< HEAD\n", lines[1], "=======\n", lines[2], ">>>>>>> b\n", lines[3]]))
    with pytest.raises(BaselineError) as fault:
        read_baseline(known)
    assert str(fault.value).startswith(f"{known}:2: ")
    assert f"{known.name} merge=union" in str(fault.value)
    assert "perflint baseline" not in str(fault.value)


def by_first_version(folder: Path, select: tuple[str, ...]) -> Path:
    """Write what version 0.1 would have written: fingerprints that hold of a sum the total alone."""
    target = folder.parent / "first.json"
    found = check(folder, select=select).findings
    known = [replace(entry_of(one), fingerprint=fingerprint(*identity_of(one))) for one in found]
    target.write_bytes(render_baseline(known, EARLIER))
    return target


def identity_of(one: Finding) -> tuple[str, TableName, str, str, str]:
    return one.code, one.table, one.indicator or "", one.place.pointer, one.value


SUM = """\
kind: project
year: 2023
agency: 某局
project: {name: 校舍维修}
budget: {total: 10万元}
indicators:
  - {level1: 产出指标, level2: 成本指标, name: 维修费, value: ≤6万元}
  - {level1: 产出指标, level2: 成本指标, name: 监理费, value: ≤5万元}
"""


def test_a_baseline_of_version_0_1_is_good_but_for_sums(tmp_path: Path) -> None:
    folder = tmp_path / "表"
    folder.mkdir()
    (folder / "a.yaml").write_text(SUM, encoding="utf-8")
    known = read_baseline(by_first_version(folder, ("BUD003", "STR007", "STR015")))
    found = check(folder, known_findings=KnownFindings(known), select=("BUD003", "STR007", "STR015"))
    assert known.earlier
    assert ([one.code for one in found.findings], found.summary.baselined, found.stale) == (["BUD003"], 2, 0)


def test_an_amount_that_grows_under_a_known_sum_is_new(tmp_path: Path) -> None:
    folder = tmp_path / "表"
    folder.mkdir()
    (folder / "a.yaml").write_text(SUM, encoding="utf-8")
    known = ledger_of(folder, select=("BUD003",))
    assert check(folder, known_findings=known, select=("BUD003",)).summary.baselined == 1
    (folder / "a.yaml").write_text(SUM.replace("≤5万元", "≤9.5万元"), encoding="utf-8")
    found = check(folder, known_findings=ledger_of_file(folder), select=("BUD003",))
    assert (len(found.findings), found.summary.baselined) == (1, 0)


def ledger_of_file(folder: Path) -> KnownFindings:
    return KnownFindings(read_baseline(folder.parent / "known.json"))


PLAN = """\
kind: project
year: 2023
agency: 某局
project: {{code: "{code}", name: 项目{code}}}
spending_plan: {{3月底: 25%, 6月底: 50%, 9月底: 75%, 12月底: 100%}}
"""


def test_a_finding_that_moves_to_a_new_neighbour_is_known(tmp_path: Path) -> None:
    folder = tmp_path / "表"
    folder.mkdir()
    for code in "23456":
        (folder / f"{code}.yaml").write_text(PLAN.format(code=code), encoding="utf-8")
    known, first = ledger_of(folder, select=("PLN014",)), by_first_version(folder, ("PLN014",))
    (folder / "1.yaml").write_text(PLAN.format(code="1"), encoding="utf-8")
    for before in (known, KnownFindings(read_baseline(first))):
        found = check(folder, known_findings=before, select=("PLN014",))
        assert (len(found.findings), found.summary.baselined, found.stale) == (0, 1, 0)


BROKEN = {
    "a conflict": (b'{"schema": "perflint-baseline/1", "findings": [\n<<<<<<< HEAD\n', ":2"),
    "another schema": (b'{"schema": "perflint-report/1", "findings": []}', ":1"),
    "a list": (b"[]", ":1"),
    "an entry that is not one": (b'{"schema": "perflint-baseline/1", "findings": [\n\n{"fingerprint": "x"}\n]}', ":3"),
    "not utf-8": ("{基线}".encode("gb18030"), ""),
    "too deep": (b"[" * 100_000, ""),
    "empty": (b"", ":1:1"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_baseline_is_named_with_its_line(name: str, tmp_path: Path) -> None:
    data, place = BROKEN[name]
    path = tmp_path / "known.json"
    path.write_bytes(data)
    with pytest.raises(BaselineError) as fault:
        read_baseline(path)
    assert str(fault.value).startswith(f"{path}{place}: ")
    advice = {"another schema": "name another file", "a list": "name another file", "a conflict": "merge=union"}
    assert advice.get(name, "perflint baseline") in str(fault.value)


def test_a_file_that_is_no_baseline_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "perflint.yaml"
    path.write_bytes(b"lang: zh\n")
    with pytest.raises(BaselineError, match="name another file"):
        write_baseline(path, [])
    assert path.read_bytes() == b"lang: zh\n"


def test_a_baseline_with_a_conflict_is_written_again(tmp_path: Path) -> None:
    path = tmp_path / "known.json"
    path.write_bytes(BROKEN["a conflict"][0])
    write_baseline(path, [])
    assert read_baseline(path).entries == ()


def test_a_missing_baseline_is_said(tmp_path: Path) -> None:
    with pytest.raises(BaselineError, match="there is no such baseline"):
        read_baseline(tmp_path / "known.json")


def test_a_baseline_that_cannot_be_written_leaves_the_old_one(tables: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = baseline_of(tables)
    before = path.read_bytes()

    def replace(self: Path, target: Path) -> Path:
        raise PermissionError(13, "Permission denied", str(self), None, str(target))

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(Exception, match="cannot be written"):
        write_baseline(path, [])
    assert path.read_bytes() == before
    assert sorted(entry.name for entry in path.parent.iterdir()) == ["known.json", "表"]


@pytest.mark.parametrize("value", ["[a, b]", "{a: b}", '""', ""])
def test_the_configured_baseline_must_be_a_path(value: str, tmp_path: Path) -> None:
    path = tmp_path / "perflint.yaml"
    path.write_text(f"baseline: {value}\n", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"perflint\.yaml:1:1: baseline: "):
        load_config(path)


def test_the_configured_baseline_is_relative_to_the_configuration(tmp_path: Path) -> None:
    (tmp_path / "上级").mkdir()
    (tmp_path / "上级" / "perflint.yaml").write_text("baseline: known.json\n", encoding="utf-8")
    own = tmp_path / "perflint.yaml"
    own.write_text("extends: 上级/perflint.yaml\n", encoding="utf-8")
    assert load_config(own).baseline == (tmp_path / "上级" / "known.json").resolve()


LACKING = """\
kind: project
year: 2023
agency: 某局
project: {name: 校舍维修}
indicators:
  - {level1: 产出指标, level2: 数量指标, name: 维修校舍栋数, value: 3栋}
"""
BENEFIT = "  - {level1: 效益指标, level2: 社会效益指标, name: 受益学生人数, value: ≥500人}\n"


@pytest.mark.parametrize(
    ("before", "after", "known"), [(LACKING, LACKING + BENEFIT, 1), (LACKING + BENEFIT, LACKING, 0)]
)
def test_a_finding_that_names_less_is_known_and_one_that_names_more_is_new(
    before: str, after: str, known: int, tmp_path: Path
) -> None:
    folder = tmp_path / "表"
    folder.mkdir()
    (folder / "a.yaml").write_text(before, encoding="utf-8")
    known_findings = ledger_of(folder, select=("STR007",))
    (folder / "a.yaml").write_text(after, encoding="utf-8")
    found = check(folder, known_findings=known_findings, select=("STR007",))
    assert (found.summary.baselined, len(found.findings), found.stale) == (known, 1 - known, 1 - known)
