"""A row that is held against what a text says: the goal first, then purpose, scope and tasks."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from msgspec import Struct

from perflint.facts.goals.told import GOAL, part_of, told_texts
from perflint.facts.knowledge import Scope
from perflint.facts.prose import Prose
from perflint.facts.row import RowView
from perflint.facts.spot import Spot
from perflint.facts.tableview import TableView


class HeldRow(Struct, frozen=True):
    """A row of a table beside a text of it, and where in the text the words for it stand."""

    view: TableView
    prose: Prose
    row: RowView
    index: int
    start: int
    end: int

    @property
    def scope(self) -> Scope:
        """What the table's cells have in common."""
        return self.view.scope

    @property
    def in_goal(self) -> bool:
        """Whether the text is the annual goal."""
        return self.prose.field == GOAL

    @property
    def told_at(self) -> Spot:
        """The place of the words in the text."""
        return part_of(self.prose, self.start, self.end)

    def spot(self, at: str) -> Spot:  # noqa: ARG002  # a row has one value
        """Return the place of the row's value."""
        return Spot("value", records="indicators", index=self.index)


Held = TypeVar("Held", bound=HeldRow)


def once_a_row(texts: Iterable[Prose], find: Callable[[Prose], Iterable[Held]]) -> Iterator[Held]:
    """Yield what is found in texts, in their order: of each row what the first text says."""
    judged: set[int] = set()
    for prose in texts:
        found = tuple(find(prose))
        yield from (held for held in found if held.index not in judged)
        judged |= {held.index for held in found}


def once_in_a_table(view: TableView, find: Callable[[TableView, Prose], Iterable[Held]]) -> Iterator[Held]:
    """Yield what is found in the texts of a table that say what will be done, each row once."""
    return once_a_row(told_texts(view), lambda prose: find(view, prose))
