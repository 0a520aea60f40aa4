"""A sentence or numbered item that a goal has twice, word for word."""

from functools import lru_cache

from perflint.facts.goals.goal import GOAL, GoalView
from perflint.facts.vocabulary import STRING
from perflint.pattern import pattern
from perflint.typography import fold

_ITEMS = pattern(r"[。；;！!\n]|(?<=[^\d])(?=\d{1,2}[.、．](?!\d))|(?=[（(][一二三四五六七八九十\d]{1,2}[)）])")
_NUMBER = pattern(r"^(?:\d{1,2}[.、．]|[（(]?[一二三四五六七八九十\d]{1,2}[)）、]|目标\d{1,2}[:：]?|[①-⑳])")
_SHORTEST = 8  # characters of a sentence that says something of its own


@lru_cache(maxsize=2048)
def repeated_item(text: str) -> str:
    """Return the first item or sentence of a text that stands in it before, without its number; "" if there is none."""
    known: set[str] = set()
    for item in _ITEMS.split(text):
        plain = _NUMBER.sub("", fold(item).strip()).strip(" ,，。;；:：")
        if len(plain) >= _SHORTEST and plain in known:
            return plain
        known.add(plain)
    return ""


@GOAL.fact(
    "repeated",
    STRING,
    zh="目标里一字不差写了两遍的一句或一条（八个字以上），没有为空",
    en="a sentence or item of eight characters and more that the goal has twice word for word, else empty",
)
def repeated(goal: GoalView) -> str:
    return repeated_item(goal.text)
