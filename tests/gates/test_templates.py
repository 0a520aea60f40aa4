"""The files for CI and pre-commit: one text each, in the example repository and as a template, run as a runner would."""

import json
import os
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from perflint import __version__
from perflint.cli.ci_files import ci_files
from perflint.source import Data, read_source, to_data

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "budget-repository"
GATES = dict(ci_files(github=True, gitlab=True, pre_commit=True))
TABLE = "tables/2027/农村公路养护.yaml"
needs_bash = pytest.mark.skipif(shutil.which("bash") is None or sys.platform == "win32", reason="needs bash")


def load(name: str) -> dict[str, Data]:
    """Return a file of the example as data."""
    data = to_data(read_source((EXAMPLE / name).read_bytes(), name).roots[0])
    assert isinstance(data, dict)
    return data


def part(data: Data, *keys: str) -> Data:
    """Return what stands below keys."""
    for key in keys:
        assert isinstance(data, dict)
        data = data[key]
    return data


def commands(name: str) -> list[str]:
    """Return the commands of a CI file, without those that install."""
    if name == ".gitlab-ci.yml":
        found = part(load(name), "perflint", "script")
        assert isinstance(found, list)
        lines = [str(line) for line in found]
    else:
        steps = part(load(name), "jobs", "check", "steps")
        assert isinstance(steps, list)
        lines = [str(step["run"]) for step in steps if isinstance(step, dict) and "run" in step]
    assert lines[0] == 'pip install "$PERFLINT"'
    return lines[1:]


@pytest.fixture
def budget(tmp_path: Path) -> Path:
    """Return a copy of the example repository."""
    return Path(shutil.copytree(EXAMPLE, tmp_path / "budget"))


def runner(folder: Path, command: str, **given: str) -> subprocess.CompletedProcess[str]:
    """Run a command of a CI file with bash, as a runner does."""
    kept = {name: text for name, text in os.environ.items() if not name.startswith(("GITHUB_", "CI_"))}
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**kept, "PATH": path, "PYTHONIOENCODING": "utf-8", **given}
    return subprocess.run(  # noqa: S603  # a command of our own files
        ["bash", "-eo", "pipefail", "-c", command], cwd=folder, env=environment, capture_output=True, text=True,  # noqa: S607  # bash of the path, as a runner takes it
        encoding="utf-8", check=False,
    )  # fmt: skip


def worsen(folder: Path) -> None:
    """Write an upper bound where a lower one belongs."""
    table = folder / TABLE
    text = table.read_text(encoding="utf-8")
    assert "≥85%" in text
    table.write_text(text.replace("≥85%", "≤85%"), encoding="utf-8")


@pytest.mark.parametrize("name", GATES)
def test_the_example_has_the_files_that_init_writes(name: str) -> None:
    assert (EXAMPLE / name).read_text(encoding="utf-8") == GATES[name]
    assert name == ".gitattributes" or f"perflint-targets=={__version__}" in GATES[name]


def test_the_template_is_the_same_job() -> None:
    assert (ROOT / "docs/guides/templates/perflint.gitlab-ci.yml").read_text(encoding="utf-8") == GATES[
        ".gitlab-ci.yml"
    ]


@needs_bash
def test_gitlab_uploads_both_reports_of_a_failing_job(budget: Path) -> None:
    worsen(budget)
    (command,) = commands(".gitlab-ci.yml")
    done = runner(budget, command)
    assert done.returncode == 1, done.stderr
    assert part(load(".gitlab-ci.yml"), "perflint", "artifacts", "when") == "always"
    quality = budget / str(part(load(".gitlab-ci.yml"), "perflint", "artifacts", "reports", "codequality"))
    assert "DIR001" in {entry["check_name"] for entry in json.loads(quality.read_text(encoding="utf-8"))}
    junit = budget / str(part(load(".gitlab-ci.yml"), "perflint", "artifacts", "reports", "junit"))
    assert ET.parse(junit).getroot().findall(".//failure")  # noqa: S314  # written by the line above


@needs_bash
def test_gitlab_lets_the_example_pass_and_still_uploads(budget: Path) -> None:
    done = runner(budget, *commands(".gitlab-ci.yml"))
    assert done.returncode == 0, done.stdout
    assert json.loads((budget / "gl-code-quality.json").read_text(encoding="utf-8"))


@needs_bash
@pytest.mark.parametrize(("broken", "code"), [(False, 0), (True, 1)])
def test_github_annotates(budget: Path, *, broken: bool, code: int) -> None:
    if broken:
        worsen(budget)
    done = runner(budget, *commands(".github/workflows/perflint.yml"), GITHUB_ACTIONS="true")
    assert done.returncode == code, done.stderr
    assert ("::error " in done.stdout) == broken
    assert "::warning " in done.stdout
