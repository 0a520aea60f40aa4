"""The kinds of subject that rules judge, and where each comes from: rows, whole tables, or sets of tables."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from perflint.facts.field import FIELD, field_views
from perflint.facts.form import FORM
from perflint.facts.indicator import INDICATOR
from perflint.facts.knowledge import Scope
from perflint.facts.level import LEVEL, level_views
from perflint.facts.row import RowView
from perflint.facts.spot import Relation, Spot
from perflint.facts.table import TABLE
from perflint.facts.tableview import TableView
from perflint.facts.value import VALUE
from perflint.facts.vocabulary import Fact, Vocabulary


class Subject(Protocol):
    """Anything that a rule judges."""

    @property
    def scope(self) -> Scope:
        """What the subject's table has in common with others."""

    def spot(self, at: str) -> Spot:
        """Return the symbolic place that a rule names in `at:`."""


Accessor = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of subject: its own vocabulary, those it can also use (with the way to them), and how it is found."""

    name: str
    vocabulary: Vocabulary
    find: Callable[[Any], Iterable[Any]]
    also: tuple[tuple[Vocabulary, Accessor], ...] = ()

    def facts(self) -> dict[str, tuple[Fact, Accessor]]:
        """Return every fact that a rule on this kind can use, with the way from the subject to what it is about."""
        found = {name: (fact, _itself) for name, fact in self.vocabulary.facts.items()}
        for vocabulary, accessor in self.also:
            found |= {name: (fact, accessor) for name, fact in vocabulary.facts.items()}
        return found


def related(subject: object, at: str) -> tuple[Relation, ...]:
    """Return the other places that a finding on a subject refers to, () for most subjects."""
    relations = getattr(subject, "relations", None)
    return tuple(relations(at)) if relations else ()


def _itself(subject: Any) -> Any:  # noqa: ANN401  # subjects differ in type; the vocabulary knows its own
    return subject


def _whole(view: TableView) -> tuple[TableView]:
    return (view,)


def _row(view: RowView) -> tuple[RowView]:
    return (view,)


def _valued(view: RowView) -> tuple[RowView, ...]:
    return (view,) if view.filled("value") or view.filled("op") else ()


_ON_ROW = ((INDICATOR, _itself), (VALUE, _itself), (FORM, _itself))

ROW_KINDS: tuple[Kind, ...] = (
    Kind("indicator", INDICATOR, _row, _ON_ROW[1:]),
    Kind("value", VALUE, _valued, (_ON_ROW[0], _ON_ROW[2])),
)
TABLE_KINDS: tuple[Kind, ...] = (
    Kind("field", FIELD, field_views, ((FORM, _itself),)),
    Kind("table", TABLE, _whole, ((FORM, _itself),)),
    Kind("level", LEVEL, level_views, ((FORM, _itself),)),
)
KINDS: Mapping[str, Kind] = {kind.name: kind for kind in (*ROW_KINDS, *TABLE_KINDS)}
