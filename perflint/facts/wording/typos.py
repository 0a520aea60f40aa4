"""Known misspellings in running text, each with the context in which it is one."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from perflint.facts.marks import mark_of, rewritten
from perflint.facts.vocabulary import Mark
from perflint.facts.wording.clauses import inside, title_spans
from perflint.pattern import alternatives, pattern

_REACH = 20  # characters on either side that count as near


class Typo(NamedTuple):
    """A misspelling: what must not stand before or after it, what must, and what must stand near."""

    wrong: str
    right: str
    after: re.Pattern[str] | None
    not_after: re.Pattern[str] | None
    not_before: re.Pattern[str] | None
    followed_by: re.Pattern[str] | None
    near: str


class Slip(NamedTuple):
    """A misspelling found in a text, with what should stand there."""

    mark: Mark
    right: str


def read_typos(entries: Iterable[Mapping[str, str]]) -> tuple[Typo, ...]:
    """Return the misspellings of the lexicon that are switched on."""
    return tuple(
        Typo(
            entry["wrong"], entry["right"], _pattern(entry.get("after", ""), "(?:{})$"), _pattern(entry.get("not_after", ""), "(?:{})$"),
            _pattern(entry.get("not_before", "")), _pattern(entry.get("followed_by", "")), entry.get("near", ""),
        )
        for entry in entries
        if entry.get("enabled") != "false"
    )  # fmt: skip


@lru_cache(maxsize=256)
def _pattern(text: str, frame: str = "{}") -> re.Pattern[str] | None:
    return pattern(frame.format(text)) if text else None


def any_wrong(typos: Iterable[Typo]) -> re.Pattern[str]:
    """Return a pattern that matches every misspelling, whatever its context."""
    return pattern(alternatives(typo.wrong for typo in typos))


def find_slips(text: str, typos: tuple[Typo, ...], wrong: re.Pattern[str]) -> tuple[Slip, ...]:
    """Return the misspellings of a text outside 《titles》, in order."""
    if not wrong.search(text):
        return ()
    titles = title_spans(text)
    known = {typo.wrong: typo for typo in typos}
    return tuple(
        Slip(mark_of(hit), known[hit[0]].right)
        for hit in wrong.finditer(text)
        if not inside(titles, hit.start()) and _is_meant(text, hit.start(), hit.end(), known[hit[0]])
    )


def _is_meant(text: str, start: int, end: int, typo: Typo) -> bool:
    before = text[max(0, start - _REACH) : start]
    if typo.after and not typo.after.search(before):
        return False
    if typo.not_after and typo.not_after.search(before):
        return False
    after = text[end : end + _REACH]
    if typo.not_before and typo.not_before.match(after):
        return False
    if typo.followed_by and not typo.followed_by.match(after):
        return False
    return not typo.near or typo.near in text[max(0, start - _REACH) : end + _REACH]


def corrected(text: str, slips: Iterable[Slip]) -> str:
    """Return the text with the misspellings corrected."""
    return rewritten(text, ((slip.mark.start, slip.mark.end, slip.right) for slip in slips))
