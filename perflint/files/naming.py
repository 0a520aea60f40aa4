"""What a file is called in reports."""

from pathlib import Path


def shown(path: Path) -> str:
    """Return the name that a file goes by in reports: with slashes, bytes that are no UTF-8 replaced."""
    return path.as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "replace")
