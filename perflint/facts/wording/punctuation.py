"""Half-width punctuation between or after Chinese characters, and the text with full-width marks in their place."""

from functools import lru_cache

from perflint.facts.vocabulary import Mark
from perflint.pattern import pattern

_ASCII = pattern(r"[,;:()!?]")
_SENTENCE = pattern(r"[,;:!?]")
_FULL = {",": "，", ";": "；", ":": "：", "(": "（", ")": "）", "!": "！", "?": "？"}
_YEAR_NUMBER = pattern(r"\((?:19|20)\d{2}\)\s{0,3}第?\d{1,6}\s{0,3}号")  # a document number: SRC003 speaks
_CLOSERS = "》）】”’〕"


def _chinese(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"


@lru_cache(maxsize=4096)
def mixed_marks(text: str) -> tuple[Mark, ...]:
    """Return the half-width marks that should be full width; amounts, times, ratios, codes and Latin text have none."""
    if not _ASCII.search(text):
        return ()
    brackets = _brackets(text)
    closed = {place for place in brackets if text[place] == ")"}  # they will be full width
    places = [
        hit.start() for hit in _SENTENCE.finditer(text) if hit.start() - 1 in closed or _follows(text, hit.start())
    ]
    return tuple(Mark(text[place], place, place + 1) for place in sorted((*brackets, *places)))


def _follows(text: str, place: int) -> bool:
    """Return whether a Chinese character, or a full-width closing mark, stands before a place."""
    before = text[place - 1] if place else ""
    return bool(before) and (_chinese(before) or before in _CLOSERS)


def _brackets(text: str) -> list[int]:
    """Return the half-width brackets of pairs that stand in Chinese text; brackets without a partner are left alone."""
    spared = {hit.start() for hit in _YEAR_NUMBER.finditer(text)}
    opened: list[int] = []
    found: list[int] = []
    for place, char in enumerate(text):
        if char in "(（":
            opened.append(place)
        elif char in ")）" and opened:
            start = opened.pop()
            if start not in spared and _in_chinese(text, start, place):
                found.extend(end for end in (start, place) if text[end] in "()")
    return found


def _in_chinese(text: str, start: int, end: int) -> bool:
    if text[start] == "（" or text[end] == "）":  # one of the pair is full width already
        return True
    if _follows(text, start):
        return True
    before = text[start - 1 : start]
    latin = before.isascii() and before.isalnum()
    return end - start > 1 and _chinese(text[start + 1]) and _chinese(text[end - 1]) and not latin


@lru_cache(maxsize=1024)
def with_full_width(text: str) -> str:
    """Return the text with those marks in full width; a space after a sentence mark goes, the mark has its own.

    A mark may become one only beside another that was mended, so the text is gone over until nothing changes.
    """
    mended = _once(text)
    while mended != text:
        text, mended = mended, _once(mended)
    return mended


def _once(text: str) -> str:
    characters = list(text)
    for mark in mixed_marks(text):
        characters[mark.start] = _FULL[mark.text]
        if mark.text not in "()" and text[mark.end : mark.end + 1] == " ":
            characters[mark.end] = ""
    return "".join(characters)
