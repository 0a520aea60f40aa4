"""What a text cites: document numbers, 《titles》, standards and decrees, and what is only meant as one of these."""

from functools import lru_cache
from typing import NamedTuple

from perflint.facts.sources.book_title import Title, find_titles
from perflint.facts.sources.document_number import DocumentNumber, find_broken_numbers, find_numbers
from perflint.facts.sources.norm import find_norms
from perflint.pattern import pattern

PROPER = "〔〕"
NUMBER, TITLE, BROKEN, STRAY = "number", "title", "broken", "stray"
_HINT = pattern(r"[号〔〕【】\[\]﹝﹞［］《》]|[A-Z]{2}")
"""A text without any of these cites nothing."""
_MOST_STRAYS = 20  # of one cell; more say no more


class Citation(NamedTuple):
    """One citation of a text: `plain` is how it should be written (a title as it stands), `year` 0 for a title."""

    text: str
    plain: str
    year: int
    start: int
    end: int
    brackets: str
    kind: str = NUMBER
    agency: str = ""
    faults: tuple[str, ...] = ()
    depth: int = 0


@lru_cache(maxsize=4096)
def find_citations(text: str) -> tuple[Citation, ...]:
    """Return the document numbers and the titles of a text, in order; a title inside another comes after it."""
    found = [_number(number, NUMBER) for number in find_numbers(text)]
    found.extend(map(_title, find_titles(text).titles))
    return tuple(sorted(found, key=_order))


@lru_cache(maxsize=4096)
def find_marks(text: str) -> tuple[Citation, ...]:
    """Return all that may be judged: citations, standards and decrees, broken numbers, and book marks without a partner."""
    if not _HINT.search(text):
        return ()
    found = [*find_citations(text), *(_number(number, BROKEN) for number in find_broken_numbers(text))]
    found.extend(Citation(n.text, n.text, n.year, n.start, n.end, "", kind=n.kind) for n in find_norms(text))
    strays = find_titles(text).strays[:_MOST_STRAYS]
    found.extend(Citation(s.text, s.text, 0, s.start, s.start + 1, "", kind=STRAY) for s in strays)
    return tuple(sorted(found, key=_order))


def _order(citation: Citation) -> tuple[int, int]:
    return citation.start, -citation.end


def _number(found: DocumentNumber, kind: str) -> Citation:
    return Citation(
        found.text,
        found.plain,
        found.year,
        found.start,
        found.end,
        found.brackets,
        kind=kind,
        agency=found.agency,
        faults=found.faults,
    )


def _title(found: Title) -> Citation:
    return Citation(found.text, found.text, 0, found.start, found.end, "", kind=TITLE, depth=found.depth)
