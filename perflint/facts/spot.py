"""Symbolic places inside a table: resolved to characters of the file in one module, when a finding is made."""

from msgspec import Struct


class Spot(Struct, frozen=True):
    """A cell by canonical name, in a row of a list if `index` is given, and the part of its text that is meant.

    `index` None means a cell of the table itself, or of the row being judged when the subject is a row.
    `end` 0 means the whole cell.
    """

    field: str
    start: int = 0
    end: int = 0
    records: str = ""
    index: int | None = None


class Relation(Struct, frozen=True):
    """Another place that a finding refers to, with what it shows in both languages."""

    spot: Spot
    zh: str
    en: str
