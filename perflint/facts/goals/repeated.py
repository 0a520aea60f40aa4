"""A sentence or numbered item that a goal has twice, word for word."""

from functools import lru_cache

from perflint.facts.goals.goal import GOAL, GoalView
from perflint.facts.vocabulary import INT, STRING
from perflint.pattern import pattern
from perflint.typography import fold

_ITEMS = pattern(r"[。；;！!\n]|(?<=[^\d])(?=\d{1,2}[.、．](?!\d))|(?=[（(][一二三四五六七八九十\d]{1,2}[)）])")
_NUMBER = pattern(r"^(?:\d{1,2}[.、．]|[（(]?[一二三四五六七八九十\d]{1,2}[)）、]|目标\d{1,2}[:：]?|[①-⑳])")
_SHORTEST = 8  # characters of a sentence that says something of its own


@lru_cache(maxsize=2048)
def items_of(text: str) -> tuple[str, ...]:
    """Return the items and sentences of a text that say something of their own (eight characters and more), without their numbers."""
    plain = (_NUMBER.sub("", fold(item).strip()).strip(" ,，。;；:：") for item in _ITEMS.split(text))
    return tuple(item for item in plain if len(item) >= _SHORTEST)


@GOAL.fact(
    "items",
    INT,
    zh="目标有几句、几条（八个字以上的）",
    en="how many sentences and items of eight characters and more it has",
)
def items(goal: GoalView) -> int:
    return len(items_of(goal.text))


@GOAL.fact("own_items", INT, zh="其中各不相同的有几句、几条", en="how many of them are different ones")
def own_items(goal: GoalView) -> int:
    return len(set(items_of(goal.text)))


@GOAL.fact(
    "repeated",
    STRING,
    zh="第一个写了两遍的一句或一条，没有为空",
    en="the first of them that stands there twice, else empty",
)
def repeated(goal: GoalView) -> str:
    known = items_of(goal.text)
    return next((item for at, item in enumerate(known) if item in known[:at]), "")
