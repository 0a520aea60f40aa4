"""What a rule may name in `at:` and in a fix: the subject, a fact, a place that the subject knows, or a cell of the format."""

from collections.abc import Iterator
from functools import lru_cache

from perflint.facts import SubjectKind
from perflint.judge.kinds import facts_of
from perflint.model import catalogue
from perflint.model.fields import INNER

_OWN = ("x-", "X-")
_DEEPEST = 4


@lru_cache(maxsize=1)
def cells_of_the_format() -> frozenset[str]:
    """Return the names of all cells: of a table by dotted name (`budget.total`), of its lists by the name in the row (`value`)."""
    return frozenset(name for section in catalogue().sections for name in _below(section, "", _DEEPEST))


def _below(section: str, prefix: str, depth: int) -> Iterator[str]:
    sections = catalogue().sections
    for field in sections[section]:
        yield prefix + field.name
        inner = INNER.get(field.shape, field.name)
        if inner in sections and depth:
            yield from _below(inner, f"{prefix}{field.name}.", depth - 1)


def is_cell(name: str) -> bool:
    """Return whether a name is one of a cell: of the format, or a bureau's own (`x-责任科室`, `project.x-密级`)."""
    return name in cells_of_the_format() or name.rpartition(".")[2].startswith(_OWN)


def knows_place(kind: SubjectKind, at: str) -> bool:
    """Return whether a rule on a kind of subject may mark a place by this name."""
    return at == kind.name or at in kind.places or at in facts_of(kind.name) or is_cell(at)


def places_known(kind: SubjectKind) -> list[str]:
    """Return every name that a rule on a kind of subject may give a place by."""
    return [kind.name, *kind.places, *facts_of(kind.name), *sorted(cells_of_the_format())]
