"""A long new text told by the vicinity of what changes in it: nobody reads 4,000 characters for one comma."""

from perflint.typography import char_width, display_width

_CUT = "…"
_LINES = 2


def vicinity(old: str, new: str, width: int) -> str:
    """Return a new text whole if it takes two lines at most or no old one is known, else the part around its first change.

    Lines are of `width` terminal columns; the part takes one of them, with … where something is left out.
    """
    if not old or display_width(new) <= _LINES * width:
        return new
    first = _back(new, _alike(old, new), width // 3)
    last = _on(new, first, width - 2 * len(_CUT))
    return f"{_CUT if first else ''}{new[first:last]}{_CUT if last < len(new) else ''}"


def _back(text: str, place: int, width: int) -> int:
    """Return the place that stands so many columns before another one."""
    while place and (width := width - char_width(text[place - 1])) >= 0:
        place -= 1
    return place


def _on(text: str, place: int, width: int) -> int:
    """Return the place that stands so many columns behind another one."""
    while place < len(text) and (width := width - char_width(text[place])) >= 0:
        place += 1
    return place


def _alike(one: str, other: str) -> int:
    """Return how many characters two texts begin with in common."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (first, second) in pairs if first != second), min(len(one), len(other)))
