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
needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
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


def installing(name: str) -> str:
    """Return the command of a CI file that installs."""
    return scripts(name)[0]


def commands(name: str) -> list[str]:
    """Return the commands of a CI file, without those that install."""
    return scripts(name)[1:]


def scripts(name: str) -> list[str]:
    """Return the commands of a CI file."""
    if name == ".gitlab-ci.yml":
        found = part(load(name), "perflint", "script")
        assert isinstance(found, list)
        lines = [str(line) for line in found]
    else:
        steps = part(load(name), "jobs", "check", "steps")
        assert isinstance(steps, list)
        lines = [str(step["run"]) for step in steps if isinstance(step, dict) and "run" in step]
    assert lines[0].startswith('pip install "${PERFLINT:?')
    return lines


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


def committed(folder: Path) -> str:
    """Make a repository of a folder; return its one commit."""
    settings = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "core.hooksPath=/dev/null")
    for words in (("init", "--quiet"), ("add", "-A"), ("commit", "--quiet", "-m", "tables")):
        subprocess.run(["git", *settings, *words], cwd=folder, check=True, capture_output=True)  # noqa: S603, S607  # fixed words
    head = subprocess.run(["git", "rev-parse", "HEAD"], cwd=folder, check=True, capture_output=True, text=True)  # noqa: S607
    return head.stdout.strip()


def worsen(folder: Path) -> None:
    """Write an upper bound where a lower one belongs."""
    table = folder / TABLE
    text = table.read_text(encoding="utf-8")
    assert "≥85%" in text
    table.write_text(text.replace("≥85%", "≤85%"), encoding="utf-8")


@pytest.mark.parametrize("name", GATES)
def test_the_example_has_the_files_that_init_writes(name: str) -> None:
    assert (EXAMPLE / name).read_text(encoding="utf-8") == GATES[name]


@pytest.mark.parametrize("name", [name for name in GATES if name != ".gitattributes"])
@pytest.mark.parametrize("package", ["", "./wheels/perflint.whl", "git+https://git.example.org/perflint@v1"])
def test_what_is_installed_is_said_from_outside_and_no_version_is_assumed(name: str, package: str) -> None:
    text = dict(ci_files(github=True, gitlab=True, pre_commit=True, package=package))[name]
    assert "perflint-targets" not in text
    assert __version__ not in text
    assert name == ".gitattributes" or package in text
    assert name == ".gitattributes" or not read_source(text.encode(), name).faults


def test_no_document_names_a_published_version() -> None:
    files = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("docs/**/*.yml"), ROOT / "action.yml"]
    naming = [str(path.relative_to(ROOT)) for path in files if "perflint-targets==" in path.read_text(encoding="utf-8")]
    assert naming == []


@needs_bash
@pytest.mark.parametrize("name", [".gitlab-ci.yml", ".github/workflows/perflint.yml"])
def test_a_job_without_a_package_says_what_to_set(name: str, tmp_path: Path) -> None:
    done = runner(tmp_path, installing(name), PERFLINT="")
    assert done.returncode != 0
    assert "variable PERFLINT" in done.stderr
    assert "变量 PERFLINT" in done.stderr


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


BASES = {
    ".gitlab-ci.yml": ("CI_MERGE_REQUEST_DIFF_BASE_SHA", "CI"), ".github/workflows/perflint.yml": ("BASE", "GITHUB_ACTIONS"),
}  # fmt: skip


@needs_bash
@needs_git
@pytest.mark.parametrize("name", BASES)
def test_of_a_change_only_what_is_new_counts(budget: Path, name: str) -> None:
    worsen(budget)
    base, runs_there = BASES[name]
    given = {base: committed(budget), runs_there: "true"}
    (command,) = commands(name)
    assert runner(budget, command, **given).returncode == 0
    table = budget / TABLE
    table.write_text(table.read_text(encoding="utf-8").replace("≤85%", "≤80%"), encoding="utf-8")
    done = runner(budget, command, **given)
    assert done.returncode == 1, done.stderr
    assert "DIR001" in done.stdout


@needs_bash
@needs_git
@pytest.mark.parametrize("name", BASES)
def test_a_lock_holds_in_a_job(budget: Path, name: str) -> None:
    settings = budget / "perflint.yaml"
    settings.write_text(settings.read_text(encoding="utf-8") + "lock: [DIR001]\n", encoding="utf-8")
    base, runs_there = BASES[name]
    given = {base: committed(budget), runs_there: "true"}
    worsen(budget)
    (budget / "tables" / "perflint.yaml").write_text("extends: ../perflint.yaml\nignore: [DIR001]\n", encoding="utf-8")
    (command,) = commands(name)
    done = runner(budget, command, **given)
    assert done.returncode == 1, done.stderr
    assert "DIR001" in done.stdout
    assert "SUP005" in done.stdout


@needs_bash
@pytest.mark.parametrize("name", BASES)
def test_a_job_keeps_the_cache_where_the_next_one_looks(budget: Path, name: str, tmp_path: Path) -> None:
    text = GATES[name]
    assert text.count("perflint-cache") == 2 or text.count(".cache/perflint") == 2  # told to perflint, and kept
    kept = tmp_path / "kept"
    assert runner(budget, *commands(name), PERFLINT_CACHE_DIR=str(kept)).returncode == 0
    assert any(kept.rglob("*"))
