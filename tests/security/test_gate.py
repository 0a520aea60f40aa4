"""The gate cannot be switched off unseen: what is locked stays, what is left out is said."""

from pathlib import Path

import pytest

from perflint.adoption.entry import Baseline, entry_of
from perflint.adoption.known_findings import KnownFindings
from perflint.report import Report
from perflint.workspace.checking import Options
from perflint.workspace.configuration.config import ConfigError
from perflint.workspace.configuration.loading import find_config, load_config
from perflint.workspace.runs.discovering import Plan
from perflint.workspace.runs.run import run
from tests.security.running import TABLE, inside


@pytest.fixture
def bureau(tmp_path: Path) -> Path:
    """A bureau's folder that locks DIR, and a department's below it."""
    (tmp_path / "perflint.yaml").write_text("lock: [DIR]\n")
    (tmp_path / "dept").mkdir()
    (tmp_path / "dept" / "t.yaml").write_text(TABLE, encoding="utf-8")
    return tmp_path


def check(folder: Path, known_findings: KnownFindings | None = None) -> Report:
    return run(Plan((folder,), Options(), cached=False), known_findings=known_findings)


def codes(report: Report) -> set[str]:
    return {finding.code for finding in report.findings}


@pytest.mark.parametrize("text", ["ignore: [ALL]", "ignore: [DIR001]", "ignore: [DIR, SUP]", "select: [WRD]", "severity: {DIR: 'off'}",
                                  "severity: {DIR001: info}", "overrides: [{files: '*.yaml', ignore: [DIR001]}]",
                                  "overrides: [{files: '*.yaml', severity: {DIR001: 'off'}}]", "rules: [./p]\nprofile: hebei"])  # fmt: skip
def test_no_configuration_below_silences_what_is_locked(bureau: Path, text: str) -> None:
    (bureau / "dept" / "p" / "profiles").mkdir(parents=True)
    profile = 'id: hebei\nextends: general\ntitle: {zh: 我, en: me}\nrules: {DIR001: "off"}\n'
    (bureau / "dept" / "p" / "profiles" / "own.yaml").write_text(profile, encoding="utf-8")
    (bureau / "dept" / "perflint.yaml").write_text(text + "\n")
    report = check(bureau)
    found = next(finding for finding in report.findings if finding.code == "DIR001")
    assert found.severity == "error"
    told = [finding for finding in report.findings if finding.code == "SUP005"]
    assert told
    assert told[0].place.path.endswith("dept/perflint.yaml")


def test_a_department_may_be_stricter(bureau: Path) -> None:
    (bureau / "dept" / "perflint.yaml").write_text("severity: {DIR008: error}\nignore: [WRD]\n")
    assert "SUP005" not in codes(check(bureau))


@pytest.mark.parametrize("comment", ["ignore[DIR001] 按上年口径", "ignore[DIR] 按上年口径"])
def test_no_comment_silences_what_is_locked(bureau: Path, comment: str) -> None:
    (bureau / "dept" / "t.yaml").write_text(TABLE.rstrip() + f" # perflint: {comment}\n", encoding="utf-8")
    assert {"DIR001", "SUP005"} <= codes(check(bureau))
    (bureau / "perflint.yaml").write_text("lock: [WRD]\n")
    find_config.__globals__["load_config"].cache_clear()
    assert not {"DIR001", "SUP005"} & codes(check(bureau))


def test_no_baseline_silences_what_is_locked(bureau: Path) -> None:
    known = check(bureau)
    known_findings = KnownFindings(Baseline(Path("b.json"), tuple(map(entry_of, known.findings))))
    report = check(bureau, known_findings)
    assert "DIR001" in codes(report)
    assert report.summary.baselined > 0
    assert all(code.startswith("DIR") for code in codes(report))


@pytest.mark.parametrize(
    "comment",
    [
        "ignore[D,W,S,X,V,P,T,B,G,H,C,O] 。",
        "ignore[D] 一次性的安排",
        "ignore[DIR001] 。",
        "ignore[DIR001]",
        "ignore[DIR001] x",
        "ignore[] 一次性的安排",
    ],
)
def test_a_comment_that_says_too_much_or_nothing_silences_nothing(tmp_path: Path, comment: str) -> None:
    (tmp_path / "t.yaml").write_text(TABLE.rstrip() + f" # perflint: {comment}\n", encoding="utf-8")
    found = codes(check(tmp_path))
    assert "DIR001" in found
    assert found & {"SUP001", "SUP002"}


def test_rules_that_are_switched_off_stand_in_the_closing_line(tmp_path: Path) -> None:
    (tmp_path / "perflint.yaml").write_text("ignore: [DIR]\nexclude: ['x/**']\n")
    (tmp_path / "x").mkdir()
    for path in (tmp_path / "t.yaml", tmp_path / "x" / "u.yaml"):
        path.write_text(TABLE, encoding="utf-8")
    report = check(tmp_path)
    assert report.omitted.rules > 5
    assert report.omitted.files == 1
    last = inside("check", ".", "--lang", "en", "--format", "concise", folder=tmp_path).stdout.splitlines()[-1]
    assert f"by configuration: {report.omitted.rules} rules switched off, 1 files excluded" in last


def test_a_gate_without_rules_ends_with_3(tmp_path: Path) -> None:
    (tmp_path / "perflint.yaml").write_text("ignore: [ALL]\n")
    (tmp_path / "t.yaml").write_text(TABLE, encoding="utf-8")
    done = inside("check", ".", folder=tmp_path)
    assert done.returncode == 3


def test_a_profile_that_a_pack_replaces_is_named(tmp_path: Path) -> None:
    (tmp_path / "p" / "profiles").mkdir(parents=True)
    (tmp_path / "p" / "profiles" / "x.yaml").write_text(
        'id: hebei\nextends: general\ntitle: {zh: 我, en: me}\nrules: {DIR001: "off"}\n', encoding="utf-8"
    )
    (tmp_path / "perflint.yaml").write_text("rules: [./p]\n")
    (tmp_path / "t.yaml").write_text(TABLE, encoding="utf-8")
    assert check(tmp_path).omitted.profiles == ("hebei",)


@pytest.mark.parametrize("kind", ["folder", "circle"])
def test_a_configuration_that_is_no_file_is_an_error(tmp_path: Path, kind: str) -> None:
    own = tmp_path / "perflint.yaml"
    own.mkdir() if kind == "folder" else own.symlink_to("perflint.yaml")
    with pytest.raises(ConfigError):
        find_config(tmp_path)


WRONG = [
    "fail_on: sometimes",
    "profile: [a]",
    "extends: [a]",
    'exclude: ["[z-a]"]',
    "lang: xx",
    "lang: [zh]",
    "settings: abc",
    "severity: [a]",
    "select: {a: b}",
    "select: [[a]]",
    "overrides: abc",
    "overrides: [{ignore: [a]}]",
    'overrides: [{files: "[z-a]"}]',
    "overrides: [{files: a, x: b}]",
    "rules: [./nowhere]",
    'rules: ["\\ud800"]',
    'extends: "\\0"',
    'baseline: "\\udfff"',
    "rules: {a: b}",
    "severity: {DIR001: [a]}",
    "fixes: abc",
    "baseline: [a]",
    "lock: {a: b}",
    "[a, b]",
    "a: &x [*x]",
    "lock: [NONE]",
    "settings: {satisfaction.minimum: NaN}",
    "settings: {satisfaction.minimum: inf}",
    "settings: {satisfaction.minimum: [a, {b: c}]}",
    'ignore: [""]',
]


@pytest.mark.parametrize("text", WRONG)
def test_a_wrong_configuration_is_said_in_words(tmp_path: Path, text: str) -> None:
    (tmp_path / "perflint.yaml").write_text(text + "\n")
    (tmp_path / "t.yaml").write_text(TABLE, encoding="utf-8")
    done = inside("check", "t.yaml", folder=tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith("perflint: ")
    assert "program failed" not in done.stderr


def test_a_table_for_perflint_in_a_comment_alone_is_none(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("# [tool.perflint]\n[tool.other]\nx = 1\n")
    assert find_config(tmp_path) is None or find_config(tmp_path).parent != tmp_path  # type: ignore[union-attr]
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "pyproject.toml").write_text('[tool.perflint]\nignore = ["DIR"]\n')
    assert load_config(tmp_path / "a" / "pyproject.toml").selection.ignore == ("DIR",)
