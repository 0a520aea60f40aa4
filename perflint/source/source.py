"""One file as text, tree, comments and faults, with its lines."""

from bisect import bisect_right
from functools import cached_property, lru_cache
from typing import NamedTuple

from msgspec import Struct

from perflint.pattern import pattern
from perflint.source.fault import Fault
from perflint.source.node import Node

_BREAK = pattern(r"\r\n|\n|\r")


class Comment(NamedTuple):
    """One `#` comment: its text after the `#`, its span with the `#`, and whether it has a line of its own."""

    text: str
    start: int
    end: int
    own_line: bool


class Limits(Struct, frozen=True):
    """How much a file may hold before reading it stops with a fault (or, for bytes, `Unreadable`)."""

    max_bytes: int = 64 * 1024 * 1024
    max_depth: int = 64
    max_nodes: int = 2_000_000
    max_alias_nodes: int = 100_000
    max_faults: int = 10_000
    max_slow: int = 300_000  # characters for the parser of YAML 1.2, which is about fifty times slower
    max_recoveries: int = 30
    max_recovered: int = 4_000_000


class Source(Struct, frozen=True, dict=True):
    """A file that was read: its text without byte order mark and with its own line ends, and what stands in it.

    `encoding` is one of utf-8, utf-8-sig, utf-16-le, utf-16-be, gb18030. `roots` holds one node a YAML document,
    a blank one for a document that could not be read and has others behind it; the last of `faults` say what is wrong.
    """

    path: str
    text: str
    encoding: str
    roots: tuple[Node, ...]
    comments: tuple[Comment, ...]
    faults: tuple[Fault, ...]

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """The offsets at which the lines start: a text that is as long as another need not be compared with it each time."""
        return line_starts(self.text)

    def line_column(self, offset: int) -> tuple[int, int]:
        """The line and column of an offset, both from 1; columns count code points."""
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    def line_text(self, line: int, most: int | None = None) -> str:
        """The text of a line (from 1) without its line end, at most so many characters; "" for a line that is not there."""
        starts = self.line_starts
        if not 1 <= line <= len(starts):
            return ""
        end = starts[line] if line < len(starts) else len(self.text)
        start = starts[line - 1]
        return self.text[start : end if most is None else min(end, start + most)].rstrip("\r\n")


@lru_cache(maxsize=8)
def line_starts(text: str) -> tuple[int, ...]:
    r"""The offsets at which the lines of a text start; lines end with \n, \r\n or \r."""
    return (0, *(found.end() for found in _BREAK.finditer(text)))


def line_column(text: str, offset: int) -> tuple[int, int]:
    """The line and column of an offset into a text, both from 1."""
    starts = line_starts(text)
    line = bisect_right(starts, offset)
    return line, offset - starts[line - 1] + 1
