"""What a kind of subject is: its vocabulary, the facts that it can also use, and how its subjects are found."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import import_module
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
Find = Callable[[Any], Iterable[Any]]
EVERYWHERE = "form"
"""The vocabulary whose facts every subject of a table can use."""


class SubjectKind(Struct, frozen=True):
    """One kind of subject: its own vocabulary, how subjects are found, the kinds whose facts it can also use.

    Subjects are found in a row (`in_row`), in one cell of prose whatever the rest of its row says (`in_cell`), in a whole
    table (`in_table`); those of a kind without any are found elsewhere (files, comparisons of tables). `also` names other
    vocabularies, with the way from the subject to what they are about. `places` are names that rules may mark a place by
    (`at:`) besides the subject, its facts and the cells of the format.
    """

    vocabulary: Vocabulary
    in_row: Find | None = None
    in_cell: Find | None = None
    in_table: Find | None = None
    also: tuple[tuple[str, Accessor], ...] = ()
    places: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What rules call it in `given:`."""
        return self.vocabulary.subject

    @property
    def within_a_table(self) -> bool:
        """Whether subjects are found in one table alone."""
        return bool(self.in_row or self.in_cell or self.in_table)

    def facts(self, vocabularies: Mapping[str, Vocabulary]) -> dict[str, tuple[Fact, Accessor]]:
        """Return every fact that a rule on this kind can use, with the way from the subject to what it is about."""
        found: dict[str, tuple[Fact, Accessor]] = {name: (fact, itself) for name, fact in self.vocabulary.by_name()}
        shared = ((EVERYWHERE, itself),) if self.within_a_table else ()
        for name, accessor in (*self.also, *shared):
            found |= {full: (fact, accessor) for full, fact in vocabularies[name].by_name()}
        return found


def declared_in(package: str) -> Iterator[SubjectKind]:
    """Yield the kinds that the modules of a package declare as `SUBJECTS`, by name; every module is imported for it.

    So a module that only adds facts to the vocabulary of another one needs no mention anywhere.
    """
    found: list[SubjectKind] = []
    for module in _modules_of(package):
        found.extend(getattr(import_module(module), "SUBJECTS", ()))
    yield from sorted(found, key=lambda kind: kind.name)


def _modules_of(package: str) -> Iterator[str]:
    """Yield the modules of a package and of those in it, each package before what is in it, by name.

    A folder is read as it lies there, ten times as fast as `pkgutil`, which knows other places as well.
    """
    for place in import_module(package).__path__:
        if not os.path.isdir(place):  # noqa: PTH112  # a path of the import system is a text
            import pkgutil  # noqa: PLC0415  # only where the program does not lie in folders

            yield from (module.name for module in pkgutil.walk_packages([place], f"{package}."))
            continue
        for name in sorted(os.listdir(place)):  # noqa: PTH208  # as above
            if name.endswith(".py") and name != "__init__.py":
                yield f"{package}.{name.removesuffix('.py')}"
            elif os.path.exists(os.path.join(place, name, "__init__.py")):  # noqa: PTH110, PTH118  # as above
                yield f"{package}.{name}"
                yield from _modules_of(f"{package}.{name}")


def related(subject: object, at: str) -> tuple[Relation, ...]:
    """Return the other places that a finding on a subject refers to, () for most subjects."""
    relations = getattr(subject, "relations", None)
    return tuple(relations(at)) if relations else ()


def summands(subject: object, at: str) -> tuple[str, ...]:
    """Return the texts of all amounts that a subject adds up, () for most subjects: with them its finding is the same one."""
    own = getattr(subject, "summands", None)
    return tuple(own(at)) if own else ()


def itself(subject: Any) -> Any:  # noqa: ANN401  # subjects differ in type; the vocabulary knows its own
    """Return the subject: the way to facts about itself."""
    return subject


def itself_alone(subject: Any) -> tuple[Any]:  # noqa: ANN401  # subjects differ in type; the vocabulary knows its own
    """Return what is looked through as the one subject in it."""
    return (subject,)
