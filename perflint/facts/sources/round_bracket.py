"""Round brackets without a partner, and one beside a place of the text."""

from functools import lru_cache

from perflint.facts.vocabulary import Mark
from perflint.pattern import pattern

_ROUND = pattern(r"[（()）]")
_BEFORE = pattern(r"[（(][ \u3000]{0,2}$")
_AFTER = pattern(r"(?:文件|文)?[ \u3000]{0,2}(?=[)）])")
_MOST_ROUND = 2000  # round brackets in one cell; a text with more is no prose


@lru_cache(maxsize=4096)
def single_brackets(text: str) -> frozenset[int]:
    """Return the places of the round brackets, of either width, that have no partner."""
    open_: list[int] = []
    single: list[int] = []
    for hit in _ROUND.finditer(text):
        if hit[0] in "（(":
            open_.append(hit.start())
        elif open_:
            open_.pop()
        else:
            single.append(hit.start())
    found = [*single, *open_]
    return frozenset(found if len(found) < _MOST_ROUND else ())


def bracket_beside(text: str, start: int, end: int) -> Mark | None:
    """Return the round bracket without a partner that stands directly before, or after, characters [start, end)."""
    before, after = _BEFORE.search(text[max(0, start - 3) : start]), _AFTER.match(text[end : end + 6])
    if not before and not after:  # the text itself is looked through only where a bracket does stand there
        return None
    single = single_brackets(text)
    if before and start - len(before[0]) in single:
        return Mark(text[start - len(before[0]) : end], start - len(before[0]), end)
    if after and end + after.end() in single:
        return Mark(text[start : end + after.end() + 1], start, end + after.end() + 1)
    return None
