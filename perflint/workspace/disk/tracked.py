"""The files that git tracks: what `.gitignore` says of them does not count, neither for git nor here."""

import os
from functools import cached_property
from pathlib import Path

from perflint.workspace.disk.git import GitError, find_repository


class Tracked:
    """Tells of files and folders whether git tracks them; git is asked only once somebody wants to know."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def holds(self, place: str, *, folder: bool) -> bool:
        """Return whether git tracks a file, or any file below a folder; `place` is relative to the root, with slashes."""
        return place in (self._folders if folder else self._files)

    @cached_property
    def _files(self) -> frozenset[str]:
        try:
            repository = find_repository(self._root)
            if repository is None:
                return frozenset()
            below = os.path.relpath(self._root, repository.top).replace(os.sep, "/")
            prefix = "" if below == "." else f"{below}/"
            names = os.fsdecode(repository.ask("ls-files", "-z", "--full-name")).split("\0")
        except GitError:  # without git, or where it does not answer, `.gitignore` is all there is to go by
            return frozenset()
        return frozenset(name.removeprefix(prefix) for name in names if name and name.startswith(prefix))

    @cached_property
    def _folders(self) -> frozenset[str]:
        found = set()
        for name in self._files:
            while name := name.rpartition("/")[0]:  # its folder, then the folder of that
                found.add(name)
        return frozenset(found)
