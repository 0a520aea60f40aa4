"""Spaces between two Chinese characters, and the text without them."""

from collections.abc import Iterable
from functools import lru_cache

from perflint.facts.vocabulary import Mark
from perflint.pattern import pattern

_GAP = pattern(r"(?<=[\u4e00-\u9fff])[ \u00a0\u3000]+(?=[\u4e00-\u9fff])")
_RUN_BEFORE = pattern(r"[\u4e00-\u9fff]+$")
_RUN_AFTER = pattern(r"[\u4e00-\u9fff]+")
_HEADING = pattern(r"(?:^|[\s。；])(?:第?[一二三四五六七八九十百]{1,4}[章节条部篇]?|附件?表?)$")
_REACH = 24  # characters looked at on either side


@lru_cache(maxsize=4096)
def inner_spaces(text: str, endings: tuple[str, ...]) -> tuple[Mark, ...]:
    """Return the spaces between Chinese characters with one character on either side.

    Left alone: joint issuers (财政部 国家发展改革委关于…: `endings` are the last characters of bodies), list items with one
    ending (办公费 差旅费), and the space after the number of a heading.
    """
    if " " not in text and "\u3000" not in text and "\u00a0" not in text:
        return ()
    gaps = _GAP.finditer(text)
    return tuple(
        Mark(text[gap.start() - 1 : gap.end() + 1], gap.start() - 1, gap.end() + 1)
        for gap in gaps
        if not _is_meant(text, gap.start(), gap.end(), endings)
    )


def _is_meant(text: str, start: int, end: int, endings: tuple[str, ...]) -> bool:
    head = text[max(0, start - _REACH) : start]
    before, after = _RUN_BEFORE.search(head), _RUN_AFTER.match(text[end : end + _REACH])
    if before is None or after is None:
        return False
    issuers = before[0].endswith(endings) and any(ending in after[0][1:] for ending in endings)
    listed = len(before[0]) > 1 and len(after[0]) > 1 and before[0][-1] == after[0][-1]
    return issuers or listed or bool(_HEADING.search(head))


@lru_cache(maxsize=1024)
def without_spaces(text: str, endings: tuple[str, ...]) -> str:
    """Return the text without these spaces."""
    return closed_up(text, inner_spaces(text, endings))


def closed_up(text: str, marks: Iterable[Mark]) -> str:
    """Return the text without the spaces of some marks, each of which has one character on either side."""
    pieces, done = [], 0
    for mark in marks:
        pieces.append(text[done : mark.start + 1])
        done = mark.end - 1
    return "".join((*pieces, text[done:]))
