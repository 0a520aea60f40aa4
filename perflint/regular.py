"""The bytes of a regular file, its kind and size asked first: no device, pipe or sparse giant is ever read."""

import errno
import os
import stat
from pathlib import Path

MOST_BYTES = 64 * 1024 * 1024
_QUIET = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


class Unfit(OSError):  # noqa: N818  # an error of the system's kind, so that whoever handles those handles this one
    """What stands at a path is no file that may be read; `strerror` says so in both languages."""


def read_regular(path: Path, most: int = MOST_BYTES) -> bytes:
    """Return the bytes of a regular file; a symbolic link is followed.

    Raises:
        Unfit: it is a folder, a device, a pipe or a socket, or holds more than `most` bytes.
        OSError: it is not there or cannot be read.
    """
    handle = os.open(path, os.O_RDONLY | _QUIET)
    with os.fdopen(handle, "rb") as stream:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            raise Unfit(errno.EINVAL, "不是普通文件 / not a regular file", str(path))
        if status.st_size > most:
            raise _too_large(path, str(status.st_size), most)
        data = stream.read(most + 1)
    if len(data) > most:  # it grew, or a file system that tells no sizes
        raise _too_large(path, f">{most}", most)
    return data


def read_head(path: Path, most: int) -> bytes:
    """Return the first bytes of a regular file, `most` of them.

    Raises:
        OSError: it is none, or it is not there or cannot be read.
    """
    handle = os.open(path, os.O_RDONLY | _QUIET)
    with os.fdopen(handle, "rb") as stream:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise Unfit(errno.EINVAL, "不是普通文件 / not a regular file", str(path))
        return stream.read(most)


def read_regular_text(path: Path, most: int = MOST_BYTES) -> str:
    """Return the text of a regular file in UTF-8, bytes that are none replaced.

    Raises:
        OSError: as `read_regular`.
    """
    return read_regular(path, most).decode("utf-8", errors="replace")


def _too_large(path: Path, size: str, most: int) -> Unfit:
    words = f"文件太大：{size} 字节，上限是 {most} 字节 / too large: {size} bytes, the limit is {most}"
    return Unfit(errno.EFBIG, words, str(path))
