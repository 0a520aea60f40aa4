"""Suppressions kept honest: unused is said only of rules that ran, and findings across tables can be suppressed."""

from pathlib import Path

import pytest

from perflint.report import Report
from perflint.workspace.checking import Options
from perflint.workspace.runs.discovering import Plan
from perflint.workspace.runs.run import run

TABLE = """\
kind: project
year: 2023
agency: 某局
project: {{code: "{code}", name: 抽检经费{code}}}
indicators:
  - {{level1: 产出指标, level2: 质量指标, name: 运转保障率, value: {value}}} # perflint: ignore[{codes}] 已批复
"""


def write(folder: Path, codes: str, code: str = "1", value: str = "≥95%") -> Path:
    path = folder / f"{code}.yaml"
    path.write_text(TABLE.format(code=code, value=value, codes=codes), encoding="utf-8")
    return path


def check(*paths: Path, config: Path | None = None, select: tuple[str, ...] = ()) -> Report:
    return run(Plan(paths, Options(select=select), config, no_config=config is None, cached=False))


def unused(report: Report) -> list[str]:
    return [finding.value for finding in report.findings if finding.code == "SUP004"]


def test_a_rule_that_ran_and_found_nothing_is_unused(tmp_path: Path) -> None:
    assert unused(check(write(tmp_path, "DIR001"), select=("DIR001", "SUP"))) == ["DIR001"]


@pytest.mark.parametrize("codes", ["PLN001", "DIR", "DIR002"])
def test_a_rule_that_did_not_run_is_not_unused(codes: str, tmp_path: Path) -> None:
    assert unused(check(write(tmp_path, codes), select=("DIR001", "SUP"))) == []


@pytest.mark.parametrize(
    "setting", ["ignore: [DIR]", "ignore: [DIR001]", "severity: {DIR001: off}"],
)  # fmt: skip
def test_a_rule_that_an_override_drops_is_not_unused(setting: str, tmp_path: Path) -> None:
    config = tmp_path / "perflint.yaml"
    config.write_text(f"overrides:\n  - {{files: '1.yaml', {setting}}}\n", encoding="utf-8")
    found = check(write(tmp_path, "DIR001"), write(tmp_path, "DIR001", "2"), config=config, select=("DIR001", "SUP"))
    assert [Path(one.place.path).name for one in found.findings if one.code == "SUP004"] == ["2.yaml"]


def test_the_profile_of_the_table_decides_what_ran(tmp_path: Path) -> None:
    pack = tmp_path / "pack" / "profiles"
    pack.mkdir(parents=True)
    (pack / "quiet.yaml").write_text(
        "id: quiet\nextends: general\ntitle: {zh: 安静, en: quiet}\nrules: {DIR001: off}\n", encoding="utf-8"
    )
    config = tmp_path / "perflint.yaml"
    config.write_text("rules: [pack]\nprofile: quiet\n", encoding="utf-8")
    assert unused(check(write(tmp_path, "DIR001"), config=config, select=("DIR001", "SUP"))) == []


def pair(folder: Path, other: str) -> tuple[Path, Path]:
    return write(folder, "XTB", "1", "95%"), write(folder, "XTB", "2", other)


def test_findings_across_tables_are_suppressed(tmp_path: Path) -> None:
    pair(tmp_path, "90%")
    report = check(tmp_path, select=("XTB001", "SUP"))
    assert [finding.code for finding in report.findings if finding.code.startswith("XTB")] == []
    assert {finding.code for finding in report.suppressed} == {"XTB001"}
    assert all(finding.suppressed == "已批复" for finding in report.suppressed)


def test_across_tables_unused_is_said_only_where_folders_were_looked_at(tmp_path: Path) -> None:
    for path in pair(tmp_path, "95%"):
        path.write_text(path.read_text(encoding="utf-8").replace("[XTB]", "[XTB001]"), encoding="utf-8")
    assert unused(check(tmp_path, select=("XTB001", "SUP"))) == ["XTB001", "XTB001"]
    assert unused(check(tmp_path / "1.yaml", select=("XTB001", "SUP"))) == []


@pytest.mark.parametrize(
    ("codes", "hidden"),
    [("DIR001", 1), ("positive-rate-upper-bound", 1), ("DIR", 1), ("ALL", 0), ("D", 0)],
)
def test_a_comment_names_a_rule_by_code_or_name_and_never_all(codes: str, hidden: int, tmp_path: Path) -> None:
    report = check(write(tmp_path, codes, value="≤100%"), select=("DIR001", "SUP001"))
    assert report.summary.suppressed == hidden
    assert [finding.value for finding in report.findings if finding.code == "SUP001"] == [codes] * (not hidden)


def blanket(report: Report) -> list[tuple[str, str]]:
    return [(finding.value, finding.severity.value) for finding in report.findings if finding.code == "SUP006"]


@pytest.mark.parametrize(
    ("codes", "severity"),
    [("DIR", "info"), ("DIR, PLN, BUD", "warning"), ("DIR001, PLN001, BUD001", None), ("DIR00", None)],
)
def test_a_comment_that_silences_a_great_many_rules(codes: str, severity: str | None, tmp_path: Path) -> None:
    assert blanket(check(write(tmp_path, codes), select=("SUP006",))) == ([(codes, severity)] if severity else [])


def test_the_rule_against_blanket_comments_can_be_locked(tmp_path: Path) -> None:
    (tmp_path / "perflint.yaml").write_text("lock: [SUP006]\n", encoding="utf-8")
    below = tmp_path / "科室"
    below.mkdir()
    (below / "perflint.yaml").write_text("extends: ../perflint.yaml\nignore: [SUP006]\n", encoding="utf-8")
    path = write(below, "SUP, DIR, PLN")
    assert blanket(run(Plan((path,), Options(), None, cached=False))) == [("SUP, DIR, PLN", "warning")]


def test_how_many_rules_are_too_many_is_a_setting(tmp_path: Path) -> None:
    config = tmp_path / "perflint.yaml"
    config.write_text("settings: {suppression.most_rules: 200}\n", encoding="utf-8")
    assert blanket(check(write(tmp_path, "SUP, DIR, PLN"), config=config)) == []
