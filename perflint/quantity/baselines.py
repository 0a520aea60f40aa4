"""What a value is compared with, which way it should go, and changes without a number (较上年提高, 零增长)."""

import re
from decimal import Decimal
from functools import lru_cache

from perflint.pattern import alternatives, pattern
from perflint.quantity.value import Op, Part
from perflint.quantity.words import ValueWords, Word


def change(text: str, words: ValueWords) -> Part | None:
    """The part of a change against a baseline without a number (较上年提高); None if it is none."""
    if level := _compared(text, words):
        return level
    flag = baseline(text, words)
    if not flag:
        return None
    op = direction(text, words)
    return Part(op=op, flags=(flag,), text=text) if op is not Op.NONE else None


_NO_CHANGE = pattern(r"(?P<what>[\u4e00-\u9fa5“”]{2,8}?)?(?:实现|保持)?(?:零|0)增长")


def no_change(text: str) -> Part | None:
    """The part of 零增长, 0增长: a change of 0 %; None if the text says something else."""
    found = _NO_CHANGE.fullmatch(text)
    zero = Decimal(0)
    return (
        Part(found["what"] or "", Op.EQ, ("implicit",), (Op.EQ,), zero, zero, unit="%", number="0", text=text)
        if found
        else None
    )


def _compared(text: str, words: ValueWords) -> Part | None:
    """The part of a level against last year's: 不低于上年, ≥上年, 与上年持平."""
    word = leading_comparator(text, words)
    rest = text[len(word.text) :] if word else text
    if not rest.startswith(words.lists["baselines_last_year"]) and not ("持平" in text and baseline(text, words)):
        return None
    op, how = (word.op, word.how) if word else (Op.EQ, "word")
    return (
        Part(op=op, op_from=(how,), ops=(op,), flags=("baseline=last-year",), text=text)
        if word or "持平" in text
        else None
    )


def leading_comparator(text: str, words: ValueWords) -> Word | None:
    """The comparator with which the text begins, if any."""
    for length in range(min(len(text), words.before_longest), 0, -1):
        word = words.before.get(text[:length])
        if word and word.role == "op":
            return word
    return None


def direction(text: str, words: ValueWords) -> Op:
    """`up` or `down` by the last word of change in the text, none if there is none."""
    if not _words_of_change(*map(words.lists.__getitem__, _CHANGES)).search(text):
        return Op.NONE
    ups = max((text.rfind(word) for word in (*words.lists["change_up"], *words.lists["change_words"])), default=-1)
    downs = max((text.rfind(word) for word in words.lists["change_down"]), default=-1)
    if ups < 0 and downs < 0:
        return Op.NONE
    return Op.UP if ups > downs else Op.DOWN


_CHANGES = ("change_up", "change_words", "change_down")


@lru_cache(maxsize=8)
def _words_of_change(*lists: tuple[str, ...]) -> re.Pattern[str]:
    return pattern(alternatives(word for words in lists for word in words))


_AGAINST = pattern(r"(?:较|比|相比|与)(?:于)?(?P<y>(?:19|20)[0-9]{2})年?")


def baseline(text: str, words: ValueWords) -> str:
    """The flag of the baseline that a text names: baseline=2020, baseline=last-year; "" without one."""
    year = _AGAINST.search(text)
    if year:
        return f"baseline={year['y']}"
    if any(word in text for word in words.lists["baselines_last_year"]) and re.search("较|比|同|年均|于|与", text):
        return "baseline=last-year"
    return ""
