"""Which codes say which kind of fault: the only place that knows the rules' numbers."""

from collections.abc import Mapping

# Kinds of `faults.py` → prefixes of codes; some were seen within one table before any comparison over years.
CODES: Mapping[str, tuple[str, ...]] = {}
# Codes that compare years: said of any other table, or of another kind, they are false alarms.
OVER_YEARS: tuple[str, ...] = ()


def codes_of(kinds: tuple[str, ...]) -> tuple[str, ...]:
    """Return the prefixes of codes for some kinds."""
    return tuple(code for kind in kinds for code in CODES.get(kind, ()))
