"""What is compiled from data files once and kept in the user's cache folder (packs, units, lexicons)."""

import contextlib
import hashlib
import os
import pickle
import sys
import tempfile
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import TypeVar, cast

from perflint import __version__

Built = TypeVar("Built")
# What reading a damaged pickle, or one of other classes, raises (the manual of pickle names more than one kind).
_UNUSABLE = (OSError, EOFError, pickle.UnpicklingError, ArithmeticError, LookupError, AttributeError, ImportError,
             MemoryError, TypeError, ValueError)  # fmt: skip


@lru_cache(maxsize=1)
def cache_folder() -> Path:
    """Return the folder for perflint's own caches; `PERFLINT_CACHE_DIR` overrides the platform's place."""
    named = os.environ.get("PERFLINT_CACHE_DIR")
    if named:
        return Path(named)
    from platformdirs import user_cache_path  # noqa: PLC0415  # 5 ms that a named folder need not pay

    return user_cache_path("perflint", appauthor=False)


def remember(name: str, state: str, build: Callable[[], Built]) -> Built:
    """Return what `build` makes, from the cache folder if it was made before from the same state.

    `state` is any text that changes with the inputs. The file is the user's own, like Python's compiled modules; where
    the folder cannot be written, or the file cannot be read, the thing is simply built again.
    """
    digest = hashlib.blake2b(f"{__version__}|{sys.version}|{program()}|{state}".encode(), digest_size=16).hexdigest()
    path = cache_folder() / "compiled" / f"{name}-{digest}.pickle"
    with contextlib.suppress(*_UNUSABLE):
        return cast("Built", pickle.loads(path.read_bytes()))  # noqa: S301  # the user's own cache folder
    built = build()
    with contextlib.suppress(OSError):
        write_whole(path, pickle.dumps(built, pickle.HIGHEST_PROTOCOL))
    return built


@lru_cache(maxsize=1)
def program() -> int:
    """Return a number that changes with the program's own files, so that a changed program rebuilds what it kept."""
    package = Path(__file__).resolve().parent.parent
    return max(path.stat().st_mtime_ns for path in package.rglob("*.py"))


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that a reader sees the old content or the new one, never a part.

    Raises:
        OSError: the folder cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
