"""The hooks for pre-commit: run by pre-commit itself, from a repository made of this checkout."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HOME = Path(tempfile.gettempdir()) / f"perflint-pre-commit-{os.getpid()}"
TABLE = "indicators:\n  - {level2: 质量指标, name: 运转保障率, value: ≤100%}\n"
pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run a program in a folder, away from the user's own git settings."""
    environment = {
        **os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_AUTHOR_NAME": "x", "GIT_AUTHOR_EMAIL": "x@example.org",
        "GIT_COMMITTER_NAME": "x", "GIT_COMMITTER_EMAIL": "x@example.org", "PYTHONIOENCODING": "utf-8",
        "LC_ALL": "C.UTF-8", "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "PRE_COMMIT_HOME": str(HOME),
    }  # fmt: skip
    for name in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"):
        environment.pop(name, None)
    return subprocess.run(words, cwd=folder, env=environment, capture_output=True, text=True, check=False)  # noqa: S603  # fixed words


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a git repository with the hooks as they are, run by the perflint of this environment: nothing is installed."""
    folder = tmp_path_factory.mktemp("hooks")
    text = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    assert "language: python" in text
    (folder / ".pre-commit-hooks.yaml").write_text(
        text.replace("language: python", "language: system"), encoding="utf-8"
    )
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


def try_hook(budget: Path, hooks: Path, hook: str) -> subprocess.CompletedProcess[str]:
    """Run one hook on everything that is staged."""
    return run(budget, sys.executable, "-m", "pre_commit", "try-repo", str(hooks), hook, "--all-files", "--verbose")


@pytest.mark.parametrize("hook", ["perflint-check", "perflint-check-all"])
def test_a_staged_table_with_an_error_stops_the_commit(hooks: Path, budget: Path, hook: str) -> None:
    done = try_hook(budget, hooks, hook)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "DIR001" in done.stdout


def test_what_the_configuration_excludes_is_neither_checked_nor_mended(hooks: Path, budget: Path) -> None:
    draft = budget / "drafts" / "稿.yaml"
    draft.parent.mkdir()
    (budget / "表.yaml").rename(draft)
    draft.write_text(TABLE.replace("≤100%", "９５％"), encoding="utf-8")
    (budget / "perflint.yaml").write_text("exclude: [drafts/**]\n", encoding="utf-8")
    assert run(budget, "git", "add", "-A").returncode == 0
    for hook in ("perflint-check", "perflint-fix"):
        done = try_hook(budget, hooks, hook)
        assert "９５％" in draft.read_text(encoding="utf-8")
        assert "稿.yaml:" not in done.stdout, hook


def test_a_safe_fix_is_written_and_stops_the_commit_once(hooks: Path, budget: Path) -> None:
    table = budget / "表.yaml"
    table.write_text(TABLE.replace("≤100%", "９５％"), encoding="utf-8")
    assert run(budget, "git", "add", "-A").returncode == 0
    assert try_hook(budget, hooks, "perflint-fix").returncode == 1
    assert "95%" in table.read_text(encoding="utf-8")
    assert run(budget, "git", "add", "-A").returncode == 0
    assert try_hook(budget, hooks, "perflint-fix").returncode == 0


def test_the_example_repository_commits_and_stops_an_error(tmp_path: Path) -> None:
    budget = Path(shutil.copytree(ROOT / "examples/budget-repository", tmp_path / "budget"))
    assert run(budget, "git", "init", "--quiet").returncode == 0
    assert run(budget, sys.executable, "-m", "pre_commit", "install").returncode == 0
    assert run(budget, "git", "add", "-A").returncode == 0
    assert run(budget, "git", "commit", "--quiet", "-m", "tables").returncode == 0
    table = budget / "tables/2027/农村公路养护.yaml"
    table.write_text(table.read_text(encoding="utf-8").replace("≥85%", "≤85%"), encoding="utf-8")
    done = run(budget, "git", "commit", "--quiet", "-am", "worse")
    assert done.returncode == 1
    assert "DIR001" in done.stdout + done.stderr
