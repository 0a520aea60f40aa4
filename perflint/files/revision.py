"""A commit of a git repository, read through git itself and without touching the work tree."""

import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

_AT_ONCE = 500
_LOCAL = frozenset({"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"})  # set in hooks, for another folder
_BLOBS = (b"100644", b"100755")


class RevisionError(Exception):
    """A commit that cannot be read; the text says why."""


class Blob(NamedTuple):
    """A file of a commit: where it would stand in the work tree, and the name of its content."""

    path: Path
    name: str


class Commit(NamedTuple):
    """A commit: the folder of its work tree, and its full name."""

    top: Path
    name: str


def find_commit(folder: Path, revision: str) -> Commit:
    """Return the commit that a revision means in the repository of a folder.

    Raises:
        RevisionError: there is no git, no repository, or no such commit.
    """
    place = next(known for known in (folder.resolve(), *folder.resolve().parents) if known.is_dir())
    found, top, said = _git(place, "rev-parse", "--show-toplevel")
    if not found:
        raise RevisionError(f"--since: 不在 git 仓库里 / not in a git repository: {place}{_quoted(said)}")
    root = Path(os.fsdecode(top.rstrip(b"\r\n")))
    found, name, said = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}")
    if not found:
        raise RevisionError(
            f"--since: 仓库 {root} 里没有提交“{revision}” / no commit `{revision}` in this repository; 用 git log 查看 / see `git log`{_quoted(said)}"
        )
    return Commit(root, name.decode("ascii").strip())


def list_files(commit: Commit) -> Iterator[Blob]:
    """Yield the files of a commit, links and submodules left out.

    Raises:
        RevisionError: git fails.
    """
    for record in _told(commit.top, ("ls-tree", "-r", "-z", "--full-tree", commit.name)).split(b"\0"):
        head, _, path = record.partition(b"\t")
        if head.startswith(_BLOBS):
            yield Blob(commit.top / os.fsdecode(path), head.split()[2].decode("ascii"))


def read_files(commit: Commit, blobs: Sequence[Blob]) -> Iterator[bytes]:
    """Yield the contents of files of a commit, in order; only some are in memory at a time.

    Raises:
        RevisionError: git fails, or a content is not there (a shallow or partial clone).
    """
    for start in range(0, len(blobs), _AT_ONCE):
        part = blobs[start : start + _AT_ONCE]
        wanted = "".join(f"{blob.name}\n" for blob in part).encode("ascii")
        data, at = _told(commit.top, ("cat-file", "--batch"), wanted), 0
        for blob in part:
            end = data.find(b"\n", at)
            head = data[at:end].split()
            if end < 0 or len(head) != 3:  # noqa: PLR2004  # name, type, size; a missing one has two words
                raise RevisionError(
                    f"--since: 仓库里缺少旧内容 / the old content is not in the repository: {blob.path}"
                )
            size = int(head[2])
            yield data[end + 1 : end + 1 + size]
            at = end + size + 2


def _told(folder: Path, words: tuple[str, ...], given: bytes = b"") -> bytes:
    """Return what git prints.

    Raises:
        RevisionError: it fails.
    """
    found, told, said = _git(folder, *words, given=given)
    if not found:
        raise RevisionError(f"--since: git {words[0]} 失败 / failed{_quoted(said)}")
    return told


def _git(folder: Path, *words: str, given: bytes = b"") -> tuple[bool, bytes, bytes]:
    """Return whether git succeeded, what it printed, and what it complained of.

    Raises:
        RevisionError: there is no git.
    """
    program = shutil.which("git")
    if program is None:
        raise RevisionError("--since: 找不到 git 程序，请先安装 / there is no program `git`; install it first")
    environment = {key: value for key, value in os.environ.items() if key not in _LOCAL}
    done = subprocess.run(  # noqa: S603  # git with fixed words; the revision comes after --end-of-options
        [program, "-C", str(folder), *words], input=given, capture_output=True, check=False, env=environment
    )
    return done.returncode == 0, done.stdout, done.stderr


def _quoted(said: bytes) -> str:
    """Return the first line of what git said, in brackets."""
    lines = said.decode("utf-8", "replace").strip().splitlines()
    return f" ({lines[0]})" if lines else ""
