"""A cell's pieces: split where several targets stand in one cell, list numbers taken off."""

from collections.abc import Iterator

from perflint.pattern import pattern

_HARD = pattern(
    r"[；;\n]|(?<=[^\d])\||(?=[①-⑳])|(?<=[^(\d.])(?=\(\d{1,2}\)[^\d以])|(?<=[^\dA-Za-z.(])(?=[1-9][.、](?=[\u4e00-\u9fa5]))"
)
_SOFT = ("。", "，", ",", "、")
_THOUSANDS = pattern(r"\d,\d{3}(?!\d)")
_LIST_NUMBER = pattern(
    r"[①-⑳]|\(\d{1,2}\)(?=[^\d])|\d{1,2}[.、](?=[^\d])|[一二三四五六七八九十]、|\([一二三四五六七八九十]\)"
)
_DIGIT = pattern(r"\d")
_BARE = pattern(r"[\d.%]*")
_LONG = 400


def split(text: str) -> Iterator[tuple[int, int]]:
    """The plain start and end of each piece of a cell, list numbers, marks and spaces left out."""
    at = 0
    for mark in _HARD.finditer(text):
        yield from _soft(text, at, mark.start(), 0)
        at = mark.end()
    yield from _soft(text, at, len(text), 0)


def _soft(text: str, start: int, end: int, level: int) -> Iterator[tuple[int, int]]:
    while True:
        start, end = trim(text, start, end)
        if start >= end:
            return
        if level == len(_SOFT) or end - start > _LONG:
            yield start, end
            return
        mark, level = _SOFT[level], level + 1
        pieces = list(_cut(text, start, end, mark)) if text.find(mark, start, end) >= 0 else ()
        if len(pieces) > 1 and all(_stands_alone(text[first:last]) for first, last in pieces):
            for first, last in pieces:
                yield from _soft(text, first, last, level)
            return


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The same slice without a list number before it and marks behind it."""
    while end > start and text[end - 1] in "。，,、；;.：: ":
        end -= 1
    number = _LIST_NUMBER.match(text, start, end)
    if number and number.end() < end:
        start = number.end()
    while start < end and text[start] in "，,、 ":
        start += 1
    return start, end


def _cut(text: str, start: int, end: int, mark: str) -> Iterator[tuple[int, int]]:
    depth, at = 0, start
    for index in range(start, end):
        char = text[index]
        depth += (char in "(《") - (char in ")》")
        if char == mark and depth <= 0 and not (mark == "," and _THOUSANDS.match(text, index - 1)):
            if at < index:
                yield at, index
            at = index + 1
    if at < end:
        yield at, end


def _stands_alone(piece: str) -> bool:
    """Whether a piece has a number of its own and a unit or label, or says that its number is open."""
    if piece.endswith("不确定"):
        return True
    return bool(_HAS_NUMBER.search(piece)) and not _BARE.fullmatch(piece)


_HAS_NUMBER = pattern(r"\d|[一二两三四五六七八九十][个次项件户家人名台套场期份天年]")
