"""Where the shipped data lies: beside the package in a checkout, inside it in an installed wheel."""

import fnmatch
import os
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

_BYTECODE = "__pycache__"
_PACKAGE = Path(__file__).resolve().parent.parent


@lru_cache(maxsize=1)
def rules_root() -> Path:
    """Return the folder that holds `core/`, `profiles/`, `lexicon/`, `registry/` and `units.txt`.

    Raises:
        FileNotFoundError: the installation is incomplete.
    """
    for root in (_PACKAGE / "_rules", _PACKAGE.parent / "rules"):
        if (root / "core").is_dir():
            return root
    raise FileNotFoundError(f"perflint's rules are missing beside {_PACKAGE}; install perflint-targets again")


def data_files(folder: Path, pattern: str = "*.yaml") -> tuple[Path, ...]:
    """Return the files of a folder and below that match the pattern, in a fixed order."""
    # Not `rglob`, which makes a path of every name and takes ten times as long: each check asks several times.
    found = [os.path.join(top, name) for top, _, names in os.walk(folder) for name in fnmatch.filter(names, pattern)]  # noqa: PTH118  # as above
    return tuple(sorted(map(Path, found), key=lambda path: path.parts))


def stamp_below(folder: str | Path, ending: str = ".yaml") -> str:
    """Return a text that changes when a file of a folder or below with that ending does, comes or goes."""
    found: list[str] = []
    folders = [os.fspath(folder)]
    while folders:
        with os.scandir(folders.pop()) as entries:  # a third of the time of paths: a start looks at a thousand files
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    if entry.name != _BYTECODE:  # as many files as there are modules
                        folders.append(entry.path)
                elif entry.name.endswith(ending):
                    status = entry.stat()
                    found.append(f"{entry.path}:{status.st_size}:{status.st_mtime_ns}")
    return "|".join(sorted(found))


def stamp(files: Iterable[Path]) -> str:
    """Return a text that changes when any of the files does: path, size and time of change of each."""
    parts = []
    for path in files:
        status = os.stat(path)  # noqa: PTH116  # half the time of `Path.stat`, for hundreds of files at each start
        parts.append(f"{path}:{status.st_size}:{status.st_mtime_ns}")
    return "|".join(parts)
