"""The texts of a table that say what will be done: the annual goal, then what the money is for, and the tasks."""

from collections.abc import Iterator

from msgspec import structs

from perflint.facts.prose import Prose
from perflint.facts.spot import Spot
from perflint.facts.tableview import TableView

GOAL = "goals.annual"
_LATER = ("project.purpose", "project.scope", "tasks.content")
_LONGEST = 3000


def told_texts(view: TableView) -> Iterator[Prose]:
    """Yield the texts that say what will be done in the year, the goal first; very long ones are left out."""
    cells = view.prose
    for field in (GOAL, *_LATER):
        yield from (cell for cell in cells if cell.field == field and len(cell.text) <= _LONGEST)


def part_of(prose: Prose, start: int, end: int) -> Spot:
    """Return the place of some characters of a text."""
    return structs.replace(prose.place, start=start, end=end)
