"""Titles in book marks 《》, the titles inside them, and marks that have no partner."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from perflint.pattern import pattern

_LONGEST = 200
_MARKS = len("《》")
_INNER = pattern(r"[<＜〈《]([^<>＜＞〈〉《》]{2,200})[>＞〉》]")
_PAIRS = {"》": "《", "〉": "〈"}
_MARK = pattern(r"[《》〈〉]")
_CHINESE = pattern(r"[\u4e00-\u9fff]")
_ISSUED = pattern(r"关于|通知|意见|办法|条例|方案|决定|规定|计划|规划")
_GAP = pattern(r"(?<=[\u4e00-\u9fff])[ \u00a0\u3000]+(?=[\u4e00-\u9fff])")
_BLANKS = " \u00a0\u3000"
_CLAUSE = 6  # characters of a whole clause
_VERB_FIRST = pattern(
    r"进一步|全面|切实|深入|着力|加快|促进|推[进动行]|加强|做好|支[持撑]|深化|提[高升]|保障|防范|完善|实施|开展|规范|扩大|优化|构建|[建设]立|健全|强化|引导|鼓励|助力|落实"
)


class Title(NamedTuple):
    """A title with its marks, at characters [start, end); `depth` 0 for one that stands in no other."""

    text: str
    start: int
    end: int
    depth: int


class Stray(NamedTuple):
    """A book mark without a partner."""

    text: str
    start: int


class Titles(NamedTuple):
    """The titles of a text, in order, and the marks without a partner."""

    titles: tuple[Title, ...]
    strays: tuple[Stray, ...]


NONE = Titles((), ())


@lru_cache(maxsize=4096)
def find_titles(text: str) -> Titles:
    """Return the titles and the stray marks of a text; titles of more than 200 characters are no titles."""
    if "《" not in text and "》" not in text:
        return NONE
    pairs, strays = _matched(text)
    return Titles(tuple(_nested(text, pairs)), tuple(Stray(text[at], at) for at in strays if _is_book_mark(text, at)))


def _matched(text: str) -> tuple[list[tuple[int, int]], list[int]]:
    """Return the pairs 《》, and 〈〉 inside them, in order of their start, and the places of all marks of either kind without a partner."""
    open_: dict[str, list[int]] = {"《": [], "〈": []}
    pairs, strays = [], []
    for hit in _MARK.finditer(text):
        mark, at = hit[0], hit.start()
        if mark in open_:
            open_[mark].append(at)
        elif not open_[_PAIRS[mark]]:
            strays.append(at)
        else:
            start = open_[_PAIRS[mark]].pop()
            if mark == "》" or open_["《"]:  # a 〈title〉 only inside another
                pairs.append((start, at + 1))
    return sorted(pairs), sorted([*strays, *open_["《"], *open_["〈"]])


def _nested(text: str, pairs: list[tuple[int, int]]) -> Iterator[Title]:
    around: list[int] = []
    for start, end in pairs:
        while around and around[-1] <= start:
            around.pop()
        around.append(end)
        if _MARKS < end - start <= _LONGEST + _MARKS:
            yield Title(text[start:end], start, end, len(around) - 1)


def _is_book_mark(text: str, at: int) -> bool:
    """Return whether a single mark is meant as one: 〈5% is a bad "less than" sign."""
    if text[at] in "《》":
        return True
    beside = text[at + 1 : at + 2] if text[at] == "〈" else text[at - 1 : at]
    return bool(_CHINESE.fullmatch(beside)) or beside in {"《", "》"}


def inner_titles(title: str) -> tuple[tuple[str, int, int], ...]:
    """Return the titles inside an outermost title 《…》, however marked: as typed, with their places in it."""
    body = title[1:-1]
    return tuple(
        (hit[0], hit.start() + 1, hit.end() + 1)
        for hit in _INNER.finditer(body)
        if _CHINESE.search(hit[1]) and hit[0] != body and not (hit[0][0] in "<＜" and hit[1][0].isdigit())  # <1吨
    )


def renested(title: str) -> str:
    """Return an outermost title with 〈〉 around the titles directly inside it."""
    out = list(title)
    for typed, start, end in inner_titles(title):
        if typed[0] != "〈" or typed[-1] != "〉":
            out[start], out[end - 1] = "〈", "〉"
    return "".join(out)


@lru_cache(maxsize=4096)
def loose_spaces(title: str, endings: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    """Return the places of blanks in a title that do not belong there.

    Directly inside its marks; and between two Chinese characters where the title is of a document that somebody issued, or where
    a single character is cut off. Left alone: joint issuers (`endings`: last characters of bodies) and the parts of a standard's name
    (质量管理体系 要求).
    """
    if not any(blank in title for blank in _BLANKS):
        return ()
    body = title[1:-1]
    left, right = len(body) - len(body.lstrip(_BLANKS)), len(body.rstrip(_BLANKS))
    edges = [(1, 1 + left)] * bool(left) + [(1 + right, 1 + len(body))] * (right < len(body))
    issued = bool(_ISSUED.search(title))
    inside = [hit.span() for hit in _GAP.finditer(title) if _is_loose(title, hit.start(), hit.end(), endings, issued)]
    return tuple(sorted([*edges, *inside]))


def _is_loose(title: str, start: int, end: int, endings: tuple[str, ...], issued: bool) -> bool:  # noqa: FBT001  # what is known of the title
    single = not _CHINESE.fullmatch(title[start - 2 : start - 1]) or not _CHINESE.fullmatch(title[end + 1 : end + 2])
    if single:
        return True
    rest = title[end:].partition("关于")[0]
    issuers = title[:start].endswith(endings) and any(ending in rest for ending in endings)
    return issued and not issuers and not _is_two_clauses(title[:start], title[end:])


def _is_two_clauses(before: str, after: str) -> bool:
    """Return whether a blank stands where an official title breaks its line: 关于加强…体系建设 促进农村消费的意见."""
    head = before.rpartition("关于")[2]
    return len(head) >= _CLAUSE and _VERB_FIRST.match(after) is not None and _VERB_FIRST.match(head) is not None


def closed_up(title: str, endings: tuple[str, ...]) -> str:
    """Return a title without these blanks."""
    pieces, done = [], 0
    for start, end in loose_spaces(title, endings):
        pieces.append(title[done:start])
        done = end
    return "".join((*pieces, title[done:]))
