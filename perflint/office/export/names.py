"""Names of worksheets and of files, made from what a table is called."""

from collections.abc import Iterable

from perflint.pattern import pattern
from perflint.typography import BLANKS

_NO_SHEET = pattern(r"[\[\]:*?/\\\x00-\x1f\x7f]+")
_NO_FILE = pattern(r'[<>:"/\\|?*\x00-\x1f\x7f\s]+')
_LONGEST_SHEET, _LONGEST_FILE = 31, 80
_MOST_BYTES = 240  # file systems take 255 bytes, the extension among them; a rare character has four


def sheet_names(titles: Iterable[str]) -> list[str]:
    """Return names that Excel takes, each another: at most 31 characters, without its seven forbidden ones."""
    return _different(
        (_NO_SHEET.sub(" ", title).strip(BLANKS + "'") or "绩效目标表" for title in titles), _LONGEST_SHEET
    )


def file_names(titles: Iterable[str]) -> list[str]:
    """Return names of files without extension, each another, that every system takes."""
    return _different((_NO_FILE.sub("_", title).strip("._ ") or "绩效目标表" for title in titles), _LONGEST_FILE)


def _different(names: Iterable[str], longest: int) -> list[str]:
    taken: set[str] = set()
    found = []
    for name in names:
        candidate, number = _cut(name, longest), 1
        while candidate.casefold() in taken:
            number += 1
            candidate = f"{_cut(name, longest - len(str(number)) - 1)}-{number}"
        taken.add(candidate.casefold())
        found.append(candidate)
    return found


def _cut(name: str, longest: int) -> str:
    """Return the beginning of a name: so many characters, and no more bytes than a file's name may have."""
    data = name[:longest].encode("utf-8", "replace")[:_MOST_BYTES]
    return data.decode("utf-8", "ignore").rstrip()
