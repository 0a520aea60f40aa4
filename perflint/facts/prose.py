"""Which cells hold prose, and how each of them is found in a row or a table."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from perflint.facts.spot import Spot
from perflint.model import Record

ROW_PROSE = (
    "name", "description", "value", "basis", "scoring", "formula", "data_source", "evidence", "activity",
    "standard.source", "history.source", "duty.name", "duty.item", "duty.goal",
)  # fmt: skip
TABLE_PROSE = (
    "project.purpose", "project.basis", "project.scope", "project.allocation", "project.eligibility",
    "goals.annual", "goals.midterm.text", "duties", "measures",
)  # fmt: skip
RECORD_PROSE = {
    "tasks": ("name", "content"),
    "budget.breakdown": ("item", "basis"),
    "project.schedule": ("task",),
}


_SPOTS = {field: Spot(field) for field in (*ROW_PROSE, *TABLE_PROSE)}


class Prose(NamedTuple):
    """One filled cell of prose: canonical field, its place, its text as typed."""

    field: str
    place: Spot
    text: str


def prose_cells(texts: Mapping[str, str]) -> tuple[Prose, ...]:
    """Return the filled prose cells among the cells of a row."""
    return tuple([Prose(field, _SPOTS[field], text) for field in ROW_PROSE if (text := texts.get(field))])


def table_prose_cells(text: Callable[[str], str], records: Mapping[str, Sequence[Record]]) -> tuple[Prose, ...]:
    """Return the filled prose cells of a table outside its rows, and those of its tasks, costs and steps."""
    return (*cells_named(TABLE_PROSE, text), *_record_cells(records))


def cells_named(fields: Sequence[str], text: Callable[[str], str]) -> Iterator[Prose]:
    """Yield those of the named cells that are filled."""
    return (Prose(field, _SPOTS.get(field) or Spot(field), typed) for field in fields if (typed := text(field)))


def _record_cells(records: Mapping[str, Sequence[Record]]) -> Iterator[Prose]:
    for name, fields in RECORD_PROSE.items():
        for record in records.get(name, ()):
            for field in fields:
                if text := record.text(field):
                    yield Prose(f"{name}.{field}", Spot(field, records=name, index=record[0]), text)
