"""A file's content exchanged so that at any moment the old one or the new one is there, whole."""

import contextlib
import os
import shutil
import tempfile
from pathlib import Path

from perflint.regular import read_regular
from perflint.workspace.disk.tree import leaves, tree_of


class NotReplaced(Exception):  # noqa: N818  # said of a file, not of the program
    """A file that was left as it was; the message says why, in both languages."""

    def __init__(self, path: Path, zh: str, en: str) -> None:
        super().__init__(f"{path}: {en}")
        self.zh = f"{path}：{zh}"
        self.en = f"{path}: {en}"


def replace_file(path: Path, old: bytes, new: bytes) -> None:
    """Write a file's new content in place of the old.

    A symbolic link stays and the file that it leads to is replaced; permissions are kept. The new content is written
    beside the file, flushed to the disk and renamed over it.

    Raises:
        NotReplaced: the file does not hold `old` any more, or the system would not have it; it is as it was.
    """
    target = Path(os.path.realpath(path))
    if path.is_symlink() and leaves(path, tree_of(path.parent)):
        raise NotReplaced(path, "这个链接指向项目以外，没有写入", "this link leads out of the project, not written")
    try:
        if read_regular(target) != old:
            raise NotReplaced(
                path, "读入以后被改动过，没有写入；请重新运行", "changed since it was read, not written; run again"
            )
        _exchange(target, new)
    except OSError as fault:
        reason = fault.strerror or str(fault)
        raise NotReplaced(
            path, f"无法写入（{reason}），文件未改动", f"cannot be written ({reason}), left as it was"
        ) from fault


def _exchange(target: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".perflint")
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        shutil.copymode(target, beside)
        beside.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise
    _settle(target.parent)


def _settle(folder: Path) -> None:
    """Flush a folder's entries to the disk, where the system can do that."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
