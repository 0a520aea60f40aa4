"""A commit of a git repository, read through git itself and without touching the work tree."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from perflint.regular import MOST_BYTES
from perflint.workspace.disk.git import GitError, NoGit, Repository, find_repository

_AT_ONCE = 500
_BYTES_AT_ONCE = MOST_BYTES
_BLOBS = (b"100644", b"100755")


class RevisionError(Exception):
    """A commit that cannot be read; the text says why."""


class Blob(NamedTuple):
    """A file of a commit: where it would stand in the work tree, and the name of its content."""

    path: Path
    name: str


class Commit(NamedTuple):
    """A commit: its repository, and its full name."""

    repository: Repository
    name: str

    @property
    def top(self) -> Path:
        """The folder of the work tree."""
        return self.repository.top


def find_commit(folder: Path, revision: str) -> Commit:
    """Return the commit that a revision means in the repository of a folder.

    Raises:
        RevisionError: there is no git, no repository, or no such commit.
    """
    place = next(known for known in (folder.resolve(), *folder.resolve().parents) if known.is_dir())
    repository = _repository(place)
    try:
        name = repository.ask("rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}")
    except GitError as fault:
        raise RevisionError(
            f"--since: 仓库 {repository.top} 里没有提交“{revision}” / no commit `{revision}` in this repository; "
            f"用 git log 查看 / see `git log`{_quoted(fault)}"
        ) from fault
    return Commit(repository, name.decode("ascii").strip())


def _repository(place: Path) -> Repository:
    try:
        repository = find_repository(place)
    except NoGit as fault:
        raise RevisionError(
            "--since: 找不到 git 程序，请先安装 / there is no program `git`; install it first"
        ) from fault
    except GitError as fault:
        raise RevisionError(
            f"--since: 不能用这个 git 仓库 / this git repository cannot be used: {place}{_quoted(fault)}"
        ) from fault
    if repository is None:
        raise RevisionError(f"--since: 不在 git 仓库里 / not in a git repository: {place}")
    return repository


def list_files(commit: Commit) -> Iterator[Blob]:
    """Yield the files of a commit, links and submodules left out.

    Raises:
        RevisionError: git fails.
    """
    for record in _told(commit, ("ls-tree", "-r", "-z", "--full-tree", commit.name)).split(b"\0"):
        head, _, path = record.partition(b"\t")
        if head.startswith(_BLOBS):
            yield Blob(commit.top / os.fsdecode(path), head.split()[2].decode("ascii"))


def read_files(commit: Commit, blobs: Sequence[Blob]) -> Iterator[bytes]:
    """Yield the contents of files of a commit, in order; only some are in memory at a time.

    A content larger than a file may be comes empty: such a file has no findings either.

    Raises:
        RevisionError: git fails, or a content is not there (a shallow or partial clone).
    """
    part: list[tuple[Blob, int]] = []
    for blob, size in zip(blobs, _sizes(commit, blobs), strict=True):
        if part and (len(part) >= _AT_ONCE or sum(known for _, known in part) + size > _BYTES_AT_ONCE):
            yield from _contents(commit, part)
            part = []
        part.append((blob, size))
    yield from _contents(commit, part)


def _sizes(commit: Commit, blobs: Sequence[Blob]) -> Iterator[int]:
    """Yield the size of each content, asked of git before anything is read."""
    lines = _told(commit, ("cat-file", "--batch-check"), _names(blobs)).splitlines() if blobs else []
    for blob, line in zip(blobs, lines, strict=True):
        words = line.split()
        if len(words) != 3:  # noqa: PLR2004  # name, type, size; a missing one has two words
            raise RevisionError(f"--since: 仓库里缺少旧内容 / the old content is not in the repository: {blob.path}")
        yield int(words[2])


def _contents(commit: Commit, part: Sequence[tuple[Blob, int]]) -> Iterator[bytes]:
    wanted = [blob for blob, size in part if size <= MOST_BYTES]
    data, at = _told(commit, ("cat-file", "--batch"), _names(wanted)) if wanted else b"", 0
    for _, size in part:
        if size > MOST_BYTES:
            yield b""
            continue
        start = data.index(b"\n", at) + 1
        yield data[start : start + size]
        at = start + size + 1


def _names(blobs: Sequence[Blob]) -> bytes:
    return "".join(f"{blob.name}\n" for blob in blobs).encode("ascii")


def _told(commit: Commit, words: tuple[str, ...], given: bytes = b"") -> bytes:
    """Return what git prints.

    Raises:
        RevisionError: it fails.
    """
    try:
        return commit.repository.ask(*words, given=given)
    except GitError as fault:
        raise RevisionError(f"--since: git {words[0]} 失败 / failed{_quoted(fault)}") from fault


def _quoted(fault: GitError) -> str:
    """Return the first line of what git said, in brackets."""
    return f" ({fault.said})" if fault.said else ""
