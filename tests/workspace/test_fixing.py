"""Mending whole runs: rounds that settle or say why not, findings across tables, trust set by the project."""

from pathlib import Path

import pytest

from perflint.adoption.known_findings import KnownFindings
from perflint.judge import Obstacle
from perflint.workspace.checking import Options
from perflint.workspace.configuration.config import ConfigError
from perflint.workspace.configuration.loading import load_config
from perflint.workspace.runs.discovering import Plan
from perflint.workspace.runs.fixing import FixRun, mend_all
from perflint.workspace.runs.run import run

RULE = """\
id: {id}
name: {name}
severity: warning
since: "0.1"
title: {{zh: 试, en: trial}}
why: {{zh: 试, en: trial}}
given: value
assert: {demand}
at: value
message: {{zh: 试, en: trial}}
fix: {{safety: {safety}, with: '{text}'}}
examples:
  - bad: ""
  - good: ""
"""
ROW = "indicators:\n  - {{level2: 质量指标, name: 合格率, value: {}}}\n"


def pack(folder: Path, safety: str = "safe", **rules: tuple[str, str]) -> None:
    """Write rules of (what is demanded, new text) and a configuration that selects them alone."""
    (folder / "pack" / "trial").mkdir(parents=True)
    for code, (demand, text) in rules.items():
        words = RULE.format(id=code, name=code.lower(), demand=demand, text=text, safety=safety)
        (folder / "pack" / "trial" / f"{code}.yaml").write_text(words, encoding="utf-8")
    configure(folder, f"rules: [pack]\nselect: [{', '.join(rules)}]\n")


def configure(folder: Path, text: str) -> None:
    """Write the configuration of a folder."""
    (folder / "perflint.yaml").write_text(text, encoding="utf-8")


def table(folder: Path, name: str, text: str) -> Path:
    """Write a table."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def mended(folder: Path, *, unsafe: bool = False, select: tuple[str, ...] = (), jobs: int = 1) -> FixRun:
    """Return what mending a folder yields."""
    return mend_all(Plan((folder,), Options("zh", select=select), jobs=jobs, cached=False), unsafe=unsafe)


def texts(fix_run: FixRun) -> dict[str, str]:
    """Return the new content of the files by name."""
    return {repair.file.name: repair.after.decode() for repair in fix_run.repairs}


def refused(fix_run: FixRun) -> dict[str, str]:
    """Return why the fix of a code was refused."""
    return {entry.finding.code: entry.reason for repair in fix_run.repairs for entry in repair.refused}


def test_fixes_that_undo_one_another_are_given_up_and_the_others_made(tmp_path: Path) -> None:
    pack(
        tmp_path,
        ZAA001=("""'value.text != "甲"'""", '"乙"'),
        ZAA002=("""'value.text != "乙"'""", '"甲"'),
        ZAA003=("""'value.text != "丙"'""", '"丁"'),
    )
    rows = "indicators:\n  - {name: 子, value: 甲}\n  - {name: 丑, value: 丙}\n"
    table(tmp_path, "a.yaml", rows)
    fix_run = mended(tmp_path)
    assert texts(fix_run) == {"a.yaml": rows.replace("丙", "丁")}
    assert refused(fix_run) == {"ZAA001": Obstacle.RESTLESS.say("zh")}


def test_a_fix_that_never_ends_is_given_up(tmp_path: Path) -> None:
    pack(tmp_path, ZAB001=("'false'", 'value.text + "甲"'))
    table(tmp_path, "a.yaml", ROW.format("甲"))
    fix_run = mended(tmp_path)
    assert texts(fix_run) == {"a.yaml": ROW.format("甲")}
    assert refused(fix_run) == {"ZAB001": Obstacle.RESTLESS.say("zh")}


def test_an_unsafe_fix_that_raises_a_warning_is_given_up_and_the_others_made(tmp_path: Path) -> None:
    pack(
        tmp_path,
        safety="unsafe",
        ZAD001=("""'value.text != "甲"'""", '"乙"'),
        ZAD002=("""'value.text != "丙"'""", '"丁"'),
        ZAD003=("""'value.text != "乙"'""", '"乙"'),
    )
    rows = "indicators:\n  - {name: 子, value: 甲}\n  - {name: 丑, value: 丙}\n"
    table(tmp_path, "a.yaml", rows)
    fix_run = mended(tmp_path, unsafe=True)
    assert texts(fix_run) == {"a.yaml": rows.replace("丙", "丁")}
    assert refused(fix_run) == {"ZAD001": Obstacle.HARM.say("zh").format(codes="ZAD003")}


def test_what_the_tables_of_an_agency_spell_differently_is_mended_from_across(tmp_path: Path) -> None:
    head = "kind: 项目\nyear: 2023\nagency: 市场监管局\nproject: {{name: {}}}\n"
    for name, number in (("a", "冀财〔2022〕5号"), ("b", "冀财[2022]5号"), ("c", "冀财（2022）5号")):
        row = f"indicators:\n  - {{level2: 数量指标, name: 抽检批次, value: 1批次, basis: '根据{number}文件，共{name}项'}}\n"
        table(tmp_path, f"{name}.yaml", head.format(f"项目{name}") + row)
    fix_run = mended(tmp_path, select=("SRC017",))
    assert {finding.code for repair in fix_run.repairs for finding in repair.mended} == {"SRC017"}
    assert sorted(texts(fix_run)) == ["b.yaml", "c.yaml"]
    assert all("根据冀财〔2022〕5号文件" in text for text in texts(fix_run).values())
    assert not fix_run.report.findings
    assert not refused(fix_run)


def test_many_processes_mend_as_one_does(tmp_path: Path) -> None:
    for number in range(120):
        table(tmp_path, f"{number:03}.yaml", ROW.format("９5%" if number % 2 else "≥100%"))
    alone, together = (mended(tmp_path, jobs=jobs) for jobs in (1, 2))
    assert alone.repairs == together.repairs
    assert list(alone.report.findings) == list(together.report.findings)
    assert len(alone.repairs) == 120


TRUSTS = {
    "promoted": ("{DIR001: safe}", "safe", "100%"),
    "by prefix": ("{DIR: safe}", "safe", "100%"),
    "the exact code wins": ("{DIR001: safe, DIR: unsafe}", "safe", "100%"),
    "by name": ("{positive-rate-upper-bound: safe}", "safe", "100%"),
    "as the rule says": ("{DIR002: safe}", "safe", "≤100%"),
    "demoted": ("{DIR001: display}", "unsafe", "≤100%"),
    "off": ('{DIR001: "off"}', "unsafe", "≤100%"),
    "off without quotes": ("{DIR001: off}", "unsafe", "≤100%"),
}


@pytest.mark.parametrize(("fixes", "asked", "value"), TRUSTS.values(), ids=TRUSTS)
def test_a_project_says_how_far_it_trusts_a_fix(tmp_path: Path, fixes: str, asked: str, value: str) -> None:
    configure(tmp_path, f"fixes: {fixes}\n")
    path = table(tmp_path, "a.yaml", "indicators:\n  - {level2: 质量指标, name: 运转保障率, value: ≤100%}\n")
    fix_run = mended(tmp_path, unsafe=asked == "unsafe", select=("DIR001",))
    written = fix_run.repairs[0].after if fix_run.repairs else path.read_bytes()
    assert written.decode() == path.read_text(encoding="utf-8").replace("≤100%", value)


def test_a_fix_that_is_off_is_not_offered(tmp_path: Path) -> None:
    configure(tmp_path, "fixes: {DIR001: off}\n")
    table(tmp_path, "a.yaml", "indicators:\n  - {level2: 质量指标, name: 运转保障率, value: ≤100%}\n")
    (finding,) = run(Plan((tmp_path,), Options("zh", select=("DIR001",)), cached=False)).findings
    assert finding.fix is None


WRONG = {
    "no such word": ("fixes: {DIR001: yes}", ConfigError, "fixes DIR001: 应为 safe、unsafe、display 或 off"),
    "mistyped": ("fixes: {DIR001: unsave}", ConfigError, "did you mean `unsafe`?"),
    "no mapping": ("fixes: [DIR001]", ConfigError, "rules with a word each"),
    "no such rule": ("fixes: {DIR999: safe}", ConfigError, "no rule is called `DIR999`"),
    "a rule without a fix": ("fixes: {BUD001: safe}", ConfigError, "`BUD001` has no fix"),
    "a stub": ("fixes: {SRC001: safe}", ConfigError, "display or off, not safe"),
}


@pytest.mark.parametrize(("config", "error", "said"), WRONG.values(), ids=WRONG)
def test_a_wrong_word_is_explained(tmp_path: Path, config: str, error: type[Exception], said: str) -> None:
    configure(tmp_path, f"{config}\n")
    table(tmp_path, "a.yaml", ROW.format("90%"))
    with pytest.raises(error) as caught:
        mended(tmp_path)
    assert said in str(caught.value)


def test_what_is_extended_is_kept(tmp_path: Path) -> None:
    (tmp_path / "city.yaml").write_text("fixes: {DIR001: safe, WRD: off}\n", encoding="utf-8")
    configure(tmp_path, "extends: city.yaml\nfixes: {WRD009: safe}\n")
    fixes = load_config(tmp_path / "perflint.yaml").selection.fixes
    assert fixes == (("DIR001", "safe"), ("WRD", "off"), ("WRD009", "safe"))


def test_what_the_baseline_knows_is_left_alone(tmp_path: Path) -> None:
    path = table(tmp_path, "a.yaml", ROW.format("９5%"))
    plan = Plan((tmp_path,), Options("zh", select=("VAL021",)), cached=False)
    known = frozenset(finding.fingerprint for finding in run(plan).findings)
    assert known
    assert not mend_all(plan, unsafe=True, known_findings=KnownFindings(earlier=known)).repairs
    path.write_text(ROW.format("９５%"), encoding="utf-8")
    assert texts(mend_all(plan, unsafe=True, known_findings=KnownFindings(earlier=known))) == {
        "a.yaml": ROW.format("95%")
    }


STUBS = {
    "among siblings": ("  - level2: 数量指标\n    name: 抽检批次\n    value: 1批次  # 注\n", "\n    # basis: "),
    "in Chinese": ("  - 二级指标: 数量指标\n    三级指标: 抽检批次\n    指标值: 1批次\n", "\n    # 指标值确定依据: "),
    "under a dash": ("  -\n     name: 抽检批次\n     value: 1批次\n", "\n     # basis: "),
}


@pytest.mark.parametrize(("row", "stub"), STUBS.values(), ids=STUBS)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_missing_key_is_shown_as_a_stub_and_never_written(tmp_path: Path, row: str, stub: str, newline: str) -> None:
    text = f"profile: hebei\nindicators:\n{row}".replace("\n", newline)
    (tmp_path / "a.yaml").write_bytes(text.encode())
    fix_run = mended(tmp_path, unsafe=True, select=("SRC001",))
    assert not fix_run.repairs
    (finding,) = fix_run.shown
    assert finding.fix is not None
    (edit,) = finding.fix.edits
    assert edit.start == edit.end == len(text.rstrip())
    assert edit.text.startswith(stub.replace("\n", newline))


def test_a_row_in_braces_has_no_place_for_a_stub(tmp_path: Path) -> None:
    table(tmp_path, "a.yaml", "profile: hebei\nindicators:\n  - {level2: 数量指标, name: 抽检批次, value: 1批次}\n")
    assert not mended(tmp_path, select=("SRC001",)).shown
