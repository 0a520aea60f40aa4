"""Paths as CI systems want them: relative to the repository, with forward slashes, percent-encoded in addresses."""

import os
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from urllib.parse import quote

_VARIABLES = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")


def repository(environment: Mapping[str, str], folder: Path) -> str:
    """Return the folder of the repository: the one that CI names, else the nearest with `.git`, else the one given."""
    here = Path(os.path.abspath(folder))  # noqa: PTH100  # links are left as CI names them
    named = [Path(environment[name]) for name in _VARIABLES if environment.get(name)]
    holding = [path for path in named if here.is_relative_to(path)]
    holding += [path for path in (here, *here.parents) if (path / ".git").exists()]
    return (holding or [here])[0].as_posix()


@lru_cache(maxsize=1024)
def in_repository(path: str, root: str) -> str:
    """Return a path relative to the repository, without a leading `./`; one outside of it stays as it is."""
    full = Path(os.path.abspath(path))  # noqa: PTH100  # links are left as CI names them
    if root and full.is_relative_to(root):
        return full.relative_to(root).as_posix()
    return Path(os.path.normpath(path)).as_posix()


@lru_cache(maxsize=1024)
def uri(path: str, root: str) -> str:
    """Return a path as an address: relative to the repository and percent-encoded; outside of it, as `file:`."""
    inside = in_repository(path, root)
    if Path(inside).is_absolute():
        return Path(inside).as_uri()
    return quote(inside, safe="/", errors="surrogateescape")
