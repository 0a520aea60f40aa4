"""A place in a file, as findings name it."""

from msgspec import Struct


class Place(Struct, frozen=True):
    """Characters of a file: line and column from 1 in code points, ends exclusive, offsets from 0, JSON Pointer."""

    path: str
    pointer: str
    line: int
    column: int
    end_line: int
    end_column: int
    start: int
    end: int
