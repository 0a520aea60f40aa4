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
