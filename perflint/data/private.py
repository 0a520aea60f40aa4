"""Folders and files that belong to this user alone: what others could have written is neither read nor trusted."""

import os
import stat
from pathlib import Path

from perflint.regular import MOST_BYTES, read_regular

_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH


def private_folder(path: Path) -> Path | None:
    """Return a folder that only this user can look into, made where it is missing; None where it cannot be had.

    A link, a folder of somebody else's, and one that others could write into are refused; one of this user's own that
    others could only read is closed to them.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.mkdir(mode=0o700, exist_ok=True)
        status = path.lstat()
        if not stat.S_ISDIR(status.st_mode) or not _is_own(status):
            return None
        if os.name != "nt" and stat.S_IMODE(status.st_mode) != stat.S_IRWXU:
            path.chmod(stat.S_IRWXU)
    except OSError:
        return None
    return path


def read_private(path: Path, most: int = MOST_BYTES) -> bytes:
    """Return the bytes of a file of this user's own.

    Raises:
        OSError: it is not there, is a link, belongs to somebody else, could be written by others, or is too large.
    """
    status = path.lstat()
    if not stat.S_ISREG(status.st_mode) or not _is_own(status):
        raise PermissionError(f"{path} is not this user's own")
    return read_regular(path, most)


def _is_own(status: os.stat_result) -> bool:
    """Return whether this user owns a file that nobody else can write to; Windows has no such bits."""
    return os.name == "nt" or (status.st_uid == os.geteuid() and not status.st_mode & _OTHERS_WRITE)
