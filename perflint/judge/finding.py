"""What judging yields: findings with their place, what could not be checked, and what a file holds."""

from msgspec import Struct

from perflint.facts.table_name import TableName
from perflint.judge.rule import Safety, Severity
from perflint.source.place import Place


class Related(Struct, frozen=True):
    """Another place that a finding refers to, and what stands there."""

    place: Place
    message: str


class Edit(Struct, frozen=True):
    """One replacement of characters of the file: the place and the new text as YAML source."""

    line: int
    column: int
    end_line: int
    end_column: int
    start: int
    end: int
    text: str


class Change(Struct, frozen=True):
    """What an edit does to the tree: the scalar at a JSON Pointer, or its key, has one text before and another after."""

    pointer: str
    text: str
    key: bool = False
    before: str = ""


class Fix(Struct, frozen=True):
    """What the machine would write: how far it can be trusted, a title, the edits, and what they change in the tree."""

    safety: Safety
    title: str
    edits: tuple[Edit, ...]
    changes: tuple[Change, ...] = ()


class Refusal(Struct, frozen=True):
    """A fix that a rule proposes and that is not written: how far it could be trusted, and why not, in words."""

    safety: Safety
    reason: str


class Finding(Struct, frozen=True):
    """One violation of one rule at one place. `excerpt` is the source line; `fingerprint` depends on no line number."""

    code: str
    name: str
    category: str
    severity: Severity
    message: str
    suggestion: str | None
    legal_basis: str | None
    place: Place
    excerpt: str
    value: str
    table: TableName
    indicator: str | None
    related: tuple[Related, ...]
    fix: Fix | None
    fingerprint: str
    parts: tuple[str, ...] = ()
    """A short hash of each thing that it names beside its cell, none of a sum: with fewer of them it is a known one grown smaller."""
    earlier: tuple[str, ...] = ()
    """The fingerprints that version 0.1 may have given it; () where those do not tell it from one that has grown."""
    suppressed: str | None = None
    refusal: Refusal | None = None
    once: bool = False
    """Whether reports tell it once a table, with the other places beside it."""
    proposed: Fix | None = None
    """What the machine would write where it does not write itself: into an office document. Its changes hold, its places do not."""


class Unchecked(Struct, frozen=True):
    """A rule that could not be decided on a subject, and why."""

    code: str
    path: str
    pointer: str
    reason: str


class InputError(Struct, frozen=True):
    """An input that could not be read, and why."""

    path: str
    message: str
