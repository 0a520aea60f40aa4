"""Findings since a commit: a real repository, old files read through git, the work tree never touched."""

import shutil
import subprocess
from pathlib import Path

import pytest

from perflint.adoption.known_findings import KnownFindings
from perflint.report import Report
from perflint.workspace.checking import Options
from perflint.workspace.disk.revision import RevisionError
from perflint.workspace.runs.discovering import Plan
from perflint.workspace.runs.run import run
from perflint.workspace.runs.since import known_at

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
TABLE = """\
kind: project
year: 2023
agency: 某局
project: {{code: "{code}", name: 抽检经费{code}}}
indicators:
  - {{level1: 产出指标, level2: 质量指标, name: {name}, value: ≤95%}}
"""


def git(folder: Path, *words: str) -> str:
    program = shutil.which("git") or "git"
    done = subprocess.run(  # noqa: S603  # git with the words of this page
        [program, "-c", "user.name=t", "-c", "user.email=t@t", "-c", "commit.gpgsign=false", *words],
        cwd=folder, check=True, capture_output=True,
    )  # fmt: skip
    return done.stdout.decode()


def write(folder: Path, name: str, code: str, indicator: str = "运转保障率") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(TABLE.format(code=code, name=indicator), encoding="utf-8")
    return path


def commit(folder: Path) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "x")


def since(revision: str, *paths: Path, config: Path | None = None) -> Report:
    plan = Plan(paths, Options(select=("DIR001",)), config, no_config=config is None, cached=False)
    return run(plan, known_findings=KnownFindings(before=known_at(plan, revision)))


def news(report: Report) -> list[str]:
    return [Path(finding.place.path).name for finding in report.findings]


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = tmp_path / "库"
    folder.mkdir()
    git(folder, "init", "-q")
    git(folder, "config", "core.quotepath", "true")
    write(folder, "绩效目标/一 号.yaml", "1")
    write(folder, "绩效目标/二.yaml", "2")
    commit(folder)
    return folder


def test_what_was_there_is_only_counted(repository: Path) -> None:
    report = since("HEAD", repository)
    assert (news(report), report.summary.baselined, report.stale) == ([], 2, 0)


def test_a_new_file_is_new(repository: Path) -> None:
    write(repository, "绩效目标/三.yaml", "3")
    assert news(since("HEAD", repository)) == ["三.yaml"]
    commit(repository)
    assert news(since("HEAD~1", repository)) == ["三.yaml"]
    assert news(since("HEAD", repository)) == []


def test_a_copy_of_a_known_table_is_new(repository: Path) -> None:
    shutil.copy(repository / "绩效目标/二.yaml", repository / "绩效目标/副本.yaml")
    assert len(news(since("HEAD", repository))) == 1
    assert news(since("HEAD", repository / "绩效目标/副本.yaml")) == ["副本.yaml"]


def test_renamed_and_moved_files_are_known(repository: Path) -> None:
    (repository / "2024").mkdir()
    (repository / "绩效目标/一 号.yaml").rename(repository / "2024/新名.yaml")
    assert news(since("HEAD", repository)) == []
    assert news(since("HEAD", repository / "2024")) == []


def test_another_fault_in_a_known_file_is_new(repository: Path) -> None:
    write(repository, "绩效目标/二.yaml", "2", indicator="档案保障率")
    assert news(since("HEAD", repository)) == ["二.yaml"]


def test_paths_outside_the_current_folder(repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    elsewhere = tmp_path / "别处"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    assert news(since("HEAD", Path("../库"))) == []
    monkeypatch.chdir(repository / "绩效目标")
    assert news(since("HEAD", Path("一 号.yaml"), Path("../绩效目标/二.yaml"))) == []


def test_two_repositories_at_once(repository: Path, tmp_path: Path) -> None:
    other = tmp_path / "另库"
    other.mkdir()
    git(other, "init", "-q")
    write(other, "四.yaml", "4")
    commit(other)
    write(other, "五.yaml", "5")
    assert news(since("HEAD", repository, other)) == ["五.yaml"]


def test_today_s_rules_and_configuration_judge_the_old_files(repository: Path) -> None:
    config = repository / "perflint.yaml"
    config.write_text("overrides:\n  - {files: '绩效目标/一*', severity: {DIR001: warning}}\n", encoding="utf-8")
    assert news(since("HEAD", repository, config=config)) == []


def test_old_files_that_cannot_be_read_hide_nothing(repository: Path) -> None:
    (repository / "坏.yaml").write_bytes(b"\x00\x01\x02" * 100)
    (repository / "链.yaml").symlink_to("坏.yaml")
    commit(repository)
    (repository / "坏.yaml").unlink()
    (repository / "链.yaml").unlink()
    assert news(since("HEAD", repository)) == []


def test_the_work_tree_and_the_index_stay_as_they_are(repository: Path) -> None:
    write(repository, "绩效目标/三.yaml", "3")
    (repository / "绩效目标/二.yaml").unlink()
    git(repository, "add", "绩效目标/三.yaml")
    before = git(repository, "status", "--porcelain"), (repository / ".git/index").read_bytes()
    since("HEAD", repository)
    assert (git(repository, "status", "--porcelain"), (repository / ".git/index").read_bytes()) == before


def test_more_files_than_are_read_at_once(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("perflint.workspace.disk.revision._AT_ONCE", 1)
    assert since("HEAD", repository).summary.baselined == 2


@pytest.mark.parametrize("revision", ["gibt-es-nicht", "--all", "HEAD:绩效目标", ""])
def test_an_unknown_revision_is_said(repository: Path, revision: str) -> None:
    with pytest.raises(RevisionError, match="git log"):
        since(revision, repository)


def test_no_repository_is_said(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", "1")
    with pytest.raises(RevisionError, match="not in a git repository"):
        since("HEAD", tmp_path)


def test_a_repository_without_commits_is_said(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    with pytest.raises(RevisionError, match="no commit"):
        since("HEAD", tmp_path)


def test_no_git_is_said(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(RevisionError, match="install it"):
        since("HEAD", repository)


def test_the_variables_of_a_hook_do_not_lead_elsewhere(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    assert news(since("HEAD", repository)) == []
