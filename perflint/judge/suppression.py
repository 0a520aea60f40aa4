"""Comments that suppress findings: `# perflint: ignore[CODE, …] until=YYYY-MM-DD reason`."""

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Callable, Sequence

from msgspec import Struct

from perflint.pattern import pattern
from perflint.source import Comment, Node, NodeKind, Source

_WORDS = pattern(r"\s*perflint\s*[:：]\s*ignore\s*(?:[\[［【](?P<codes>[^\]］】]*)[\]］】])?\s*(?P<rest>.*)", re.DOTALL)
# A code that means less than a category (WRD, not W) would silence half the rules at one stroke, and so means none.
SHORTEST = 3
_REASON = pattern(r"\w.*\w", re.DOTALL)
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

    def expired(self, today: dt.date) -> bool:
        """Return whether the last day is over, or cannot be read."""
        if not self.until:
            return False
        try:
            return dt.date.fromisoformat(self.until) < today
        except ValueError:
            return True


def suppressions_in(source: Source) -> tuple[Suppression, ...]:
    """Return the suppressions of a source in file order."""
    found = []
    for comment in source.comments:
        words = _WORDS.fullmatch(comment.text)
        if words:
            found.append(_suppression(source, comment, words))
    return tuple(found)


def _suppression(source: Source, comment: Comment, words: re.Match[str]) -> Suppression:
    rest = words["rest"].strip()
    until = _UNTIL.match(rest)
    reason = rest[until.end() :].strip() if until else rest
    reason = reason if _REASON.search(reason) else ""  # a full stop is no reason
    codes = tuple(code.strip() for code in re.split("[,，、\\s]+", words["codes"] or "") if code.strip())
    line, column = source.line_column(comment.start)
    first, last = _reach(source, comment)
    return Suppression(
        codes, reason, until[1] if until else "", comment.start, comment.end, line, column,
        column + comment.end - comment.start, source.line_text(line)[:400], first, last,
    )  # fmt: skip


def _reach(source: Source, comment: Comment) -> tuple[int, int]:
    """Return the characters covered: the comment's line, or what stands below a comment on a line of its own."""
    if not comment.own_line:
        start = comment.start - (source.line_column(comment.start)[1] - 1)
        return start, comment.start
    text = source.text
    offset = comment.end
    while offset < len(text):
        if text[offset] in " \t\r\n":
            offset += 1
        elif text[offset] == "#":
            breaks = [place for place in (text.find("\n", offset), text.find("\r", offset)) if place >= 0]
            offset = min(breaks, default=len(text))
        else:
            break
    covered = _below(source.roots, offset)
    return covered or (offset, offset)


def _below(roots: tuple[Node, ...], offset: int) -> tuple[int, int] | None:
    """Return the outermost node, or pair of a mapping, that starts at an offset (a `- ` before an item counts to it)."""
    nodes = list(roots)
    while nodes:
        node = next((node for node in nodes if node.start <= offset < max(node.end, node.start + 1)), None)
        if node is None:
            return None
        if node.start == offset and node.kind is NodeKind.MAPPING:
            return node.start, node.end
        if node.kind is NodeKind.MAPPING:
            pair = next((pair for pair in node.pairs if pair[0].start == offset), None)
            if pair:
                return pair[0].start, max(pair[1].end, pair[0].end)
            nodes = [value for _, value in node.pairs]
        elif node.kind is NodeKind.SEQUENCE:
            item = next(
                (item for item in node.items if offset < item.start <= offset + 4 or item.start == offset), None
            )
            if item:
                return offset, item.end
            nodes = list(node.items)
        else:
            return None
    return None


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
