"""The words around numbers: comparators, approximations, verbs to take off, as the lexicon gives them."""

from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct

from perflint.quantity.plain import flatten
from perflint.quantity.value import Approx, Op

_OPS = {"ge": Op.GE, "le": Op.LE, "gt": Op.GT, "lt": Op.LT, "eq": Op.EQ}
_SYMBOLS = frozenset("≥≤><=⩾⩽≯≮≧≦》〉")
_ABOUT = frozenset({"左右", "上下", "约", "大约", "大概", "约为", "大致"})
_OVER = frozenset({"余", "多"})


class Word(Struct, frozen=True):
    """What one word beside a number does: compares (`op`, with `how` it is written), makes inexact, is taken off."""

    text: str
    role: str
    op: Op = Op.NONE
    how: str = "word"
    approx: Approx = Approx.EXACT
    plain: str = ""


class ValueWords(Struct, frozen=True):
    """The lists of the value lexicon, prepared for looking before and after a number."""

    before: Mapping[str, Word]
    before_longest: int
    before_exclude: tuple[str, ...]
    after: Mapping[str, Word]
    after_longest: int
    after_exclude: tuple[str, ...]
    silent: frozenset[str]
    lists: Mapping[str, tuple[str, ...]]
    vague_degree: frozenset[str]
    vague_time: frozenset[str]

    @classmethod
    def from_data(
        cls, value_words: Mapping[str, Any], vague: Mapping[str, Any], spelling: Mapping[str, Any]
    ) -> "ValueWords":
        """The words of the sections `value_words`, `vague` and `canonical_spelling` (all scalars text)."""
        lists = {name: _flat(words) for name, words in value_words.items() if isinstance(words, list)}
        before = {word.text: word for word in _before(value_words, spelling)}
        after = {word.text: word for word in _after(value_words)}
        return cls(
            before,
            max(map(len, before)),
            lists["comparator_exclude"] + lists["approx_exclude"],
            after,
            max(map(len, after)),
            lists["suffix_exclude"] + lists["approx_exclude"],
            frozenset(lists["comparator_silent"]),
            lists,
            frozenset(_flat(vague["degree"])),
            frozenset(_flat(vague["time"])),
        )

    def ending_at(self, text: str, low: int, end: int) -> Word | None:
        """The longest word of the left side that ends at `end` and begins at `low` or later."""
        for length in range(min(self.before_longest, end - low), 0, -1):
            word = self.before.get(text[end - length : end])
            if word is not None:
                return None if self._part_of_other(text, low, end, word) else word
        return None

    def starting_at(self, text: str, start: int) -> Word | None:
        """The longest word of the right side that begins at `start`."""
        for length in range(min(self.after_longest, len(text) - start), 0, -1):
            word = self.after.get(text[start : start + length])
            if word is not None:
                return None if text.startswith(self.after_exclude, start) else word
        return None

    def _part_of_other(self, text: str, low: int, end: int, word: Word) -> bool:
        if len(word.text) > 1:
            return False
        return text.endswith(self.before_exclude, low, end) or text.startswith(self.before_exclude, end - 1)


def _flat(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(flatten(word) for word in words)


def _before(data: Mapping[str, Any], spelling: Mapping[str, Any]) -> Iterable[Word]:
    for verb in (*data["verbs_level"], *data["verbs_peeled"]):
        yield Word(flatten(verb), "verb")
    for verb in data["modal"]:
        yield Word(flatten(verb), "modal")
    for text in data["approx_prefix"]:
        yield Word(flatten(text), "approx", approx=Approx.ABOUT if text in _ABOUT else Approx.NEARLY)
    for name, op in _OPS.items():
        for text in data[f"comparator_{name}"]["prefix"]:
            yield _comparator(text, op)
    for why in ("comparator_variants", "comparator_doubtful"):
        for typed, sign in spelling[why].items():
            yield _variant(typed, sign, why)


def _comparator(text: str, op: Op) -> Word:
    return Word(flatten(text), "op", op, "symbol" if text[0] in _SYMBOLS else "word")


def _variant(typed: str, sign: str, why: str) -> Word:
    ops = {"≥": Op.GE, "≤": Op.LE, ">": Op.GT, "<": Op.LT, "=": Op.EQ}
    role = "doubtful" if why == "comparator_doubtful" else "op"
    return Word(flatten(typed), role, ops[sign], "symbol", plain=sign)


def _after(data: Mapping[str, Any]) -> Iterable[Word]:
    for name, op in _OPS.items():
        for text in data[f"comparator_{name}"].get("suffix", ()):
            yield Word(flatten(text), "op", op, "suffix")
    for text in data["comparator_start"]["suffix"]:
        yield Word(flatten(text), "op", Op.GE, "suffix")
    for text in data["approx_suffix"]:
        yield Word(flatten(text), "approx", approx=Approx.OVER if text in _OVER else Approx.ABOUT)
