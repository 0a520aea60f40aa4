"""Regular expressions that are compiled when they are first used, or taken as they were compiled before.

The program knows some hundreds; the check of one table needs a third of them, and compiling all takes longer than
reading the table.
"""

import re
from collections.abc import Iterable
from typing import Any, cast

from perflint.pattern.shelf import SHELF

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split")


class _Lazy:
    """Stands for a compiled expression; the first use puts the compiled one's own methods in its place."""

    def __init__(self, text: str, flags: int) -> None:
        self.pattern = text
        self._flags = flags

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  # whatever the compiled expression has
        compiled = SHELF.compiled(self.pattern, self._flags)
        self.__dict__.update({method: getattr(compiled, method) for method in _METHODS})
        return getattr(compiled, name)


def pattern(text: str, flags: int = 0) -> "re.Pattern[str]":
    """Return a regular expression that is compiled at its first use; one of a program's own or of its words, not of a file's text.

    Raises (at that use, not here):
        re.error: it is not a regular expression.
    """
    return cast("re.Pattern[str]", _Lazy(text, flags))


def alternatives(words: Iterable[str]) -> str:
    """Return the text of an expression that matches any of the words, the longest first; one that never matches for none.

    The same words make the same text, in whatever order they come: it is what a compiled expression is kept by.
    """
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word)))) or "(?!)"
