"""No traceback, whatever comes: facts that break, packs of wrong shapes, closed streams, killed workers, odd arguments."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any, cast

import pytest

from perflint.judge import InputError, RuleError, load_pack
from perflint.judge.kinds import facts_of
from perflint.workspace.checking import Checker, Options
from perflint.workspace.configuration.config import Config
from perflint.workspace.runs.discovering import Plan
from perflint.workspace.runs.run import run
from perflint.workspace.runs.workers import forget_checkers
from tests.security.running import INPUTS, TABLE, inside

posix = pytest.mark.skipif(sys.platform == "win32", reason="streams and signals differ")


@pytest.mark.parametrize("name", ["traceback_budget.yaml", "traceback_ratio.yaml"])
def test_a_number_that_cannot_be_calculated_with_is_a_finding_on_the_rule(name: str, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes((INPUTS / name).read_bytes())
    (tmp_path / "b.yaml").write_text(TABLE, encoding="utf-8")
    report = run(Plan((tmp_path,), Options(), no_config=True, cached=False))
    assert not report.errors
    found = {(Path(finding.place.path).name, finding.code) for finding in report.findings}
    assert {("a.yaml", "RUL001"), ("b.yaml", "DIR001")} <= found
    assert report.summary.tables == 2


def boom(*_: object) -> bool:
    raise KeyError("planted")


def test_a_fact_that_breaks_takes_only_its_rules_along(monkeypatch: pytest.MonkeyPatch) -> None:
    before = Checker(Config(), Options()).check(TABLE.encode(), "t.yaml")
    known = cast("dict[str, Any]", facts_of("indicator"))
    fact, accessor = known["indicator.name_fault"]
    monkeypatch.setitem(known, "indicator.name_fault", (fact._replace(derive=boom), accessor))
    forget_checkers()  # and what the name alone has answered
    after = Checker(Config(), Options()).check(TABLE.encode(), "t.yaml")
    assert not isinstance(before, InputError)
    assert not isinstance(after, InputError)
    (failure,) = [finding for finding in after.findings if finding.code == "RUL001"]
    assert "KeyError" in failure.message
    assert {f.fingerprint for f in before.findings} <= {f.fingerprint for f in after.findings}


def test_a_table_that_breaks_leaves_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    from perflint.judge import inspection  # noqa: PLC0415  # patched here

    judged = inspection.__dict__["member_of"]
    calls: list[object] = []

    def once(view: object) -> object:
        calls.append(view)
        return boom() if len(calls) == 1 else judged(view)

    monkeypatch.setattr(inspection, "member_of", once)
    found = Checker(Config(), Options()).check(f"{TABLE}---\n{TABLE}".encode(), "t.yaml")
    assert not isinstance(found, InputError)
    assert sum(finding.code == "RUL001" for finding in found.findings) == 1
    assert sum(finding.code == "DIR001" for finding in found.findings) == 2


def test_a_file_that_breaks_is_that_file_s_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("perflint.workspace.checking.read_source", boom)
    found = Checker(Config(), Options(lang="en")).check(b"kind: project", "t.yaml")
    assert isinstance(found, InputError)
    assert "KeyError" in found.message


RULE = """\
id: OWN001
name: own-rule
severity: warning
title: {zh: 我, en: me}
why: {zh: 我, en: me}
given: value
when: 'true'
assert: 'false'
message: {zh: 我, en: me}
examples: [{bad: "a: 1"}, {good: "a: 1"}]
"""
WRONG = {
    "binary": (b"\0\1\2\xff" * 50).decode("latin-1"),
    "list": "when: [true]",
    "cases": "cases: abc",
    "examples": "examples: {a: {b: c}}",
    "pattern": "when: value.text.matches('(')",
    "id": "id: [a]",
    "id-word": "id: x y",
    "at": "at: {a: b}",
    "fix": "fix: [a]",
    "fix-text": "fix: abc",
    "title": "title: abc",
    "severity": "severity: {a: b}",
    "given": "given: [value]",
    "deep": "when: " + "(" * 200 + "true" + ")" * 200,
    "signs": "when: '" + "!" * 9000 + "true'",
    "long": "when: '" + "true && " * 3000 + "true'",
    "forms": "forms: {except: {a: b}}",
    "case": "cases: [{when: [a]}]",
    "no-when": "cases: [{severity: info}]",
    "authority": "authority: [a]",
    "message": "message: {zh: [a], en: b}",
    "macro": "when: '[1].all(x, y)'",
    "empty": "when: ''",
    "alias": "why: &a [*a]",
}


@pytest.mark.parametrize("name", WRONG)
def test_a_pack_of_a_wrong_shape_is_said_by_file_and_line(tmp_path: Path, name: str) -> None:
    own = tmp_path / "p" / "own"
    own.mkdir(parents=True)
    key = WRONG[name].partition(":")[0]
    kept = "".join(line for line in RULE.splitlines(keepends=True) if not line.startswith(f"{key}:"))
    text = WRONG[name] if name == "binary" else f"{kept}{WRONG[name]}\n"
    (own / "a.yaml").write_text(text, encoding="latin-1" if name == "binary" else "utf-8")
    with pytest.raises(RuleError, match=r"a\.yaml:\d+:\d+: "):
        load_pack((tmp_path / "p",))


def test_a_pack_that_is_over_budget_is_a_finding_on_the_rule(tmp_path: Path) -> None:
    own = tmp_path / "p" / "own"
    own.mkdir(parents=True)
    grown = "when: |-\n  value.text" + f'.replace("", "{"a" * 100}")' * 5 + ".size() > 0"
    (own / "a.yaml").write_text(RULE.replace("when: 'true'", grown), encoding="utf-8")
    found = Checker(Config(packs=(tmp_path / "p",)), Options(select=("OWN001",))).check(TABLE.encode(), "t.yaml")
    assert not isinstance(found, InputError)
    (failure,) = [finding for finding in found.findings if finding.code == "RUL001"]
    assert "OWN001" in failure.message
    assert "步" in failure.message


LONG = "a" * 300
LONE = os.fsdecode(b"\xff") if os.name == "posix" else "\ufffd"
ARGUMENTS = [
    ("value", LONE),
    ("value", "9" * 5000),
    ("value", ""),
    ("value", "≤" * 2000),
    ("check", LONG),
    ("check", LONE),
    ("check", "t.yaml", "--select", LONG),
    ("check", "t.yaml", "--config", LONG),
    ("check", "t.yaml", "--baseline", LONG),
    ("check", "t.yaml", "--format", f"json={LONG}"),
    ("check", "t.yaml", "--since", LONE),
    ("check", "t.yaml", "--profile", LONE),
    ("report", "t.yaml", "-o", f"{LONG}.html"),
    ("explain", LONE),
    ("export", "t.yaml", "-o", f"{LONG}.docx"),
    ("import", LONG, "-o", LONG),
    ("init", LONG),
    ("config", LONG),
    ("facts", LONE),
    ("rules-test", LONE),
    ("rules", "--profile", LONE),
    ("baseline", LONG),
    ("fix", LONG),
    ("schema", LONE),
    ("check", "t.yaml", "--stdin-filename", LONE, "-"),
]


@pytest.mark.parametrize("words", ARGUMENTS, ids=lambda words: f"{words[0]}-{len(words[-1])}")
def test_odd_arguments_are_answered_in_words(tmp_path: Path, words: tuple[str, ...]) -> None:
    (tmp_path / "t.yaml").write_text(TABLE, encoding="utf-8")
    done = inside(*words, folder=tmp_path)
    assert "program failed" not in done.stderr


@posix
@pytest.mark.parametrize("redirection", ["<&-", ">&-", ">/dev/full", "2>&-", ">&- 2>&- <&-", "| true"])
def test_streams_that_are_closed_or_full(tmp_path: Path, redirection: str) -> None:
    (tmp_path / "t.yaml").write_text(TABLE, encoding="utf-8")
    command = f'"{sys.executable}" -m perflint check t.yaml {redirection}; exit $?'
    shell = ["/bin/sh", "-c", command]
    done = subprocess.run(shell, cwd=tmp_path, capture_output=True, check=False, encoding="utf-8")  # noqa: S603  # our own words
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr
    assert done.returncode in {0, 1, 2}
    if "/dev/full" in redirection or ">&-" in redirection.replace("2>&-", ""):
        assert done.returncode == 2


@posix
def test_a_working_folder_that_is_gone(tmp_path: Path) -> None:
    command = f'mkdir x && cd x && rmdir ../x && "{sys.executable}" -m perflint check .'
    shell, place = ["/bin/sh", "-c", command], {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    done = subprocess.run(shell, cwd=tmp_path, capture_output=True, check=False, encoding="utf-8", env=place)  # noqa: S603  # our own words
    assert ("Traceback" in done.stderr, done.returncode) == (False, 2)


@posix
def test_a_worker_that_is_killed_hides_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from perflint.workspace.processes import apart  # noqa: PLC0415  # ended here
    from perflint.workspace.runs import workers  # noqa: PLC0415  # patched here

    apart._end_all()  # noqa: SLF001  # a process that an earlier test left behind knows nothing of the patch below
    for number in range(100):
        (tmp_path / f"{number:03}.yaml").write_text(TABLE.replace('"1"', f'"{number}"'), encoding="utf-8")
    judged, parent = workers.judge_one, os.getpid()

    def deadly(job: workers.Job, options: Options) -> object:
        if job[0].name == "050.yaml" and os.getpid() != parent:
            os.kill(os.getpid(), signal.SIGKILL)
        return judged(job, options)

    monkeypatch.setattr(workers, "judge_one", deadly)
    report = run(Plan((tmp_path,), Options(select=("DIR001",)), no_config=True, jobs=2, cached=False))
    assert [Path(error.path).name for error in report.errors] == ["050.yaml"]
    assert report.summary.tables == 99
