"""What was compiled of the shipped data when the wheel was made: data that lies beside it and is read as it is.

A wheel brings along what a checkout keeps in the user's cache, so that a first check need not compile rules and words.
It is data of a declared type, never code, and not used where the shipped files are no longer those that it was made of.
"""

import contextlib
import hashlib
import os
from collections.abc import Hashable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, cast

import msgspec
from msgspec import Struct

from perflint.data.assets import rules_root

Built = TypeVar("Built")
FOLDER = Path(__file__).resolve().parent.parent / "_built"
SOURCES = "sources"
_INSTALLING = 60 * 10**9
"""Nanoseconds that lie at most between the files of one installation."""


class Sources(Struct, frozen=True):
    """What the data was made of: a digest of the program, one of the shipped files, how many they are, how many bytes."""

    program: str
    contents: str
    files: int
    size: int


def built(name: str, kind: type[Built]) -> Built | None:
    """Return what was made under a name with the wheel, None where there is nothing of the declared type: in a checkout."""
    known: Built | None = _read(name, cast("Hashable", kind)) if sources() else None
    return known


@cache
def sources() -> Sources | None:
    """Return what the data of this wheel was made of, None where there is none or the shipped files are others by now."""
    known: Sources | None = _read(SOURCES, Sources)
    return known if known and _is_of(known, rules_root()) else None


@cache
def _read(name: str, kind: Any) -> Any:  # noqa: ANN401  # of that kind
    with contextlib.suppress(OSError, msgspec.MsgspecError):
        return msgspec.msgpack.decode((FOLDER / f"{name}.msgpack").read_bytes(), type=kind)
    return None


def _is_of(known: Sources, root: Path) -> bool:
    """Return whether the shipped files are those that data was made of; their bytes are read only where one is newer."""
    files = size = newest = 0
    for entry in entries(os.fspath(root)):
        status = entry.stat()
        newest = max(newest, status.st_mtime_ns)
        if entry.is_file():
            files, size = files + 1, size + status.st_size
    if (files, size) != (known.files, known.size):
        return False
    made = (FOLDER / f"{SOURCES}.msgpack").stat().st_mtime_ns
    return newest <= made + _INSTALLING or contents(root) == known.contents


def entries(folder: str) -> Iterator["os.DirEntry[str]"]:
    """Yield the files and folders below a folder, in no fixed order."""
    with os.scandir(folder) as found:  # a third of the time of paths
        for entry in found:
            yield entry
            if entry.is_dir():
                yield from entries(entry.path)


def contents(root: Path, ending: str = "") -> str:
    """Return a digest of the files below a folder with that ending: names and bytes."""
    digest = hashlib.blake2b(digest_size=16)
    found = {Path(entry.path).relative_to(root).as_posix(): entry.path for entry in entries(os.fspath(root))
             if entry.is_file() and entry.name.endswith(ending)}  # fmt: skip
    for name, path in sorted(found.items()):
        data = Path(path).read_bytes()
        digest.update(f"{name}:{len(data)}:".encode() + data)
    return digest.hexdigest()
