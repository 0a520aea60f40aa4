"""Compiled regular expressions as data: what Python's compiler made of a text, so that it need not be made again.

Python has no public way to keep a compiled expression. The parts used here have been the same since 3.11; where one is
missing or takes other arguments, expressions are compiled as ever and nothing is kept.
"""

import re
import sys
from array import array
from collections.abc import Mapping
from importlib import import_module
from typing import Any, NamedTuple

MOST = 2_000
"""Expressions that are kept at most: when there are more, what lies there is of words of long ago."""
_UNLIKE = (AttributeError, ImportError, TypeError, ValueError, RuntimeError, OverflowError, MemoryError)


class Kept(NamedTuple):
    """One compiled expression: final flags, machine code as 32-bit numbers, number of groups, names of groups."""

    flags: int
    code: bytes
    groups: int
    names: dict[str, int]


class Shelf:
    """Expressions by their text and flags, and those that were compiled here for want of them."""

    def __init__(self) -> None:
        self.entries: dict[str, Kept] = {}
        self.used: dict[str, Kept] = {}
        self.fresh: set[str] = set()
        self.shipped: frozenset[str] = frozenset()

    def lay(self, entries: Mapping[str, Kept], *, shipped: bool = False) -> None:
        """Take expressions as they were compiled before by this Python; those that are shipped are kept elsewhere already."""
        if shipped:
            self.shipped = frozenset(entries)
        self.entries = {**entries, **self.entries}
        self.fresh -= entries.keys()

    def compiled(self, text: str, flags: int) -> "re.Pattern[str]":
        """Return an expression ready for use.

        Raises:
            re.error: it is not a regular expression.
        """
        key = f"{int(flags)}:{text}"
        try:
            kept = self.entries.get(key)
            if kept is None:
                text.encode()  # one with half a character, which no store can hold, is compiled as ever
                kept = self.entries[key] = _made(text, flags)
                self.fresh.add(key)
            self.used[key] = kept
            return _ready(text, kept)
        except re.error:
            raise
        except _UNLIKE:
            return re.compile(text, flags)

    def hand_over(self) -> dict[str, Kept]:
        """Return the expressions compiled here since this was asked, for the process that keeps them."""
        own = {key: self.entries[key] for key in self.fresh}
        self.fresh.clear()
        return own

    def take(self, entries: Mapping[str, Kept]) -> None:
        """Take expressions that another process compiled: they are as new as those compiled here."""
        self.fresh |= entries.keys() - self.entries.keys()
        self.entries = {**entries, **self.entries}

    def worth_keeping(self) -> dict[str, Kept]:
        """Return what should be kept for the next time, {} where nothing is new."""
        if not self.fresh:
            return {}
        own = {key: kept for key, kept in self.entries.items() if key not in self.shipped}
        return own if len(own) <= MOST else {key: kept for key, kept in self.used.items() if key not in self.shipped}


def python() -> str:
    """Return a text that changes with the form in which this Python compiles expressions, "" where it keeps none."""
    try:
        engine = _engine()
        return f"{engine.MAGIC}-{sys.byteorder}" if array("I").itemsize == engine.CODESIZE else ""
    except _UNLIKE:
        return ""


def _engine() -> Any:  # noqa: ANN401  # the engine behind `re`, which has no types
    return import_module("_sre")


def _made(text: str, flags: int) -> Kept:
    compiler: Any = re._compiler  # type: ignore[attr-defined]  # noqa: SLF001  # see the module's first lines
    parsed = re._parser.parse(text, flags)  # type: ignore[attr-defined]  # noqa: SLF001  # as above
    code = array("I", compiler._code(parsed, flags)).tobytes()  # noqa: SLF001  # as above
    return Kept(flags | parsed.state.flags, code, parsed.state.groups - 1, dict(parsed.state.groupdict))


def _ready(text: str, kept: Kept) -> "re.Pattern[str]":
    names: list[str | None] = [None] * (kept.groups + 1)
    for name, number in kept.names.items():
        names[number] = name
    code = array("I", kept.code).tolist()
    made: re.Pattern[str] = _engine().compile(text, kept.flags, code, kept.groups, kept.names, tuple(names))
    return made


SHELF = Shelf()
"""The expressions of this process."""
