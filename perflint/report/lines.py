"""The lines of the files that a report speaks of, and columns in the unit that a format counts in."""

from pathlib import Path

from perflint.source import Limits, Unreadable
from perflint.source.encoding import decode
from perflint.source.source import line_starts

_MARK = len("\ufeff".encode())


class Lines:
    """Gives the text of a file again, for formats that count bytes; one file is held at a time.

    Without `on_disk` there is nothing to read again: a file of that name may hold something else.
    """

    def __init__(self, *, on_disk: bool = True) -> None:
        self._on_disk = on_disk
        self._path = ""
        self._text: str | None = None
        self._mark = 0

    def between(self, path: str, start: int, end: int) -> str | None:
        """Return the characters from one offset of a file to another, None if it cannot be read (again)."""
        self._open(path)
        return None if self._text is None or end > len(self._text) else self._text[start:end]

    def byte_column(self, path: str, line: int, column: int, excerpt: str | None = None) -> int | None:
        """Return a column in bytes of UTF-8, from 1; a byte order mark is part of the first line.

        `excerpt` is the line, at least its beginning, for a file that cannot be read again (standard input).
        """
        before = self._before(path, line, column)
        if before is None and excerpt is not None and len(excerpt) >= column - 1:
            before = excerpt[: column - 1]
        mark = self._mark if line == 1 else 0
        return None if before is None else len(before.encode("utf-8", "replace")) + mark + 1

    def _before(self, path: str, line: int, column: int) -> str | None:
        self._open(path)
        starts = line_starts(self._text) if self._text is not None else ()
        if self._text is None or line > len(starts):
            return None
        return self._text[starts[line - 1] : starts[line - 1] + column - 1]

    def _open(self, path: str) -> None:
        if path == self._path:
            return
        self._path, self._text, self._mark = path, None, 0
        if not self._on_disk:
            return
        try:
            self._text, encoding = decode(Path(path).read_bytes(), Limits().max_bytes)
        except (OSError, Unreadable):
            return
        self._mark = _MARK if encoding == "utf-8-sig" else 0
