"""How a command ends: exit codes, and clear words instead of a traceback."""

import contextlib
import sys
from collections.abc import Iterable, Iterator

import typer

from perflint.api.errors import ERRORS
from perflint.cli.language import Language, choose_language
from perflint.judge import RuleError
from perflint.typography import visible_lines
from perflint.workspace.disk.revision import RevisionError

CLEAN, FOUND, WRONG, NOTHING = 0, 1, 2, 3
_BLOCK = 65_536


@contextlib.contextmanager
def explained(lang: Language | None = None) -> Iterator[None]:
    """Turn what is wrong with rules, lexicons, profiles or configuration into a message and exit code 2."""
    try:
        yield
    except RuleError as fault:
        fail(fault.say(choose_language(lang)))
    except (*ERRORS, RevisionError) as fault:
        fail(str(fault))


def fail(message: str, code: int = WRONG) -> None:
    """Print a message to standard error and end.

    Raises:
        typer.Exit: always.
    """
    complain(f"perflint: {message}\n")
    raise typer.Exit(code)


def complain(text: str) -> None:
    """Write a text for a person to standard error, nothing in it raw."""
    sys.stderr.write(visible_lines(text))


def write(text: str) -> None:
    """Write a text for a person to standard output, nothing in it raw."""
    write_lines((text,))


def write_lines(pieces: Iterable[str]) -> None:
    """Write texts for a person to standard output, each of whole lines, nothing in them raw."""
    write_all(map(visible_lines, pieces))


def write_all(pieces: Iterable[str]) -> None:
    """Write what is ready for its reader to standard output in UTF-8 where it is a file or pipe, and never fail on a character of a terminal."""
    block: list[str] = []
    size = 0
    for piece in pieces:
        block.append(piece)
        size += len(piece)
        if size >= _BLOCK:
            _put("".join(block))
            block, size = [], 0
    _put("".join(block))


def _put(text: str) -> None:
    try:
        sys.stdout.write(text)
    except UnicodeEncodeError:
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode(sys.stdout.encoding or "utf-8", "replace"))
        sys.stdout.buffer.flush()
    sys.stdout.flush()
