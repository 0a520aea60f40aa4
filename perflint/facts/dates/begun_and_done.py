"""Where a table says when one work begins and when it is done: in two rows, or side by side in the goal."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from perflint.facts.direction import plain_name
from perflint.facts.row import RowView
from perflint.facts.tableview import TableView
from perflint.pattern import pattern
from perflint.quantity import Day, Kind
from perflint.typography import fold

_BEGUN = pattern(r"开工|动工|启动|开始")
_DONE = pattern(r"竣工|完工|完成|结束|建成|投用")
_OF_TIME = pattern(r"(?:时间|日期|时限|期限|年月)")
_DATED = frozenset({Kind.DEADLINE, Kind.PERIOD})
_MONTH = r"((?:19|20)\d{2}年\d{1,2}月)(?:\d{1,2}日|底|初|份|[上中下]旬)?(?:之?前)?"
# 2025年8月开工，2025年5月竣工: nothing but the other end stands between the two.
_SIDE_BY_SIDE = pattern(
    rf"{_MONTH}(?:正式|全面)?(?:开工|动工|启动)(?:建设|实施)?[，,、；;]?(?:计划|预计|力争|并|于|至|到)*{_MONTH}(?:全面|全部|正式)?(?:竣工|完工|建成)"
)
_SPAN = pattern(rf"{_MONTH}\s*(?:[-—–~～]+|至|到)\s*{_MONTH}")
_COMPARED = pattern(r"对比|比较|均值|平均|倒")


class Ends(NamedTuple):
    """Where one work begins and ends: both months (2025年8月), the rows that say so, whether a year is that of the table."""

    first: str
    last: str
    begin: int
    done: int
    supplied: bool


class Told(NamedTuple):
    """Two months of a running text with their place."""

    first: str
    last: str
    start: int
    end: int


def ends_in_rows(view: TableView) -> Iterator[Ends]:
    """Yield the begin and end of works that have exactly one row for each (项目开工时间, 项目竣工时间)."""
    begun = _named(view, _BEGUN)
    done = _named(view, _DONE) if begun else {}
    for work, first in begun.items():
        last = done.get(work, [])
        if len(first) == 1 and len(last) == 1 and (found := _ends(view, first[0], last[0])):
            yield found


def _named(view: TableView, words: re.Pattern[str]) -> dict[str, list[int]]:
    """Return the rows whose name is a time of one of the words, by what is left of the name."""
    found: dict[str, list[int]] = {}
    for index, row in enumerate(view.rows):
        name = plain_name(row.text("name"))
        word = words.search(name)
        if word and _OF_TIME.search(name) and row.value.kind in _DATED:
            found.setdefault(_OF_TIME.sub("", name.replace(word[0], "")), []).append(index)
    return found


def _ends(view: TableView, begin: int, done: int) -> Ends | None:
    first, last = _month(view.rows[begin], of_end=False), _month(view.rows[done], of_end=True)
    year = view.scope.year
    if first is None or last is None or (not year and None in (first.year, last.year)):
        return None
    return Ends(_shown(first, year), _shown(last, year), begin, done, supplied=None in (first.year, last.year))


def _month(row: RowView, *, of_end: bool) -> Day | None:
    """Return the day that stands for a date, None where it is no single one within a year."""
    if len(row.value.parts) != 1 or row.value.residue:
        return None
    part = row.value.first
    ends = (part.high, part.low) if of_end else (part.low, part.high)
    day = next((end for end in ends if isinstance(end, Day)), None)
    return day if day and day.valid and day.month else None


def _shown(day: Day, year: int | None) -> str:
    return f"{day.year or year}年{day.month}月"


def told_in(text: str) -> Iterator[Told]:
    """Yield the begin and end of works as a running text gives them, months with their years."""
    plain = fold(text) if len(fold(text)) == len(text) else text
    if "20" not in plain or _COMPARED.search(plain):
        return
    for hit in (*_SIDE_BY_SIDE.finditer(plain), *_SPAN.finditer(plain)):
        yield Told(hit[1], hit[2], hit.start(), hit.end())
