"""Which numbers of a text are to be reached: behind a word for work or a bound, or for whom the work is (domain: XTB010)."""

from functools import lru_cache

from perflint.facts.goals.clause import around, of_other_years
from perflint.facts.goals.reached import has_words_of, is_of_a_place, tells_for_whom
from perflint.pattern import pattern
from perflint.quantity import Amount, Approx, ValueReader, find_amounts
from perflint.typography import fold

_EACH = pattern(r"每|第|各(?![类项级种界方行])|均")
_REACH = pattern(r"(?:全[县市区省镇乡国校旗盟州]|各|等|共|在|涉及|的)$")  # where and for whom, not what
_BOUND = ("达到", "达", "不低于", "不少于", "不超过", "控制在", "保持在", "稳定在", "≥", "≤")
_NO_TARGET = frozenset({"money", "duration", "working_day", "school_term", "percentage_point", "multiple", "score"})
_EXTENT = frozenset({"area", "length", "volume"})
_RATIO = "ratio"
_SPELLED = 10  # numbers in words up to it are seldom counted: 一个平台, 十项措施


@lru_cache(maxsize=2048)
def promised(
    text: str,
    year: int,
    reader: ValueReader,
    actions: tuple[str, ...],
    states: tuple[str, ...],
    named: tuple[str, ...] = (),
) -> tuple[tuple[Amount, str, bool], ...]:
    """Return the exact amounts of a text that are targets, each with its clause: after a word for work, or a bound.

    The third says that it only tells for whom (为150户…), or has the name of a row before it (示范面积300亩): a target where a row counts the same.

    Money, times, later years, and numbers that describe what is there already are no targets; nor are sizes as conditions.
    """
    return tuple(
        (amount, clause, soft)
        for amount in find_amounts(text, reader)
        if amount.dimension and amount.dimension not in _NO_TARGET and amount.approx is Approx.EXACT
        for before, clause in [around(text, amount)]
        for soft in [_is_soft(amount, text, before, actions, named)]
        if not _EACH.search(clause) and (is_of_a_place(before) or not _REACH.search(before))
        if not any(word in clause for word in states)
        if soft or _is_target(amount, text, before, actions)
        if not of_other_years(text, amount, year)
    )


def is_spelled(amount: Amount) -> bool:
    """Return whether a number stands in words, beyond the tens (三百二十公顷)."""
    return amount.number.isalpha() and not amount.number.isascii() and amount.low > _SPELLED


def _is_target(amount: Amount, text: str, before: str, actions: tuple[str, ...]) -> bool:
    if amount.dimension != _RATIO and any(word in before for word in actions):
        return True
    near = before[-4:] + fold(text[amount.start : amount.end])
    return bool(before) and amount.dimension not in _EXTENT and any(word in near for word in _BOUND)


def _is_soft(amount: Amount, text: str, before: str, actions: tuple[str, ...], named: tuple[str, ...]) -> bool:
    if tells_for_whom(before, named):
        return True
    wide = is_of_a_place(before) or has_words_of(before, named)
    return wide and not _is_target(amount, text, before, actions)
