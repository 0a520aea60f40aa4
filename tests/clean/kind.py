"""What a kind of mutation is."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from perflint.model import Table
from tests.clean.change import Change


class Kind(NamedTuple):
    """One way to break a table: its name in both languages, every place where it can be done, and the share to be noticed."""

    zh: str
    en: str
    make: Callable[[Table], Iterator[Change]]
    floor: float
