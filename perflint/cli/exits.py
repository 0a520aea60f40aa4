"""How a command ends: exit codes, and clear words instead of a traceback."""

import contextlib
import sys
from collections.abc import Iterable, Iterator

import typer

from perflint.data import LexiconError
from perflint.files.config import ConfigError
from perflint.judge import RuleError, SelectionError, SettingError
from perflint.model import ProfileError

CLEAN, FOUND, WRONG, NOTHING = 0, 1, 2, 3


@contextlib.contextmanager
def explained() -> Iterator[None]:
    """Turn what is wrong with rules, lexicons, profiles or configuration into a message and exit code 2."""
    try:
        yield
    except (RuleError, LexiconError, ProfileError, SettingError, SelectionError, ConfigError) as fault:
        fail(str(fault))


def fail(message: str, code: int = WRONG) -> None:
    """Print a message to standard error and end.

    Raises:
        typer.Exit: always.
    """
    sys.stderr.write(f"perflint: {message}\n")
    raise typer.Exit(code)


def write(text: str) -> None:
    """Write a text to standard output."""
    write_all((text,))


def write_all(pieces: Iterable[str]) -> None:
    """Write to standard output in UTF-8 where it is a file or pipe, and never fail on a character of a terminal."""
    for piece in pieces:
        try:
            sys.stdout.write(piece)
        except UnicodeEncodeError:
            sys.stdout.flush()
            sys.stdout.buffer.write(piece.encode(sys.stdout.encoding or "utf-8", "replace"))
            sys.stdout.buffer.flush()
    sys.stdout.flush()
