"""The unit that a name carries in brackets at its end, as national forms print it: 造林面积（万亩）."""

from functools import lru_cache

from perflint.pattern import pattern

_BRACKET = pattern(r"\((?:单位:)?([^()\d]{1,8})\)$")


@lru_cache(maxsize=8192)
def unit_in_name(name: str) -> str:
    """Return what stands in the brackets at the end of a folded name, "" if nothing does."""
    found = _BRACKET.search(name)
    return found[1] if found else ""
