"""Text in plain form: half width, without spaces, with the way back to the raw offsets."""

import unicodedata
from functools import lru_cache

from msgspec import Struct

from perflint.pattern import pattern

_KEPT = frozenset("，…①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
_DROPPED = frozenset("\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad")
_BREAKS = frozenset("\n\r\u2028\u2029\x0b\x0c\x85")
_PLAIN = pattern(r"[!-~一-龥，。、≥≤—《》“”·…‰]*")
_DIGITS = frozenset("0123456789")
_JOINED_BEFORE = frozenset("≥≤><=约")
_SCALES = frozenset("十百千万亿")
_NUMBERS = _DIGITS | _SCALES
_LEADING = frozenset("年月至到于为达约近过不超-—~")
_HAN_OR_LATIN = pattern(r"[\u4e00-\u9fffA-Za-z㎡℃]")


class Plain(Struct, frozen=True):
    """Plain text and, for each of its characters and its end, the offset in the raw text."""

    raw: str
    text: str
    offsets: tuple[int, ...] | range

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Raw offsets of the plain slice `start` to `end`, without spaces that follow it."""
        if start >= end:
            return self.offsets[start], self.offsets[start]
        return self.offsets[start], self._after(end - 1)

    def slice(self, start: int, end: int) -> str:
        """The raw text of a plain slice, spaces taken out."""
        first, last = self.span(start, end)
        return "".join(self.raw[first:last].split())

    def _after(self, index: int) -> int:
        return self.offsets[index] + 1 if index < len(self.text) else self.offsets[index]


@lru_cache(maxsize=8192)
def fold(char: str) -> str:
    """The compatibility form (NFKC) of one character; list numbers in circles, ， and … stay."""
    return char if char in _KEPT else unicodedata.normalize("NFKC", char)


def flatten(text: str) -> str:
    """The plain form alone, for words of a lexicon."""
    return plain(text).text


def plain(text: str) -> Plain:
    """The plain form of a cell.

    Spaces vanish except between two digits; a line break stays unless it only wraps a number away from its sign or unit.
    """
    if _PLAIN.fullmatch(text):
        return Plain(text, text, range(len(text) + 1))
    chars: list[str] = []
    offsets: list[int] = []
    gap = ""
    for index, char in enumerate(text):
        if char in _DROPPED:
            continue
        if char in _BREAKS:
            gap = "\n"
            continue
        folded = fold(char)
        if folded.isspace() or not folded:
            gap = gap or " "
            continue
        for piece in folded:
            if piece.isspace():
                continue
            if gap and chars and _kept_gap(gap, chars[-1], piece):
                chars.append(gap)
                offsets.append(index - 1)
            gap = ""
            chars.append(piece)
            offsets.append(index)
    offsets.append(len(text))
    return Plain(text, "".join(chars), tuple(offsets))


def _kept_gap(gap: str, before: str, after: str) -> bool:
    if gap == "\n":
        return not _wrapped(before, after)
    return before in _DIGITS and after in _DIGITS


def _wrapped(before: str, after: str) -> bool:
    """Whether a line break only wraps a number away from its sign, its unit, or the words that lead to it."""
    if before in _JOINED_BEFORE or after == "%":
        return True
    if before in _NUMBERS:
        return after in _SCALES or (after not in _DIGITS and _HAN_OR_LATIN.match(after) is not None)
    return after in _DIGITS and before in _LEADING
