"""Files written whole or not at all, never through a link that leads elsewhere."""

import contextlib
import errno
import os
import stat
from collections.abc import Iterable
from pathlib import Path

from perflint.workspace.disk.tree import leaves, tree_of


def write_whole_file(path: Path, pieces: Iterable[bytes], *, over: bool, folders: bool = False) -> None:
    """Write a file beside its place, flushed, and then put it there at once; an old one's permissions are kept.

    With `over` what is there is replaced, a link within the project staying a link; without it what is there, a dangling
    link too, is an error. `folders` makes the folders above it that are not there yet. What is no file (a pipe, a terminal) is written to as it is.

    Raises:
        FileExistsError: something is there and `over` is not set.
        OSError: it cannot be written, or is a link that leads out of the project; what was there is still there.
    """
    if not over and os.path.lexists(path):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
    if path.is_symlink() and leaves(path, tree_of(path.parent)) and not _is_device(path):
        words = "这个链接指向项目以外，不会写入 / this link leads out of the project and is not written through"
        raise PermissionError(errno.EPERM, words, str(path))
    if _is_device(path):
        with path.open("wb") as stream:
            stream.writelines(pieces)
        return
    try:
        target = Path(os.path.realpath(path))
        if folders:
            _make_folder(target.parent)
        _put(target, pieces, over=over)
    except OSError as fault:  # of the place that was asked for, not of the temporary file beside it
        fault.filename, fault.filename2 = str(path), None
        raise


def _is_device(path: Path) -> bool:
    """Return whether a path leads to something that is written to and not replaced."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return stat.S_ISCHR(mode) or stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError as fault:  # of the folder, not of the file that is asked for
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder)) from fault


def _put(target: Path, pieces: Iterable[bytes], *, over: bool) -> None:
    import secrets  # noqa: PLC0415  # only a file that is written needs them
    import shutil  # noqa: PLC0415  # as above

    beside = target.with_name(f".perflint-{secrets.token_hex(8)}.tmp")
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.writelines(pieces)
            stream.flush()
            os.fsync(stream.fileno())
        if over:
            if target.is_file():
                shutil.copymode(target, beside)
            beside.replace(target)
        else:
            _link(beside, target)
    finally:
        with contextlib.suppress(OSError):
            beside.unlink()


def _link(beside: Path, target: Path) -> None:
    """Give a finished file its name, unless something has that name by now."""
    try:
        os.link(beside, target)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        if os.path.lexists(target):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target)) from None
        beside.rename(target)
