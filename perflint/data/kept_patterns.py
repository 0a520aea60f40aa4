"""Compiled regular expressions kept in the store, so that the next start finds them."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache

from perflint.data.built import built
from perflint.data.store import keep, kept
from perflint.pattern.shelf import SHELF, Kept, python


@contextmanager
def patterns_kept() -> Iterator[None]:
    """Take the expressions that came with the wheel and those that earlier runs compiled; keep what the body compiles besides."""
    lay_patterns()
    yield
    entries = SHELF.worth_keeping()
    if entries and python():
        keep("patterns", python(), entries)
        SHELF.fresh.clear()


def lay_patterns() -> None:
    """Take the expressions that came with the wheel and those that earlier runs compiled."""
    _lay(python())


@lru_cache(maxsize=1)
def _lay(state: str) -> None:
    SHELF.lay(built(f"patterns-{state}", dict[str, Kept]) or {}, shipped=True)
    SHELF.lay(kept("patterns", state, dict[str, Kept]) or {})
