"""Formats as a CI job uses them: files beside text, in a workflow without being asked, on standard input."""

import json
import os
import re
from pathlib import Path

import pytest
from jsonschema import Draft4Validator

from tests.starting import perflint

SCHEMA = Path(__file__).parent.parent / "report" / "schemas" / "sarif-2.1.0.json"
TABLE = """\
kind: project
indicators:
  - {level2: 质量指标, name: 😀运转保障率, value: ≤100%}
  # perflint: ignore[DIR001] 县财政局批复时已确认
  - {level2: 质量指标, name: 车辆保障率, value: ≤100%}
  - {level2: 质量指标, name: 档案保障率, value: "≤100%", note: "
::error::假的"}
"""


def run(folder: Path, *words: str, given: bytes = b"", **environment: str) -> tuple[int, str]:
    around = {name: value for name, value in os.environ.items() if not name.startswith(("GITHUB_", "CI_"))}
    done = perflint(
        "check", "--select", "DIR001", "--lang", "en", *words, folder=folder, given=given,
        environment={**around, "PYTHONIOENCODING": "utf-8", **environment},
    )  # fmt: skip
    assert done.stderr == b""
    return done.returncode, done.stdout.decode()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "预算 1").mkdir()
    (tmp_path / "预算 1" / "甲,100%.yaml").write_bytes(b"\xef\xbb\xbf" + TABLE.encode())
    return tmp_path


@pytest.mark.parametrize(("more", "results"), [((), 2), (("--show-suppressed",), 3)])
def test_sarif_of_a_real_run_is_valid(more: tuple[str, ...], results: int, folder: Path) -> None:
    assert run(folder, "--format", "sarif=out.sarif", "--format", "concise", *more)[0] == 1
    log = json.loads((folder / "out.sarif").read_text(encoding="utf-8"))
    Draft4Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).validate(log)
    (one,) = log["runs"]
    assert [result["ruleId"] for result in one["results"]] == ["DIR001"] * results
    assert one["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == (
        "%E9%A2%84%E7%AE%97%201/%E7%94%B2%2C100%25.yaml"
    )
    assert "# DIR001" in one["tool"]["driver"]["rules"][0]["help"]["markdown"]


def test_baseline_states_of_a_real_run(folder: Path) -> None:
    run(folder, "--format", "json=all.json")
    assert perflint("baseline", "--select", "DIR001", ".", folder=folder, environment=os.environ).returncode == 0
    extended = folder / "预算 1" / "甲,100%.yaml"
    extended.write_text(
        extended.read_text(encoding="utf-8") + "  - {level2: 质量指标, name: 安全保障率, value: ≤100%}\n",
        encoding="utf-8",
    )
    words = ["--baseline", ".perflint-baseline.json", "--show-suppressed", "--format", "sarif"]
    code, text = run(folder, *words)
    states = [(entry.get("baselineState"), "suppressions" in entry) for entry in json.loads(text)["runs"][0]["results"]]
    assert code == 1
    assert sorted(states, key=str) == [("new", False), ("unchanged", False), ("unchanged", False), (None, True)]


def test_a_workflow_gets_annotations_and_text_that_it_does_not_obey(folder: Path) -> None:
    code, text = run(folder, GITHUB_ACTIONS="true", GITHUB_STEP_SUMMARY=str(folder / "summary.md"))
    begin, token, rest = text.partition("\n")
    assert code == 1
    mark = begin.removeprefix("::stop-commands::")
    fenced, _, annotations = rest.partition(f"::{mark}::\n")
    assert len(mark) == 32
    assert "positive-rate-upper-bound" in fenced
    assert re.findall(r"^::(\w+) file=预算 1/甲%2C100%25.yaml,line=(\d+)", annotations, re.MULTILINE) == [
        ("error", "3"), ("error", "6"),
    ]  # fmt: skip
    assert (folder / "summary.md").read_text(encoding="utf-8").startswith("## perflint ❌")
    assert token


def test_a_format_that_is_named_is_all_that_a_workflow_gets(folder: Path) -> None:
    _, text = run(folder, "--format", "concise", GITHUB_ACTIONS="true", GITHUB_STEP_SUMMARY=str(folder / "summary.md"))
    assert "::" not in text
    assert not (folder / "summary.md").exists()


def test_paths_are_relative_to_what_ci_calls_the_project(folder: Path) -> None:
    _, text = run(folder / "预算 1", "--format", "gitlab", CI_PROJECT_DIR=str(folder))
    assert {issue["location"]["path"] for issue in json.loads(text)} == {"预算 1/甲,100%.yaml"}


@pytest.mark.parametrize("name", ["rdjson", "sarif", "junit", "github", "gitlab", "markdown"])
def test_standard_input(name: str, folder: Path) -> None:
    code, text = run(folder, "-", "--stdin-filename", "预算 1/甲,100%.yaml", "--format", name, given=TABLE.encode())
    assert code == 1
    if name == "rdjson":
        # The file on the disk, which has a byte order mark and other lines, is not looked at.
        found = json.loads(text)["diagnostics"][0]
        assert found["location"]["range"]["start"] == {
            "line": 3,
            "column": len("  - {level2: 质量指标, name: 😀运转保障率, value: ".encode()) + 1,
        }
        assert found["suggestions"]


def test_quiet_writes_the_files_that_are_asked_for(folder: Path) -> None:
    assert run(folder, "-q", "--format", "sarif=out.sarif", "--format", "text") == (1, "")
    assert len(json.loads((folder / "out.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]) == 2


def test_a_check_as_a_page_is_the_review(folder: Path) -> None:
    assert run(folder, "-q", "--format", "html=out.html")[0] == 1
    _, page = run(folder, "--format", "html")
    reviewed = perflint("report", "--select", "DIR001", "--lang", "en", "--format", "html", folder=folder,
                        environment={**os.environ, "PYTHONIOENCODING": "utf-8"})  # fmt: skip
    assert page == reviewed.stdout.decode() == (folder / "out.html").read_text(encoding="utf-8")
    assert "positive-rate-upper-bound" in page or "DIR001" in page
