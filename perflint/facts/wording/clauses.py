"""Clauses of a running text, and the numbers in it that measure nothing: list numbers, years, document numbers."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from perflint.pattern import pattern

_CLAUSE = pattern(r"[^，。；！？,;!?\n]+")
_IDLE = pattern(
    r"(?:^|(?<=[\s。；;：:，,]))[（(]?\d{1,2}(?:[.．、](?!\d)|[)）])"  # 1. （1） 1、
    r"|(?:目标|任务|指标)\d{1,2}(?=[:：、)）\s]|[.．](?!\d))"  # 目标1：
    r"|[〔\[【［（(﹝]\s{0,3}(?:19|20)\d{2}\s{0,3}[〕\]】］）)﹞]\s{0,3}第?\d{1,5}号"
    r"|第\d{1,4}(?:号|次|届|条)|\d{1,4}号(?!楼|线)"
    r"|(?:19|20)\d{2}\s?[-—~至]\s?(?:19|20)\d{2}年?|(?:19|20)\d{2}(?:年度?)?(?!\d|[个人家件次项台套万亿元%％])"
    r"|(?<!\d)(?:12[03]\d{2}|96\d{3})(?!\d|[个人家件次项台套万亿元%％份公米亩吨户座条场期名天])"  # hotlines
    r"|(?<!\d)(?:11[0-9]|12[0-2])(?=[、，,/和及与]?(?:1\d\d)?(?:热线|电话|急救|指挥|平台|报警|接处?警|调度|出警|服务台))"
    r"|(?<![A-Za-z/-])[A-Za-z][A-Za-z/-]{0,15}\s?\d{1,9}(?:[.-]\d{1,9}){0,3}"  # GB 2760, TSG Z7001-2004
)


class Clause(NamedTuple):
    """A piece of text between two marks, with its place."""

    text: str
    start: int


def clauses(text: str) -> Iterator[Clause]:
    """Yield the clauses of a text, parted by commas, semicolons, full stops and line ends."""
    for hit in _CLAUSE.finditer(text):
        yield Clause(hit[0], hit.start())


@lru_cache(maxsize=4096)
def without_idle_numbers(text: str) -> str:
    """Return the text with list numbers, bare years, document numbers, hotlines and standards blanked out, in place."""
    return _IDLE.sub(lambda hit: "＃" * len(hit[0]), text)


def title_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Return the spans of 《titles》, nested ones as one; a title that is never closed is none."""
    spans: list[tuple[int, int]] = []
    depth = start = 0
    for place, char in enumerate(text) if "《" in text else ():
        if char == "《":
            start = place if not depth else start
            depth += 1
        elif char == "》" and depth:
            depth -= 1
            if not depth:
                spans.append((start, place + 1))
    return tuple(spans)


def inside(spans: tuple[tuple[int, int], ...], place: int) -> bool:
    """Return whether a place lies in one of the spans."""
    return any(start <= place < end for start, end in spans)
