"""Globs of a configuration: as `.gitignore` writes them, relative to the folder of the file that holds them."""

import os
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


class Globs(NamedTuple):
    """Globs in their order, the folder that they are relative to (links resolved), and the key that holds them.

    A later glob decides over an earlier one; `!` before it takes files out again.
    """

    lines: tuple[str, ...]
    folder: Path
    where: str = ""

    def match(self, path: Path) -> tuple[bool, int]:
        """Return whether a file, the links to its folder resolved, is meant, and the index of the glob that says so or -1."""
        try:
            below = path.relative_to(self.folder).as_posix()
        except ValueError:
            return False, -1
        found = matcher(tuple(map(plain, self.lines))).check_file(below)
        return bool(found.include), -1 if found.index is None else found.index

    def means(self, path: Path) -> bool:
        """Return whether a file, the links to its folder resolved, is meant."""
        return self.match(path)[0]


def plain(glob: str) -> str:
    r"""Return a glob as `.gitignore` spells it: `./drafts/**` and `drafts\**` are `drafts/**`."""
    taken_out, rest = ("!", glob[1:]) if glob.startswith("!") else ("", glob)
    return taken_out + rest.replace("\\", "/").removeprefix("./")


@lru_cache(maxsize=1024)
def matcher(lines: Sequence[str]) -> "GitIgnoreSpec":
    """Return what matches some globs; a line that is none is one that matches nothing, as for git."""
    from pathspec import GitIgnoreSpec  # noqa: PLC0415  # 10 ms that the check of one named file need not pay

    try:
        return GitIgnoreSpec.from_lines(lines)
    except Exception:  # noqa: BLE001  # the library raises its own, and those of `re`
        if len(lines) == 1:
            return GitIgnoreSpec([])
        return GitIgnoreSpec([one for line in lines for one in matcher((line,)).patterns])


def located(path: Path) -> Path:
    """Return a file's path with the links to its folder resolved and its own name kept: where a glob looks for it."""
    return Path(os.path.realpath(path.parent)) / path.name
