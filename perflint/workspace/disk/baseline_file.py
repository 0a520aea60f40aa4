"""A baseline written to its file, in place of the one that is there."""

import os
from collections.abc import Collection
from pathlib import Path

from perflint.adoption.baseline import MARK, SCHEMA, foreign, render_baseline
from perflint.adoption.entry import BaselineError, Entry
from perflint.regular import read_regular
from perflint.workspace.disk.replacing import replace_file
from perflint.workspace.disk.writing import write_whole_file

_HEAD = 200


def write_baseline(path: Path, entries: Collection[Entry], schema: str = SCHEMA) -> None:
    """Write a baseline file whole, in place of the one that is there; one that would not change is left alone.

    Raises:
        BaselineError, NotReplaced: it cannot be written, or the file there is no baseline; what was there is still there.
    """
    new = render_baseline(entries, schema)
    try:
        if not os.path.lexists(path):
            write_whole_file(path, (new,), over=False)
            return
        old = read_regular(path)
        if old and MARK not in old[:_HEAD]:
            raise foreign(path)
        if old != new:
            replace_file(path, old, new)
    except OSError as fault:
        raise BaselineError(f"{path}: 无法写入 / cannot be written: {fault.strerror or fault}") from fault
