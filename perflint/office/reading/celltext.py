"""The text of a cell from its paragraphs."""

from collections.abc import Iterable

_BLANKS = " \t\r\n\xa0"


def joined(paragraphs: Iterable[str]) -> str:
    """Return paragraphs as one text, a line each; blank ones at the end are dropped, and a cell of blanks is "".

    Full-width spaces stay, and so do blanks within a line: what is wrong with them is said by rules, not mended here.
    """
    lines = list(paragraphs)
    while lines and not lines[-1].strip(_BLANKS):
        lines.pop()
    return "\n".join(lines) if any(line.strip(_BLANKS) for line in lines) else ""
