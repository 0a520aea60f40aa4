"""Text as a Word or Excel file can hold it."""

from perflint.pattern import pattern

_FORBIDDEN = pattern(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def printable(text: str) -> str:
    r"""Return a text in which the characters that XML forbids are U+FFFD, and lines end with \n."""
    return _FORBIDDEN.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
