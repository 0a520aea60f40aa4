"""Names of worksheets and of files, made from what a table is called."""

import unicodedata
from collections.abc import Iterable
from typing import Final

from perflint.pattern import pattern
from perflint.typography import BLANKS

_NO_SHEET = pattern(r"[\[\]:*?/\\\x00-\x1f\x7f\u2028\u2029]+")
_NO_FILE = pattern(r'[<>:"/\\|?*\x00-\x1f\x7f\s]+')
_LONGEST_SHEET, _LONGEST_FILE = 31, 80
_MOST_BYTES: Final = 200  # of 255 that a file system takes, the rest is for a number and an extension
_UNSEEN: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})  # zero-width, bidi, halves of pairs, no characters
# Devices of Windows under any extension, and the name under which perflint looks for its configuration.
_RESERVED = pattern(r"(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³]|perflint)(?:\..*)?", 2)
_USUAL: Final = "绩效目标表"


def sheet_names(titles: Iterable[str]) -> list[str]:
    """Return names that Excel takes, each another: at most 31 characters, without its seven forbidden ones."""
    return _different((_sheet(title) for title in titles), _LONGEST_SHEET)


def file_names(titles: Iterable[str]) -> list[str]:
    """Return names of files without extension, each another, that every system takes and a command does not misread."""
    return _different((_file(title) for title in titles), _LONGEST_FILE)


def _sheet(title: str) -> str:
    name = _NO_SHEET.sub(" ", _seen(title)).strip(BLANKS + "'") or _USUAL
    return f"{name}_" if name.casefold() == "history" else name  # a name that Excel keeps for itself


def _file(title: str) -> str:
    name = _NO_FILE.sub("_", _seen(title)).strip("._ ").lstrip("-~$._ ") or _USUAL
    return f"{_USUAL}-{name}" if _RESERVED.fullmatch(name) else name


def _seen(title: str) -> str:
    """Return a title in one spelling, of characters that can be seen (blanks among them)."""
    text = unicodedata.normalize("NFC", title)
    return "".join(char for char in text if char in BLANKS or unicodedata.category(char) not in _UNSEEN)


def _different(names: Iterable[str], longest: int) -> list[str]:
    taken: set[str] = set()
    found = []
    for name in names:
        candidate, number = _cut(name, longest, ""), 1
        while candidate.casefold() in taken:
            number += 1
            candidate = _cut(name, longest, f"-{number}")
        taken.add(candidate.casefold())
        found.append(candidate)
    return found


def _cut(name: str, longest: int, end: str) -> str:
    """Return a name with an end, shortened to what fits; a sign that stands over a character is not cut off from it."""
    kept = name[: longest - len(end)]
    while len(kept.encode("utf-8")) > _MOST_BYTES or unicodedata.combining(name[len(kept) : len(kept) + 1] or " "):
        kept = kept[:-1]
    return kept.rstrip(" ._") + end
