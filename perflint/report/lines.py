"""The text of the files that a report speaks of, and columns in bytes for the formats that count them."""

from itertools import accumulate
from pathlib import Path

from msgspec import Struct

from perflint.regular import read_regular
from perflint.source import Limits, Unreadable
from perflint.source.encoding import decode
from perflint.source.source import line_starts

_MARK = len("\ufeff".encode())
# Bytes are counted from the nearest of such points, so that a finding at the end of a very long line costs no more.
_STEP = 4096
_HELD = 4


class Content(Struct, frozen=True):
    """A file: its text, the bytes of its mark, and how many bytes of UTF-8 come before every `_STEP`-th character."""

    text: str
    mark: int
    sizes: tuple[int, ...]

    def before(self, offset: int) -> int:
        """Return how many bytes of UTF-8 come before an offset, the mark not counted."""
        point = offset // _STEP
        return self.sizes[point] + _size(self.text[point * _STEP : offset])


class Lines:
    """Gives the text of files again; a few are held at a time.

    Without `on_disk` there is nothing to read again: a file of that name may hold something else.
    """

    def __init__(self, *, on_disk: bool = True) -> None:
        self._on_disk = on_disk
        self._held: dict[str, Content | None] = {}

    def between(self, path: str, start: int, end: int) -> str | None:
        """Return the characters from one offset of a file to another, None if it cannot be read (again)."""
        content = self._content(path)
        return None if content is None or end > len(content.text) else content.text[start:end]

    def byte_column(self, path: str, line: int, column: int, excerpt: str | None = None) -> int | None:
        """Return a column in bytes of UTF-8, from 1; a byte order mark is part of the first line.

        `excerpt` is the line, at least its beginning, for a file that cannot be read again (standard input).
        """
        content = self._content(path)
        starts = line_starts(content.text) if content else ()
        if content and line <= len(starts):
            start = starts[line - 1]
            end = min(start + column - 1, len(content.text))
            return content.before(end) - content.before(start) + (content.mark if line == 1 else 0) + 1
        if excerpt is None or len(excerpt) < column - 1:
            return None
        return _size(excerpt[: column - 1]) + 1

    def _content(self, path: str) -> Content | None:
        if path not in self._held:
            if len(self._held) >= _HELD:
                del self._held[next(iter(self._held))]
            self._held[path] = _read(path) if self._on_disk else None
        return self._held[path]


def _read(path: str) -> Content | None:
    try:
        text, encoding = decode(read_regular(Path(path)), Limits().max_bytes)
    except (OSError, Unreadable):
        return None
    sizes = accumulate((_size(text[at : at + _STEP]) for at in range(0, len(text), _STEP)), initial=0)
    return Content(text, _MARK if encoding == "utf-8-sig" else 0, tuple(sizes))


def _size(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))
