"""What an expression of a pack may cost: CEL always ends, but it may end after hours, or with all memory spent."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from perflint.facts import Unknown
from perflint.judge.cel import CelError
from perflint.pattern import pattern

MOST_LENGTH = 10_000
MOST_STEPS = 100_000
MOST_TEXT = 10_000_000
_DEEPEST = 60
_TEXT = pattern(r"r?'(?:[^'\\]|\\.)*'|r?\"(?:[^\"\\]|\\.)*\"")
_SIGNS = pattern(rf"(?:[!-][ \n]*){{{_DEEPEST + 1}}}")
_MACRO = pattern(r"\.(?:all|exists|exists_one|map|filter)\(")
_REPLACE = pattern(r"\.replace\(")
_UNKNOWN_GROWTH = 1_000


class OverBudget(Exception):  # noqa: N818  # said of an expression
    """An expression that would cost too much on what it is given; `said` tells so in both languages."""

    def __init__(self) -> None:
        super().__init__("over budget")
        self.said = Unknown(
            f"规则的表达式太费时或太费内存（上限 {MOST_STEPS} 步、{MOST_TEXT} 个字符）",
            f"the rule's expression costs too much (at most {MOST_STEPS} steps and {MOST_TEXT} characters)",
        )


class Cost(NamedTuple):
    """How an expression grows: how deep its macros stand in each other, over how long a list, and what its texts become."""

    depth: int
    items: int
    growth: int

    def check(self, known: Mapping[str, Any]) -> None:
        """Check that evaluating costs no more than it may.

        Raises:
            OverBudget: it does.
        """
        values = known.values()
        longest = max((len(value) for value in values if isinstance(value, list | dict)), default=0)
        text = sum(len(value) for value in values if isinstance(value, str))
        if (longest + self.items) ** self.depth > MOST_STEPS or (text + 1) * self.growth > MOST_TEXT:
            raise OverBudget


def bounded(expression: str) -> None:
    """Check that an expression is no longer and no deeper than anything that a person writes.

    Raises:
        CelError: it is.
    """
    if len(expression) > MOST_LENGTH:
        raise CelError(
            f"表达式有 {len(expression)} 个字符，至多 {MOST_LENGTH} 个",
            f"the expression has {len(expression)} characters, at most {MOST_LENGTH} are read",
            0,
        )
    bare = _TEXT.sub(lambda found: " " * len(found[0]), expression)
    signs = _SIGNS.search(bare)
    if signs:
        raise CelError(f"“!”“-”连写了 {_DEEPEST} 个以上", f"more than {_DEEPEST} signs stand in a row", signs.start())
    depth = 0
    for place, character in enumerate(bare):
        depth += (character in "([{") - (character in ")]}")
        if depth > _DEEPEST:
            raise CelError(f"括号套了 {_DEEPEST} 层以上", f"more than {_DEEPEST} brackets stand in each other", place)


def cost_of(expression: str) -> Cost | None:
    """Return how an expression grows, None where it does not."""
    plain = _TEXT.sub(lambda found: "'" + "_" * (len(found[0]) - 2) + "'", expression)
    depth, growth = _depth(plain), _growth(plain)
    return Cost(depth, plain.count(",") + 1, growth) if depth > 1 or growth > 1 else None


def _depth(plain: str) -> int:
    """Return how many macros stand in each other at most."""
    starts = {found.end() - 1 for found in _MACRO.finditer(plain)}
    opened: list[bool] = []
    deepest = 0
    for place, character in enumerate(plain):
        if character in "([{":
            opened.append(place in starts)
            deepest = max(deepest, sum(opened))
        elif character in ")]}" and opened:
            opened.pop()
    return deepest


def _growth(plain: str) -> int:
    """Return by how much replacing may lengthen a text: each call by as much as what it writes is long."""
    growth = 1
    for found in _REPLACE.finditer(plain):
        written = _argument(plain, found.end())
        quoted = _TEXT.fullmatch(written)
        growth *= max(1, len(written) - 2) if quoted else _UNKNOWN_GROWTH
        growth = min(growth, MOST_TEXT + 1)
    return growth


def _argument(plain: str, start: int) -> str:
    """Return the second argument of a call whose arguments begin at a place."""
    depth, commas, begin = 0, 0, start
    for place in range(start, len(plain)):
        character = plain[place]
        if depth == 0 and character in ",)":
            if commas == 1 or character == ")":
                return plain[begin:place].strip()
            commas, begin = commas + 1, place + 1
        depth += (character in "([{") - (character in ")]}")
    return plain[begin:].strip()
