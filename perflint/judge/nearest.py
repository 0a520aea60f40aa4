"""The nearest known word to a mistyped one."""

from collections.abc import Iterable


def closest(word: str, known: Iterable[str]) -> str:
    """Return the known word most like a mistyped one, "" if none is near."""
    import difflib  # noqa: PLC0415  # what few need, few pay for

    found = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return found[0] if found else ""


def nearest(word: str, known: Iterable[str]) -> str:
    """Return `; did you mean …?` with the nearest known word, "" if none is near."""
    found = closest(word, known)
    return f"; did you mean `{found}`?" if found else ""
