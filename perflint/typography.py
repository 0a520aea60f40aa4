"""How Chinese table text is normalised for comparison and how wide it stands on a terminal."""

import re
import unicodedata
from functools import lru_cache

BLANKS = " \t\r\n\u00a0\u3000"
"""Characters that count as blank in a cell: ASCII space and breaks, U+00A0, U+3000."""

_SPACE = re.compile(r"\s+")
_QUOTES = str.maketrans("", "", "《》“”〈〉")
_FINAL = "。；;，,.、"


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Return the text in NFKC without any whitespace: the form in which lexicons are matched."""
    return _SPACE.sub("", unicodedata.normalize("NFKC", text))


@lru_cache(maxsize=8192)
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


# What a terminal would obey or hide: control characters, marks that turn the direction of writing, blanks without width.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"
    "\ud800-\udfff]"
)
# What the logs of build services obey wherever it stands in a line.
_ORDER = re.compile(r"##(?=\[|vso\[)")
_DELETE = 0x7F
_PICTURES = 0x2400
_LAST_CONTROL = 0x1F


def visible(text: str) -> str:
    """Return a text as one line that a terminal and a build log only show: ESC as ␛, a line end as ␊, U+202E as its code."""
    return text if text.isprintable() and "##" not in text else _shown(text).replace("\n", "␊")


def visible_lines(text: str) -> str:
    """Return the same of a text of several lines, none of which a build service takes for an order of its own."""
    if "\n" not in text:
        return _unordered(visible(text))
    return "\n".join(_unordered(visible(line)) for line in text.split("\n"))


def visible_path(path: str) -> str:
    """Return a path as it may begin a line."""
    shown = visible(path)
    return f"./{shown}" if shown.lstrip().startswith("::") else shown


def _shown(text: str) -> str:
    return _ORDER.sub("＃＃", _UNSEEN.sub(_named, text))


def _named(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code <= _LAST_CONTROL:
        return chr(_PICTURES + code)
    return "␡" if code == _DELETE else f"<U+{code:04X}>"


def _unordered(line: str) -> str:
    start = len(line) - len(line.lstrip())
    return f"{line[:start]}∶:{line[start + 2 :]}" if line.startswith("::", start) else line
