"""Terms and agencies that are no longer in use, outside citations."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from perflint.facts.marks import mark_of
from perflint.facts.sources.citing import find_citations
from perflint.facts.sources.references import TERM, Reference, load_registry
from perflint.facts.vocabulary import Mark
from perflint.facts.wording.clauses import inside, title_spans
from perflint.pattern import alternatives, pattern

REFORMED = 2019  # the agencies of the lexicon were merged by the reform of 2018 and 2019
_BARE = frozenset({"食药监", "国土资源", "地税", "国税", "文广新", "旅发委"})  # short forms: only with what follows
_OFFICE = pattern(r"[总分]?局|部门|系统|厅|所|大队")
_SPARED_BEFORE = {
    "旅游局": pattern(r"[和化电体与]$"),  # 文化和旅游局 is in office
    "环保局": pattern(r"生态$"),
    "质监局": pattern(r"(?:交通|工程|建设|水利|市场)$"),
}


class Term(NamedTuple):
    """A term out of use: its spellings, what replaced it, and the year from which it is out of use (0 if not known)."""

    spellings: tuple[str, ...]
    now: str
    year: int


class Outdated(NamedTuple):
    """A term or agency out of use in a text, and what to write instead ("" if not known)."""

    mark: Mark
    now: str


@lru_cache(maxsize=1)
def load_terms() -> tuple[Term, ...]:
    """Return the terms of the registry of references that are out of use."""
    return tuple(_term(entry) for entry in load_registry().entries if entry.kind == TERM)


def _term(entry: Reference) -> Term:
    spellings = tuple(sorted((entry.title, *entry.aliases), key=len, reverse=True))
    day = entry.replaced_on
    year = 0 if day is None else day.year + ((day.month, day.day) != (1, 1))
    now = entry.replaced_by
    return Term(spellings, now if now.isdigit() or not now[:1].isascii() else "", year)


def any_outdated(terms: Iterable[Term], agencies: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern that matches every spelling of a term or agency out of use, the longest first."""
    return pattern(alternatives({word for term in terms for word in term.spellings} | set(agencies)))


def find_outdated(
    text: str, year: int, words: re.Pattern[str], terms: tuple[Term, ...], *, source: bool
) -> tuple[Outdated, ...]:
    """Return what is out of use in a text of a year's table; agencies in a `source` or a citation are left to SRC019."""
    if not words.search(text):
        return ()
    known = {word: term for term in terms for word in term.spellings}
    cited = (*title_spans(text), *((each.start, each.end) for each in find_citations(text) if each.year))
    found = []
    for hit in words.finditer(text):
        if hit[0].isdigit() and (
            text[hit.start() - 1 : hit.start()].isdigit() or text[hit.end() : hit.end() + 1].isdigit()
        ):
            continue
        term, mark = known.get(hit[0]), mark_of(hit)
        if term is not None:
            whole = hit[0].startswith("《") or not inside(cited, hit.start())
            if whole and (not year or year >= term.year):
                found.append(Outdated(mark, term.now))
        elif not source and year >= REFORMED and not inside(cited, hit.start()) and _is_agency(text, mark):
            found.append(Outdated(mark, ""))
    return tuple(found)


def _is_agency(text: str, mark: Mark) -> bool:
    before = text[max(0, mark.start - 4) : mark.start]
    if before.endswith("原"):
        return False
    spared = _SPARED_BEFORE.get(mark.text)
    if spared and spared.search(before):
        return False
    return mark.text not in _BARE or _OFFICE.match(text, mark.end) is not None
