"""Names of sheets as Excel allows them: short, without its special signs, each once."""

import re

_FORBIDDEN = re.compile(r"[\\/*?:\[\]]")
_LONGEST = 31


class SheetNames:
    """Gives each sheet of a workbook its name."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def take(self, text: str) -> str:
        """Return a name like the text that no other sheet has."""
        plain = _FORBIDDEN.sub(" ", text.replace("\n", " ")).strip().strip("'")[:_LONGEST] or "-"
        name, count = plain, 1
        while name.lower() in self._taken or name.lower() == "history":  # a name that Excel keeps for itself
            count += 1
            tail = f" {count}"
            name = plain[: _LONGEST - len(tail)] + tail
        self._taken.add(name.lower())
        return name
