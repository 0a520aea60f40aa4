"""Check boxes: symbol fonts as the characters that they show, and the state of the one box of a cell."""

import re

CHECKED, EMPTY = "☑", "☐"
# What the symbol fonts draw at a code, as forms use them for boxes (code points of the fonts, as Windows ships them).
_SYMBOLS = {
    "wingdings": {0x6E: "■", 0x6F: "□", 0x71: "□", 0x72: "□", 0xA8: "☐", 0xFB: "✗", 0xFC: "√", 0xFD: "☒", 0xFE: "☑"},
    "wingdings 2": {0x4F: "✗", 0x50: "√", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "☐", 0x2A: "☐", 0x30: "☐"},
    "webdings": {0x61: "√", 0x63: "□", 0x67: "■"},
    "symbol": {0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xB4: "×", 0xB8: "÷", 0xB9: "≠", 0xD6: "√", 0x25: "%"},
}
_PRIVATE = 0xF000
_BOX = re.compile(r"[☑☒√✓✔■☐□]|(?<![A-Za-z0-9])R(?=[\s\u4e00-\u9fff]|$)")
_FEW_WORDS = 200  # a form's box stands beside a few words
_MARKED = frozenset("☑☒√✓✔■R")


def glyph(font: str, code: int) -> str:
    """Return the character that a symbol font draws at a code point, "�" where it is not known."""
    known = _SYMBOLS.get(font.strip().lower(), {})
    return known.get(code - _PRIVATE if code >= _PRIVATE else code, "�")


def drawn(font: str, text: str) -> str:
    """Return a text as a symbol font shows it; a font that is none leaves it alone."""
    known = _SYMBOLS.get(font.strip().lower())
    if not known:
        return text
    return "".join(known.get(ord(one) % _PRIVATE if ord(one) >= _PRIVATE else ord(one), one) for one in text)


def state(text: str) -> bool | None:
    """Return whether the box of a cell is ticked; None where it has no box or several."""
    if len(text) > _FEW_WORDS:
        return None
    found = _BOX.findall(text)
    if len(found) != 1 or not text.strip().startswith(found[0]):
        return None
    return found[0] in _MARKED
