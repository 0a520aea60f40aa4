"""A pull request that brings files which git could take for a repository, or a repository that would run something."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from perflint.workspace.disk.git import GitError, find_repository
from perflint.workspace.disk.revision import RevisionError, find_commit, list_files, read_files
from tests.security.running import inside

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
GIT = shutil.which("git") or "git"
TABLE = """\
kind: project
year: 2023
indicators:
  - {level1: 产出指标, level2: 质量指标, name: 运转保障率, value: ≤95%}
"""
HOSTILE = """\
[core]
\trepositoryformatversion = 1
\tbare = true
\tfsmonitor = touch OWNED
\thooksPath = .
[extensions]
\tpartialClone = origin
[protocol "ext"]
\tallow = always
[remote "origin"]
\tpromisor = true
\turl = "ext::sh -c touch% OWNED"
"""


def git(folder: Path, *words: str) -> str:
    done = subprocess.run(  # noqa: S603  # git with the words of this page
        [GIT, "-c", "user.name=t", "-c", "user.email=t@t", "-c", "commit.gpgsign=false", *words],
        cwd=folder, check=True, capture_output=True,
    )  # fmt: skip
    return done.stdout.decode().strip()


def perflint(folder: Path, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603  # this interpreter with the words of this page
        [sys.executable, "-m", "perflint", *words], cwd=folder, check=False, capture_output=True, encoding="utf-8",
        env={**os.environ, **more},
    )  # fmt: skip


@pytest.fixture
def pull_request(tmp_path: Path) -> Path:
    """A repository whose main branch is clean, and a work tree in which `tables/` looks like the inside of another one."""
    top = tmp_path / "库"
    tables = top / "tables"
    tables.mkdir(parents=True)
    (tables / "t.yaml").write_text(TABLE.replace("≤95%", "≥95%"), encoding="utf-8")
    git(top, "init", "-q", "-b", "main")
    git(top, "add", "-A")
    git(top, "commit", "-q", "-m", "clean")
    git(top, "update-ref", "refs/remotes/origin/main", "HEAD")
    (tables / "t.yaml").write_text(TABLE, encoding="utf-8")
    (tables / "objects" / "x").mkdir(parents=True)
    (tables / "objects" / "x" / "keep").write_text("")
    (tables / "refs" / "remotes" / "origin").mkdir(parents=True)
    (tables / "refs" / "heads").mkdir()
    name = "1" * 40
    (tables / "refs" / "remotes" / "origin" / "main").write_text(name)
    (tables / "refs" / "heads" / "main").write_text(name)
    (tables / "HEAD").write_text("ref: refs/heads/main\n")
    (tables / "config").write_text(HOSTILE)
    return top


@pytest.mark.parametrize("place", ["tables", "tables/t.yaml", "."])
@pytest.mark.parametrize("revision", ["main", "origin/main", "HEAD", "hash"])
@pytest.mark.parametrize("below", [False, True], ids=["from-the-top", "from-inside"])
def test_files_that_look_like_a_repository_are_files(
    pull_request: Path, place: str, revision: str, *, below: bool
) -> None:
    named = git(pull_request, "rev-parse", "main") if revision == "hash" else revision
    folder = pull_request / "tables" if below else pull_request
    path = place.removeprefix("tables").strip("/") or "." if below else place
    done = inside("check", path, "--since", named, "--no-config", "--select", "DIR001", folder=folder)
    assert not list(pull_request.rglob("OWNED"))
    assert (done.returncode, "DIR001" in done.stdout) == (1, True), done.stderr


def test_without_a_real_repository_above_they_make_none(pull_request: Path) -> None:
    shutil.rmtree(pull_request / ".git")
    assert find_repository(pull_request / "tables") is None
    done = inside("check", "tables", "--since", "main", folder=pull_request)
    assert (done.returncode, list(pull_request.rglob("OWNED"))) == (2, [])
    assert "not in a git repository" in done.stderr


@pytest.mark.parametrize("kind", ["folder", "file", "link"])
def test_an_entry_that_is_no_repository_is_refused(pull_request: Path, kind: str) -> None:
    own = pull_request / "tables" / ".git"
    if kind == "folder":
        own.mkdir()
    elif kind == "file":
        own.write_text("gitdir: .\n")
    else:
        own.symlink_to(".", target_is_directory=True)
    with pytest.raises((GitError, RevisionError)):
        find_commit(pull_request / "tables", "main")
    assert not list(pull_request.rglob("OWNED"))


def test_a_repository_that_came_with_its_settings_runs_nothing(pull_request: Path) -> None:
    (pull_request / ".git" / "config").write_text(HOSTILE.replace("bare = true", "bare = false"))
    blobs = list(list_files(find_commit(pull_request, "main")))
    assert list(read_files(find_commit(pull_request, "main"), blobs))
    for blob in (pull_request / ".git" / "objects").glob("??/*"):
        blob.unlink()  # what is missing would be fetched
    with pytest.raises(RevisionError):
        list(list_files(find_commit(pull_request, "main")))
    with pytest.raises(RevisionError):
        list(read_files(find_commit(pull_request, "1" * 40), blobs))
    assert not list(pull_request.rglob("OWNED"))


def test_a_missing_content_is_not_fetched(pull_request: Path) -> None:
    (pull_request / ".git" / "config").write_text(HOSTILE.replace("bare = true", "bare = false"))
    commit = find_commit(pull_request, "main")
    blobs = list(list_files(commit))
    name = blobs[0].name
    (pull_request / ".git" / "objects" / name[:2] / name[2:]).unlink()
    with pytest.raises(RevisionError):
        list(read_files(commit, blobs))
    assert not list(pull_request.rglob("OWNED"))


def test_git_is_not_taken_from_the_checked_folder(pull_request: Path) -> None:
    trap = pull_request / "git"
    trap.write_text("#!/bin/sh\ntouch OWNED\n")
    trap.chmod(0o755)
    path = os.pathsep.join([".", "", str(pull_request), str(Path(GIT).parent)])
    done = perflint(pull_request, "check", "tables", "--since", "main", "--select", "DIR001", PATH=path)
    assert (done.returncode, list(pull_request.rglob("OWNED"))) == (1, []), done.stderr


def test_a_revision_is_never_an_option(pull_request: Path) -> None:
    for revision in ("--upload-pack=touch OWNED", "-h", "--help", "main\x00", "@{upstream}", ""):
        with pytest.raises(RevisionError):
            find_commit(pull_request, revision)


def test_replaced_objects_are_not_read(pull_request: Path) -> None:
    old = git(pull_request, "rev-parse", "main:tables/t.yaml")
    new = git(pull_request, "hash-object", "-w", "tables/t.yaml")
    git(pull_request, "replace", old, new)
    commit = find_commit(pull_request, "main")
    (content,) = read_files(commit, list(list_files(commit)))
    assert "≥95%" in content.decode()
