"""The hooks for pre-commit: run by pre-commit itself, from a repository made of this checkout."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from perflint import __version__

ROOT = Path(__file__).parents[2]
TABLE = "indicators:\n  - {level2: 质量指标, name: 运转保障率, value: ≤100%}\n"
PARTS = ("perflint", "rules", "pyproject.toml", "README.md", ".pre-commit-hooks.yaml", "LICENSE")
pytest.importorskip("pre_commit")
pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run a program in a folder, away from the user's own git settings."""
    environment = {
        **os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_AUTHOR_NAME": "x", "GIT_AUTHOR_EMAIL": "x@example.org",
        "GIT_COMMITTER_NAME": "x", "GIT_COMMITTER_EMAIL": "x@example.org", "PYTHONIOENCODING": "utf-8",
        "LC_ALL": "C.UTF-8",
    }  # fmt: skip
    for name in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"):
        environment.pop(name, None)
    return subprocess.run(words, cwd=folder, env=environment, capture_output=True, text=True, check=False)  # noqa: S603  # fixed words


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a git repository with what an installation from it needs."""
    folder = tmp_path_factory.mktemp("hooks")
    for part in PARTS:
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
        elif (ROOT / part).exists():
            shutil.copy(ROOT / part, folder / part)
    for words in (("init", "--quiet"), ("add", "-A"), ("commit", "--quiet", "-m", "hooks")):
        assert run(folder, "git", *words).returncode == 0
    return folder


@pytest.fixture
def budget(tmp_path: Path) -> Path:
    """Return a budget repository with one staged table."""
    (tmp_path / "表.yaml").write_text(TABLE, encoding="utf-8")
    assert run(tmp_path, "git", "init", "--quiet").returncode == 0
    assert run(tmp_path, "git", "add", "-A").returncode == 0
    return tmp_path


def test_the_manifest_is_valid() -> None:
    done = run(ROOT, sys.executable, "-m", "pre_commit", "validate-manifest", ".pre-commit-hooks.yaml")
    assert done.returncode == 0, done.stdout


def test_a_staged_table_with_an_error_stops_the_commit(hooks: Path, budget: Path) -> None:
    done = run(budget, sys.executable, "-m", "pre_commit", "try-repo", str(hooks), "perflint-check", "--all-files")
    assert done.returncode == 1, done.stderr
    assert "DIR001" in done.stdout


def test_the_example_repository_commits_and_stops_an_error(hooks: Path, tmp_path: Path) -> None:
    budget = Path(shutil.copytree(ROOT / "examples/budget-repository", tmp_path / "budget"))
    settings = budget / ".pre-commit-config.yaml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace(f"perflint-targets=={__version__}", hooks.as_posix()), encoding="utf-8")
    assert run(budget, "git", "init", "--quiet").returncode == 0
    assert run(budget, "git", "add", "-A").returncode == 0
    done = run(budget, sys.executable, "-m", "pre_commit", "run", "--all-files")
    assert done.returncode == 0, done.stdout + done.stderr
    table = budget / "tables/2027/农村公路养护.yaml"
    table.write_text(table.read_text(encoding="utf-8").replace("≥85%", "≤85%"), encoding="utf-8")
    done = run(budget, sys.executable, "-m", "pre_commit", "run", "--all-files")
    assert done.returncode == 1
    assert "DIR001" in done.stdout
