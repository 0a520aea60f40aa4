"""How much is tried: a fixed part of it in each run of the tests, everything with PERFLINT_THOROUGH in the environment."""

import os
from collections.abc import Iterable, Sequence
from typing import TypeVar

Item = TypeVar("Item")
Kind = TypeVar("Kind")
THOROUGH = "PERFLINT_THOROUGH" in os.environ
_MORE = 20


def tries(usual: int) -> int:
    """Return how many examples hypothesis is to make where the usual run makes this many."""
    return _MORE * usual if THOROUGH else usual


def in_turn(items: Iterable[Item], kinds: Iterable[Kind]) -> list[tuple[Item, Kind]]:
    """Return each item with one kind, the kinds taking turns; when thorough, each with every kind."""
    kinds = [*kinds]
    return [(item, kind) for at, item in enumerate(items) for kind in (kinds if THOROUGH else [kinds[at % len(kinds)]])]


def part(items: Sequence[Item], turn: int, parts: int = 3) -> Sequence[Item]:
    """Return every `parts`-th item from the one that a turn begins with, so that as many turns see all; when thorough, all."""
    return items if THOROUGH else items[turn % parts :: parts]
