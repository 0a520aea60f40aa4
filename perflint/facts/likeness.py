"""How alike two texts are, and whether two project names differ in a place name only; bounded in time on any input."""

from collections.abc import Sequence
from functools import lru_cache

_LONGEST = 500
_RUN = 16


def likeness(first: str, second: str, floor: float) -> float:
    """Return how alike two texts are, 0 to 1: twice the longest common subsequence by both lengths; 0.0 below the floor.

    Texts are compared in their first 500 characters. The cost grows with the square of what the floor lets differ.
    """
    first, second = first[:_LONGEST], second[:_LONGEST]
    total = len(first) + len(second)
    if not total:
        return 0.0
    limit = int((1 - floor) * total + 1e-9)
    if abs(len(first) - len(second)) > limit or len(set(first) ^ set(second)) > limit:
        return 0.0
    edits = _edits(first, second, limit)
    return (total - edits) / total if edits <= limit else 0.0


def _edits(first: str, second: str, limit: int) -> int:
    """Return how many characters are left out or put in from one text to the other, limit + 1 if more (Myers 1986)."""
    reach = {1: 0}
    for edits in range(limit + 1):
        for diagonal in range(-edits, edits + 1, 2):
            down = diagonal == -edits or (diagonal != edits and reach[diagonal - 1] < reach[diagonal + 1])
            here = reach[diagonal + 1] if down else reach[diagonal - 1] + 1
            here = _slide(first, second, here, here - diagonal)
            reach[diagonal] = here
            if here >= len(first) and here - diagonal >= len(second):
                return edits
    return limit + 1


def _slide(first: str, second: str, here: int, there: int) -> int:
    """Return where two texts part that are held against each other from two places on."""
    if first[here : here + 1] != second[there : there + 1]:  # most are not alike at all
        return here
    run = first[here : here + _RUN]
    while len(run) == _RUN and run == second[there : there + _RUN]:
        here, there = here + _RUN, there + _RUN
        run = first[here : here + _RUN]
    for one, other in zip(run, second[there : there + _RUN], strict=False):
        if one != other:
            break
        here += 1
    return here


def overlapping(first: str, second: str, idle: Sequence[str]) -> bool:
    """Return whether half of the pairs of neighbouring characters of the shorter text stand in the other, idle words apart."""
    one, other = _pairs(first, tuple(idle)), _pairs(second, tuple(idle))
    return bool(one and other) and 2 * len(one & other) >= min(len(one), len(other))


@lru_cache(maxsize=1024)  # a text is held against many others
def _pairs(text: str, idle: tuple[str, ...]) -> frozenset[str]:
    for word in idle:
        text = text.replace(word, " ")
    pairs = (text[at : at + 2] for at in range(len(text) - 1))
    return frozenset(pair for pair in pairs if pair.isalnum() and not pair.isdigit())


def districts_apart(first: str, second: str, districts: Sequence[str], exclusions: Sequence[str]) -> bool:
    """Return whether two names differ in one place, and a district's name stands at it in both."""
    head = _slide(first, second, 0, 0)
    size = _slide(first[head:][::-1], second[head:][::-1], 0, 0)
    tail = first[len(first) - size :]
    parts = [name[head : len(name) - size] for name in (first, second)]
    return all(parts) and all(_ends_as_district(part, tail, districts, exclusions) for part in parts)


def _ends_as_district(part: str, tail: str, districts: Sequence[str], exclusions: Sequence[str]) -> bool:
    for start in (0, 1):  # 长乐镇 and 安乐镇 have one more character in common
        if tail.startswith(tuple(districts), start) and not tail.startswith(tuple(exclusions), start):
            return True
    return part.rstrip("()").endswith(tuple(districts))
