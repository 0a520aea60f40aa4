"""The vocabulary of rules: subjects, and the typed facts that each of them has."""

from collections.abc import Callable, Iterable
from enum import Enum
from operator import attrgetter
from typing import Any, NamedTuple, TypeVar

from msgspec import Struct, field


class FactType(Enum):
    """The type of a fact as rules see it."""

    BOOL = "bool"
    INT = "int"
    DOUBLE = "double"
    STRING = "string"
    STRINGS = "list(string)"
    TEXTS = "map(string, string)"
    MARKS = "list(string) with places"


BOOL, INT, DOUBLE = FactType.BOOL, FactType.INT, FactType.DOUBLE
STRING, STRINGS, MARKS = FactType.STRING, FactType.STRINGS, FactType.MARKS
TEXTS = FactType.TEXTS


class Mark(NamedTuple):
    """Characters [start, end) of a cell's text that a fact speaks of."""

    text: str
    start: int
    end: int


class Unknown(NamedTuple):
    """What a fact answers when it could not be derived: the reason, in both languages."""

    zh: str
    en: str


FactValue = bool | int | float | str | tuple[str, ...] | tuple[Mark, ...] | dict[str, str]
Derive = Callable[[Any], FactValue | Unknown]
Deriving = TypeVar("Deriving", bound=Derive)


class Fact(NamedTuple):
    """One fact: dotted name, type, meaning, how it is derived, and whether it may be unknown."""

    name: str
    type: FactType
    zh: str
    en: str
    derive: Derive
    optional: bool


class Vocabulary(Struct, frozen=True):
    """The facts of one subject, as its modules enter them."""

    subject: str
    zh: str
    en: str
    facts: dict[str, Fact] = field(default_factory=dict)

    def fact(
        self, name: str, kind: FactType, *, zh: str, en: str, optional: bool = False
    ) -> Callable[[Deriving], Deriving]:
        """Return a decorator that enters a function as the fact `subject.name`; `optional` facts may answer Unknown.

        Raises:
            ValueError: the name is taken.
        """
        full = f"{self.subject}.{name}"
        if full in self.facts:
            raise ValueError(f"the fact {full} is defined twice")

        def enter(derive: Deriving) -> Deriving:
            self.facts[full] = Fact(full, kind, zh, en, derive, optional)
            return derive

        return enter

    def by_name(self) -> list[tuple[str, Fact]]:
        """Return the facts by full name, in the order of the names: whichever module was imported first."""
        return sorted(self.facts.items())

    def attribute(self, name: str, kind: FactType, *, zh: str, en: str, of: str = "") -> None:
        """Enter the fact `subject.name` that is an attribute of the subject: the one of its name, or the one named in `of`.

        Raises:
            ValueError: the name is taken.
        """
        self.fact(name, kind, zh=zh, en=en)(attrgetter(of or name))


def merged(vocabularies: Iterable[Vocabulary]) -> dict[str, Fact]:
    """Return all facts of several vocabularies by name."""
    return {name: fact for vocabulary in vocabularies for name, fact in vocabulary.facts.items()}
