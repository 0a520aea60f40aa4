"""How Chinese table text is normalised for comparison and how wide it stands on a terminal."""

import re
import unicodedata
from functools import lru_cache

BLANKS = " \t\r\n\u00a0\u3000"
"""Characters that count as blank in a cell: ASCII space and breaks, U+00A0, U+3000."""

_SPACE = re.compile(r"\s+")
_QUOTES = str.maketrans("", "", "《》“”〈〉")
_FINAL = "。；;，,.、"


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Return the text in NFKC without any whitespace: the form in which lexicons are matched."""
    return _SPACE.sub("", unicodedata.normalize("NFKC", text))


@lru_cache(maxsize=65536)
def essence(text: str) -> str:
    """Return the text as two cells are compared: folded, without book-title marks, quotes and final punctuation."""
    return fold(text).translate(_QUOTES).rstrip(_FINAL)


def is_blank(text: str) -> bool:
    """Return whether a cell holds nothing but blanks (U+00A0 and U+3000 included)."""
    return not text.strip(BLANKS)


def char_width(char: str) -> int:
    """Return the columns one character takes on a terminal: 0, 1 or 2 (ambiguous width counts as 1)."""
    if unicodedata.combining(char) or unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1


def display_width(text: str) -> int:
    """Return the terminal columns of a text without line breaks."""
    if text.isascii():
        return len(text)
    return sum(char_width(char) for char in text)
