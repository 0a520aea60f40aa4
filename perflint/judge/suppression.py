"""Comments that suppress findings: `# perflint: ignore[CODE, …] until=YYYY-MM-DD reason`."""

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

from msgspec import Struct

from perflint.pattern import pattern
from perflint.source import Comment, Node, NodeKind, Source

_WORDS = pattern(r"\s*perflint\s*[:：]\s*ignore\s*(?:[\[［【](?P<codes>[^\]］】]*)[\]］】])?\s*(?P<rest>.*)", re.DOTALL)
# A code that means less than a category (WRD, not W) would silence half the rules at one stroke, and so means none.
SHORTEST = 3
_REASON = pattern(r"\w.*\w", re.DOTALL)
_BLANK = pattern(r"[ \t\r\n]*")
_TO_LINE_END = pattern(r"[^\r\n]*")
_DASH = 4  # characters of `-   ` before an item
_UNTIL = pattern(r"until=(\S+)\s*")


class Suppression(Struct, frozen=True):
    """One comment: its codes, reason and last day, its own place, and the characters [first, last) that it covers."""

    codes: tuple[str, ...]
    reason: str
    until: str
    start: int
    end: int
    line: int
    column: int
    end_column: int
    excerpt: str
    first: int
    last: int

    def covers(self, code: str, offset: int) -> bool:
        """Return whether a finding of a rule that starts at an offset is suppressed (codes may be prefixes)."""
        return self.first <= offset < self.last and any(
            code.startswith(own) for own in self.codes if len(own) >= SHORTEST
        )

    def days_left(self, today: dt.date) -> int | None:
        """Return the days until the last day, negative once it is over; None where there is none or it cannot be read."""
        try:
            return (dt.date.fromisoformat(self.until) - today).days
        except ValueError:
            return None

    def expired(self, today: dt.date) -> bool:
        """Return whether the last day is over, or cannot be read."""
        left = self.days_left(today)
        return bool(self.until) and (left is None or left < 0)


def suppressions_in(source: Source) -> tuple[Suppression, ...]:
    """Return the suppressions of a source in file order."""
    reach = _Reach(source)
    found = []
    for comment in reversed(
        source.comments
    ):  # from the end on: a comment above another one reaches as far as that does
        words = _WORDS.fullmatch(comment.text)
        first, last = reach.of(comment) if words or comment.own_line else (0, 0)
        if words:
            found.append(_suppression(source, comment, words, first, last))
    return tuple(reversed(found))


def _suppression(source: Source, comment: Comment, words: re.Match[str], first: int, last: int) -> Suppression:
    rest = words["rest"].strip()
    until = _UNTIL.match(rest)
    reason = rest[until.end() :].strip() if until else rest
    reason = reason if _REASON.search(reason) else ""  # a full stop is no reason
    codes = tuple(code.strip() for code in re.split("[,，、\\s]+", words["codes"] or "") if code.strip())
    line, column = source.line_column(comment.start)
    return Suppression(
        codes, reason, until[1] if until else "", comment.start, comment.end, line, column,
        column + comment.end - comment.start, source.line_text(line, 400), first, last,
    )  # fmt: skip


_Part = tuple[int, Node, int]  # where a part of a collection starts, its value, where it ends


class _Reach:
    """Finds what comments cover; what stands below a row of comments is looked up once for all of them."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._landings: dict[int, int] = {}
        self._covered: dict[int, tuple[int, int]] = {}
        self._starts: dict[int, tuple[list[int], list[_Part]]] = {}

    def of(self, comment: Comment) -> tuple[int, int]:
        """Return the characters covered: the comment's line, or what stands below a comment on a line of its own."""
        if not comment.own_line:
            start = comment.start - (self._source.line_column(comment.start)[1] - 1)
            return start, comment.start
        landing = self._landing(comment.end)
        self._landings[comment.start] = landing
        if landing not in self._covered:
            self._covered[landing] = self._below(landing) or (landing, landing)
        return self._covered[landing]

    def _landing(self, offset: int) -> int:
        """Return where the first thing below a comment starts that is no comment."""
        text = self._source.text
        while True:
            blank = _BLANK.match(text, offset)
            offset = blank.end() if blank else offset
            if offset >= len(text) or text[offset] != "#":
                return offset
            if offset in self._landings:
                return self._landings[offset]
            line = _TO_LINE_END.match(text, offset)
            offset = line.end() if line else len(text)

    def _below(self, offset: int) -> tuple[int, int] | None:
        """Return the outermost node, or pair of a mapping, that starts at an offset (a `- ` before an item counts to it)."""
        root = next((root for root in self._source.roots if root.start <= offset < max(root.end, root.start + 1)), None)
        while root is not None:
            if root.start == offset and root.kind is NodeKind.MAPPING:
                return root.start, root.end
            found, root = self._within(root, offset)
            if found:
                return found
        return None

    def _within(self, node: Node, offset: int) -> tuple[tuple[int, int] | None, Node | None]:
        """Return what starts at an offset right inside a node, else the child in which the offset lies."""
        starts, parts = self._parts(node)
        if node.kind is NodeKind.MAPPING:
            at = bisect_right(starts, offset) - 1
            if at < 0:
                return None, None
            start, value, end = parts[at]
            if start == offset:
                return (start, end), None
            return None, value if value.start <= offset < max(value.end, value.start + 1) else None
        at = bisect_left(starts, offset)
        if at < len(parts) and parts[at][0] <= offset + _DASH:
            return (offset, parts[at][2]), None
        inner = parts[at - 1][1] if at else None
        return None, inner if inner and offset < max(inner.end, inner.start + 1) else None

    def _parts(self, node: Node) -> tuple[list[int], list[_Part]]:
        """Return where the own parts of a collection start, and the parts; what came through an alias stands elsewhere."""
        known = self._starts.get(id(node))
        if known is None:
            if node.kind is NodeKind.MAPPING:
                parts = [(key.start, value, max(value.end, key.end)) for key, value in node.pairs if not key.shared]
            else:
                parts = [(item.start, item, item.end) for item in node.items if not item.shared]
            known = self._starts[id(node)] = ([part[0] for part in parts], parts)
        return known


def covering(entries: Sequence[Suppression]) -> Callable[[str, int], Suppression | None]:
    """Return a function that finds the first of several suppressions that covers a finding of a code at an offset.

    Entries are found by the characters that they cover, so that thousands of them cost no more than they must.
    """
    edges = sorted({edge for entry in entries for edge in (entry.first, entry.last)})
    over: dict[int, list[Suppression]] = {}
    known: dict[tuple[int, str], Suppression | None] = {}
    starts = sorted(range(len(entries)), key=lambda place: entries[place].first)

    def find(code: str, offset: int) -> Suppression | None:
        at = bisect_right(edges, offset) - 1
        if (at, code) not in known:
            if at not in over:
                near = starts[: bisect_right(starts, offset, key=lambda place: entries[place].first)]
                over[at] = [entries[place] for place in sorted(near) if entries[place].last > offset]
            known[at, code] = next((entry for entry in over[at] if entry.covers(code, offset)), None)
        return known[at, code]

    return find
