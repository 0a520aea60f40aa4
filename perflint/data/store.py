"""What is compiled from data files once and kept in the user's cache folder (packs, units, lexicons), as typed data."""

import contextlib
import hashlib
import os
import sys
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

import msgspec

from perflint.data.assets import rules_root, stamp_below
from perflint.data.built import sources
from perflint.data.private import private_folder, read_private
from perflint.version import __version__

Built = TypeVar("Built")
_SEAL = 16
_PACKAGE = Path(__file__).resolve().parent.parent
_STATE = {"used": True}


def use_store(*, wanted: bool) -> None:
    """Say whether this process reads and writes the store; without a word it does."""
    _STATE["used"] = wanted


def store_is_used() -> bool:
    """Return whether this process reads and writes the store."""
    return _STATE["used"]


@lru_cache(maxsize=1)
def cache_folder() -> Path:
    """Return the folder for perflint's own caches; `PERFLINT_CACHE_DIR` overrides the platform's place."""
    named = os.environ.get("PERFLINT_CACHE_DIR")
    if named:
        return Path(named)
    if sys.platform == "linux" and not {"XDG_CACHE_HOME", "ANDROID_DATA"} & os.environ.keys():
        return Path(os.path.expanduser("~/.cache/perflint"))  # noqa: PTH111  # what platformdirs says, which takes 11 ms to load
    from platformdirs import user_cache_path  # noqa: PLC0415  # as above

    return user_cache_path("perflint", appauthor=False)


def remember(name: str, state: str, build: Callable[[], Built], kind: type[Built]) -> Built:
    """Return what `build` makes, from the cache folder if it was made before from the same state.

    `state` is any text that changes with the inputs. What is kept is data of the declared type `kind`, never code, under
    a seal; where the folder is not this user's own, or the file is damaged, foreign or of another shape, the thing is
    simply built again.
    """
    known = kept(name, state, kind)
    if known is None:
        known = build()
        keep(name, state, known)
    return known


def kept(name: str, state: str, kind: type[Built]) -> Built | None:
    """Return what was kept under a name and state, None if there is nothing of the declared type."""
    path = _place(name, state)
    with contextlib.suppress(OSError, msgspec.MsgspecError):
        return msgspec.msgpack.decode(_unsealed(read_private(path)), type=kind) if path else None
    return None


def keep(name: str, state: str, built: object) -> None:
    """Keep data for the next time, where there is a folder for it."""
    path = _place(name, state)
    if path is not None:
        data = msgspec.msgpack.encode(built)
        with contextlib.suppress(OSError):
            write_whole(path, _seal(data) + data)


def _place(name: str, state: str) -> Path | None:
    """Return the file for what is kept under a name and state, None where nothing is kept."""
    folder = private_folder(cache_folder() / "compiled") if store_is_used() else None
    if folder is None:
        return None
    digest = hashlib.blake2b(f"{__version__}|{sys.version}|{program()}|{state}".encode(), digest_size=16).hexdigest()
    return folder / f"{name}-{digest}.msgpack"


def _seal(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=_SEAL).digest()


def _unsealed(kept: bytes) -> bytes:
    """Return what was kept.

    Raises:
        msgspec.DecodeError: it is damaged.
    """
    data = kept[_SEAL:]
    if _seal(data) != kept[:_SEAL]:
        raise msgspec.DecodeError("the seal does not fit")
    return data


@lru_cache(maxsize=1)
def program() -> str:
    """Return a text that changes with the program's own files, so that a changed program rebuilds what it kept."""
    known = sources()
    if known:
        return known.program
    return hashlib.blake2b(stamp_below(_PACKAGE, ".py").encode(), digest_size=16).hexdigest()


def shipped() -> str:
    """Return a text that changes with the shipped rules and words."""
    known = sources()
    return known.contents if known else stamp_below(rules_root(), "")


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that a reader sees the old content or the new one, never a part.

    Raises:
        OSError: the folder cannot be written.
    """
    import tempfile  # noqa: PLC0415  # 8 ms, where something is written

    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
