"""Full-width characters and comparator spellings of a cell that have a plainer form."""

import re
import unicodedata

from perflint.pattern import pattern
from perflint.quantity.value import Edit
from perflint.quantity.words import ValueWords

_WIDE = pattern(r"[０-９Ａ-Ｚａ-ｚ％．／]+")
_SIGNS = pattern(r"[>＞]\s*[=＝]|[<＜]\s*[=＝]|[=＝]\s*[><＞＜]|[≧≦＞＜＝⩾⩽≯≮]|[》〉](?=\s*[0-9０-９])")
_PLAIN = {
    ">=": "≥",
    "<=": "≤",
    "=>": "≥",
    "=<": "≤",
    "≧": "≥",
    "≦": "≤",
    ">": ">",
    "<": "<",
    "=": "=",
    "⩾": "≥",
    "⩽": "≤",
}
_DOUBTFUL = "》〉"


def find_edits(text: str, words: ValueWords) -> tuple[Edit, ...]:
    """The edits of a raw cell in order of place."""
    if text.isascii() and not _SIGNS.search(text):
        return ()
    edits = [_edit(found, unicodedata.normalize("NFKC", found[0]), "fullwidth") for found in _WIDE.finditer(text)]
    for found in _SIGNS.finditer(text):
        sign = "".join(unicodedata.normalize("NFKC", found[0]).split())
        if found[0] in _DOUBTFUL:
            if "《" not in text and "〈" not in text:
                edits.append(_edit(found, "≥", "doubtful-comparator"))
        elif sign in _PLAIN or sign in words.before:
            edits.append(_edit(found, _PLAIN.get(sign, sign), "comparator"))
    return tuple(sorted(edits, key=lambda edit: edit.start))


def _edit(found: re.Match[str], plain: str, why: str) -> Edit:
    return Edit(found.start(), found.end(), found[0], plain, why)
