"""Keys of the format for what is recognised, and `x-` keys where the format has none."""

from functools import lru_cache

from perflint.model import catalogue
from perflint.office.recognition.wording import NUMBER, trimmed
from perflint.typography import fold

_SECTIONS = frozenset({"project", "budget", "goals"})
_INNER = {"agency": "agency", "goals": "goals", "midterm_goal": "midterm_goal"}
_LONGEST = 40


def _words(label: str) -> str:
    return NUMBER.sub("", fold(trimmed(label)).strip(":").removeprefix("其中:").removeprefix("其中"))


@lru_cache(maxsize=4096)
def known_key(path: str) -> str:
    """Return a dotted key as the format has it, or with `x-` before the part that it has no key for."""
    section, parts = "table", path.split(".")
    for place, part in enumerate(parts):
        field = next((one for one in catalogue().sections.get(section, ()) if one.name == part), None)
        if field is None and not part.startswith("x-"):
            return ".".join([*parts[:place], f"x-{part.replace('_', '-')}", *parts[place + 1 :]])
        section = _INNER.get(field.shape, field.name) if field else section
    return path


def kept_key(field: str, label: str) -> str:
    """Return the `x-` key for a value that has no room under its field: in the same section, under its label."""
    section, _, rest = field.partition(".")
    name = "x-" + _words(label)[:_LONGEST].replace(".", "")
    return f"{section}.{name}" if rest and section in _SECTIONS else name
