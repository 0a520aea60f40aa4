"""The word lists of the wording rules, compiled once for each lexicon."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from perflint.data import Lexicon
from perflint.facts.wording.counting import unit_pattern
from perflint.facts.wording.obsolete import any_outdated, load_terms
from perflint.facts.wording.typos import any_wrong, read_typos
from perflint.pattern import alternatives, pattern


class Wordlists:
    """Compiled word lists; equal only to itself, so that it can key a memo cheaply."""

    def __init__(self, lexicon: Lexicon) -> None:
        degree, spared = lexicon.words("vague.degree"), lexicon.words("vague.degree_exclude")
        self.vague = pattern(alternatives((*degree, *spared)))
        self.not_vague = frozenset(spared)
        self.filler = tuple(map(_filler, lexicon.words("vague.filler")))
        self.typos = read_typos(lexicon.section("typos"))
        self.typo_pattern = any_wrong(self.typos)
        self.terms = load_terms()
        self.outdated = any_outdated(self.terms, lexicon.words("words.abolished_agencies"))
        self.units: Mapping[str, str] = _spellings(lexicon.section("canonical_spelling"))
        self.unit_pattern = unit_pattern(self.units)
        self.surnames = frozenset("".join(lexicon.words("words.surnames"))) | frozenset(
            lexicon.words("words.compound_surnames")
        )


@lru_cache(maxsize=8)
def wordlists(lexicon: Lexicon) -> Wordlists:
    """Return the compiled word lists of a lexicon."""
    return Wordlists(lexicon)


def _filler(phrase: str) -> re.Pattern[str]:
    return pattern(".{0,30}?".join(map(re.escape, phrase.split("…"))))


def _spellings(section: Any) -> Mapping[str, str]:  # noqa: ANN401  # lexicon data as read
    return {wrong: str(right) for wrong, right in section["unit_spelling"].items() if wrong != "％"}  # VAL021 speaks
