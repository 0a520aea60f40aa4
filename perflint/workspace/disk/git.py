"""git asked about a repository that strangers write to: nothing that it holds is run, fetched or taken for a repository."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_SECONDS = 120
_NAMES = ("git.exe",) if os.name == "nt" else ("git",)
_KEPT = ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_COUNT", "GIT_CONFIG_KEY_", "GIT_CONFIG_VALUE_")
_ENVIRONMENT = {
    "GIT_CONFIG_NOSYSTEM": "1", "GIT_NO_LAZY_FETCH": "1", "GIT_NO_REPLACE_OBJECTS": "1", "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0", "GIT_ALLOW_PROTOCOL": "", "GIT_PAGER": "", "LC_ALL": "C",
}  # fmt: skip
# What a repository's own configuration could say to make git run, fetch or look elsewhere; the command line is stronger.
_SETTINGS = (
    "safe.bareRepository=explicit", "protocol.allow=never", f"core.hooksPath={os.devnull}", "core.fsmonitor=false",
    f"core.attributesFile={os.devnull}", "core.sshCommand=false", "core.askPass=", "core.pager=", "diff.external=",
    "credential.helper=", "submodule.recurse=false", "core.useReplaceRefs=false",
)  # fmt: skip


class GitError(Exception):
    """What git could not answer: `said` is the first line of what it complained of, "" where it said nothing."""

    def __init__(self, said: str) -> None:
        super().__init__(said)
        self.said = said


class NoGit(GitError):  # noqa: N818  # said of the machine
    """There is no program `git`."""


class Repository(NamedTuple):
    """A repository with a work tree: its top folder, and where git keeps it; both absolute and confirmed by git."""

    top: Path
    kept: Path

    def ask(self, *words: str, given: bytes = b"") -> bytes:
        """Return what git prints.

        Raises:
            GitError: it fails, or takes too long.
        """
        return _run(f"--git-dir={self.kept}", f"--work-tree={self.top}", "-C", str(self.top), *words, given=given)


def find_repository(folder: Path) -> Repository | None:
    """Return the repository whose work tree holds a folder, None where there is none.

    Only a `.git` at or above the folder makes one: no commit can bring such an entry. A folder that merely looks like the
    inside of a repository (HEAD, config, objects, refs: all of them plain files that anybody can commit) does not.

    Raises:
        GitError: there is no git, or it does not trust the repository (another owner).
    """
    top = work_tree(folder)
    if top is None:
        return None
    said = _run("-C", str(top), "rev-parse", "--absolute-git-dir", "--show-toplevel", above=top.parent)
    kept, _, shown = (Path(os.fsdecode(line)) for line in _two_lines(said))
    if shown.resolve() != top or kept.resolve() == top:
        raise GitError(f"{top / '.git'} is no repository")
    return Repository(top, kept.resolve())


def work_tree(folder: Path) -> Path | None:
    """Return the nearest folder at or above one that has a `.git`, with links resolved; None where there is none."""
    place = folder.resolve()
    return next((known for known in (place, *place.parents) if os.path.lexists(known / ".git")), None)


def _two_lines(said: bytes) -> tuple[bytes, bytes, bytes]:
    kept, separator, shown = said.rstrip(b"\r\n").partition(b"\n")
    return kept.rstrip(b"\r"), separator, shown


def _run(*words: str, given: bytes = b"", above: Path | None = None) -> bytes:
    import subprocess  # noqa: PLC0415  # most runs ask git nothing

    program = _program()
    settings = [word for setting in _SETTINGS for word in ("-c", setting)]
    try:
        done = subprocess.run(  # noqa: S603  # git by its absolute path, with fixed words
            [program, "--no-pager", "--no-replace-objects", "--literal-pathspecs", *settings, *words],
            input=given, capture_output=True, check=False, env=_environment(above), timeout=_SECONDS,
        )  # fmt: skip
    except subprocess.TimeoutExpired as fault:
        raise GitError(f"git took longer than {_SECONDS} s") from fault
    except (OSError, ValueError) as fault:  # ValueError: a NUL in a word
        raise GitError(str(fault)) from fault
    if done.returncode:
        raise GitError(next(iter(done.stderr.decode("utf-8", "replace").strip().splitlines()), ""))
    return done.stdout


def _environment(above: Path | None) -> dict[str, str]:
    """Return this process's environment without what directs git to other places, and with what holds it back."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("GIT_") or key.startswith(_KEPT)}
    return kept | _ENVIRONMENT | ({"GIT_CEILING_DIRECTORIES": str(above)} if above else {})


def _program() -> str:
    """Return the absolute path of git; the current folder, which Windows searches first, is not searched.

    Raises:
        NoGit: there is none.
    """
    for program in _programs():
        if program.is_file() and os.access(program, os.X_OK):
            return str(program)
    raise NoGit("")


def _programs() -> Iterator[Path]:
    here = Path.cwd()
    for entry in os.environ.get("PATH", os.defpath).split(os.pathsep):
        folder = Path(entry.strip('"'))
        if folder.is_absolute() and folder != here:
            yield from (folder / name for name in _NAMES)
