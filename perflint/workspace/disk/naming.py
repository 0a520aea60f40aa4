"""What a file is called in reports, and whether it is a folder."""

from pathlib import Path


def shown(path: Path) -> str:
    """Return the name that a file goes by in reports: with slashes, bytes that are no UTF-8 replaced."""
    return path.as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def is_folder(path: Path) -> bool:
    """Return whether a path leads to a folder; one that cannot be looked at (too long a name) leads to none."""
    try:
        return path.is_dir()
    except OSError:
        return False
