"""Bases that are spoken of without being named: 相关文件, 上级要求, 文件精神."""

from functools import lru_cache

from perflint.facts.marks import marks_of
from perflint.facts.sources.citing import find_citations
from perflint.facts.vocabulary import Mark
from perflint.pattern import pattern

_DIGIT = pattern(r"\d")
_RELYING = pattern(
    r"(?:根据|按照|依据|依照)(?:国家|中央|省|市|县|区|[、和及]){0,6}(?:相关|有关|上级)文件(?:精神|要求|规定)?"
)


@lru_cache(maxsize=4096)
def unnamed_documents(text: str, source: bool, phrases: tuple[str, ...]) -> tuple[Mark, ...]:  # noqa: FBT001  # a memo key
    """Return the phrases that stand for a document without naming one.

    In a cell that gives a basis (`source`) any of `phrases` counts unless a figure or year stands beside it; in other text
    only "根据相关文件" and its like. Nothing counts beside a 《title》 or a document number.
    """
    found = _phrase(text, phrases) if source else marks_of(_RELYING, text)
    return () if found and ("《" in text or find_citations(text)) else found


def _phrase(text: str, phrases: tuple[str, ...]) -> tuple[Mark, ...]:
    """Return the first of some phrases in a text without figures, and of two at one place the longer."""
    if _DIGIT.search(text):
        return ()
    found = [(text.find(phrase), -len(phrase), phrase) for phrase in phrases if phrase in text]
    if not found:
        return ()
    place, _, phrase = min(found)
    return (Mark(phrase, place, place + len(phrase)),)
