"""Values whose only numbers are the code of a standard in brackets: （GB 18918—2002） is no range and lacks no unit."""

from functools import lru_cache

from perflint.pattern import pattern
from perflint.typography import fold

_CODE = pattern(r"\([A-Z]{2,5}\d{0,2}(?:/[A-Z0-9]{1,3})?\s*\d[\d.]*\s*[-—–]\s*(?:19|20)?\d{2}\)")
_DIGIT = pattern(r"\d")


@lru_cache(maxsize=4096)
def holds_only_codes(text: str) -> bool:
    """Return whether a value has the bracketed code of a standard and no other digit outside titles."""
    if "(" not in text and "（" not in text:
        return False
    rest, codes = _CODE.subn("", fold(text))
    return codes > 0 and _DIGIT.search(rest) is None
