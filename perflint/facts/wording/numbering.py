"""Numbered items in running text: numbers that are repeated, left out, or written in another style."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from perflint.facts.marks import mark_of
from perflint.facts.vocabulary import Mark
from perflint.pattern import pattern

_DIGITS = "一二三四五六七八九"
_CN = r"[一二三四五六七八九十]{1,3}"
_FAMILIES = {
    "paren-cn": pattern(rf"(?:^|(?<=[\s。；;：:]))[（(](?P<n>{_CN})(?P<s>)[)）]"),
    "cn": pattern(rf"(?:^|(?<=[\s。；;：:]))(?P<n>{_CN})(?P<s>)、"),
    "is": pattern(rf"(?:^|(?<=[\s。；;：:，,、]))(?P<n>{_CN})(?P<s>)是"),
    "paren": pattern(r"(?:^|(?<=[\s。；;：:，,]))[（(](?P<n>\d{1,2})(?P<s>)[)）]"),
    "plain": pattern(
        r"(?:^|(?<=[\s。；;：:，,]))(?P<n>\d{1,2})(?P<s>[.．、]|(?<![ \u3000]\d)(?<![ \u3000]\d\d)[)）])(?!\d(?!\d{3}年))"
    ),
    "circle": pattern(r"(?P<n>[①-⑳])(?P<s>)"),
}
_HINT = pattern(r"[①-⑳]|\d{1,2}[.．、)）]|[一二三四五六七八九十][是、)）]")
_NUMERAL = pattern(r"[①-⑳\d一二三四五六七八九十]")
_SECOND = pattern(r"2\s?[.．、)）]|二[、)）是]")
_NESTED = frozenset({"paren", "plain"})  # such lists stand inside one another


class Item(NamedTuple):
    """The number of one item: which, in which style, and its place."""

    number: int
    style: str
    mark: Mark


class Break(NamedTuple):
    """A place where the numbering breaks: `repeated`, `missing`, `style` or `single`."""

    kind: str
    mark: Mark


def numbering_breaks(text: str, *, whole: bool) -> tuple[Break, ...]:
    """Return where the numbering of a text breaks; a single number counts only where the text is a `whole` list."""
    if not _NUMERAL.search(text) or not _HINT.search(text):
        return ()
    found: list[Break] = []
    for family, form in _FAMILIES.items():
        items = tuple(_items(form, text))
        if len(items) == 1:
            if whole and family in {"plain", "paren", "cn"} and _is_alone(text, items[0]):
                found.append(Break("single", items[0].mark))
        else:
            found.extend(_breaks(text, items, depth=2 if family in _NESTED else 1))
    return tuple(sorted(found, key=lambda each: each.mark.start))


def _items(pattern: re.Pattern[str], text: str) -> Iterator[Item]:
    for hit in pattern.finditer(text):
        number = _number(hit["n"])
        if number:
            yield Item(number, hit["s"].replace("．", ".").replace("）", ")"), mark_of(hit))


def _number(typed: str) -> int:
    if typed.isdecimal():
        return int(typed)
    if typed in "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳":
        return ord(typed) - ord("①") + 1
    tens, ten, ones = typed.partition("十")
    if not ten:
        return _DIGITS.index(typed) + 1 if len(typed) == 1 else 0
    if len(tens) > 1 or len(ones) > 1 or "十" in ones:
        return 0
    return 10 * (_DIGITS.index(tens) + 1 if tens else 1) + (_DIGITS.index(ones) + 1 if ones else 0)


def _is_alone(text: str, item: Item) -> bool:
    """Return whether a 1. opens the text, and nothing looks like a second item, not even 2.3个村."""
    return item.number == 1 and not text[: item.mark.start].strip() and not _SECOND.search(text)


def _breaks(text: str, items: tuple[Item, ...], depth: int) -> Iterator[Break]:
    runs: list[Item] = []  # the last item of each open list, the innermost last
    for item in items:
        if item.number == 1:
            runs = [*runs[-(depth - 1) :], item] if depth > 1 else [item]
            continue
        level = _level(runs, item)
        if level is not None:
            if runs[level].style != item.style and _is_odd_style(items, item):
                yield Break("style", item.mark)
            runs = [*runs[:level], item]
        elif runs:
            last = runs[-1]
            if item.number == last.number:
                yield Break("repeated", item.mark)
            elif item.number > last.number + 1 and not _stands_between(text, last, item):
                yield Break("missing", item.mark)
            runs = [*runs[:-1], item]
        else:
            runs = [item]


def _level(runs: list[Item], item: Item) -> int | None:
    """Return which open list an item continues: the innermost in its own style, else the innermost, else None."""
    fitting = [at for at in reversed(range(len(runs))) if runs[at].number == item.number - 1]
    return next((at for at in fitting if runs[at].style == item.style), fitting[0] if fitting else None)


def _is_odd_style(items: tuple[Item, ...], item: Item) -> bool:
    """Return whether most items are written in another style than this one."""
    return 2 * sum(other.style == item.style for other in items) < len(items)


def _stands_between(text: str, last: Item, item: Item) -> bool:
    """Return whether a number that is left out stands between two items all the same, only not at a place for one."""
    between = text[last.mark.end : item.mark.start]
    wanted = last.number + 1
    return re.search(rf"(?<!\d){wanted}\s?[.．、)）]|{_chinese(wanted)}[、)）是要]", between) is not None


def _chinese(number: int) -> str:
    tens, ones = divmod(number, 10)
    head = "" if not tens else "十" if tens == 1 else f"{_DIGITS[tens - 1]}十"
    return head + (_DIGITS[ones - 1] if ones else "")
