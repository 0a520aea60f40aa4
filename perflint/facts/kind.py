"""What a kind of subject is: its vocabulary, the facts that it can also use, and how its subjects are found."""

from collections.abc import Callable, Iterable
from typing import Any, Protocol

from msgspec import Struct

from perflint.facts.knowledge import Scope
from perflint.facts.spot import Relation, Spot
from perflint.facts.vocabulary import Fact, Vocabulary


class Subject(Protocol):
    """Anything that a rule judges."""

    @property
    def scope(self) -> Scope:
        """What the subject's table has in common with others."""

    def spot(self, at: str) -> Spot:
        """Return the symbolic place that a rule names in `at:`."""


Accessor = Callable[[Any], Any]


class Kind(Struct, frozen=True):
    """One kind of subject: its own vocabulary, those it can also use (with the way to them), and how it is found.

    `cellwise`: subjects of a row are found in its prose cells, each by that cell alone, whatever the rest of the row says.
    """

    name: str
    vocabulary: Vocabulary
    find: Callable[[Any], Iterable[Any]]
    also: tuple[tuple[Vocabulary, Accessor], ...] = ()
    cellwise: bool = False

    def facts(self) -> dict[str, tuple[Fact, Accessor]]:
        """Return every fact that a rule on this kind can use, with the way from the subject to what it is about."""
        found: dict[str, tuple[Fact, Accessor]] = {name: (fact, itself) for name, fact in self.vocabulary.facts.items()}
        for vocabulary, accessor in self.also:
            found |= {name: (fact, accessor) for name, fact in vocabulary.facts.items()}
        return found


def related(subject: object, at: str) -> tuple[Relation, ...]:
    """Return the other places that a finding on a subject refers to, () for most subjects."""
    relations = getattr(subject, "relations", None)
    return tuple(relations(at)) if relations else ()


def itself(subject: Any) -> Any:  # noqa: ANN401  # subjects differ in type; the vocabulary knows its own
    return subject
