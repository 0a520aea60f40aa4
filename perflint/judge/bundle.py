"""Tables in short, for what is judged across the tables of one agency and year: small, and free of trees."""

from dataclasses import dataclass

from perflint.facts import Spot, TableView
from perflint.judge.finding import Place, TableName
from perflint.judge.placing import find_target
from perflint.judge.report import name_of


@dataclass(frozen=True, slots=True)
class Note:
    """One cell in short: its text, its place, the source line it stands in."""

    text: str
    place: Place
    excerpt: str


@dataclass(frozen=True, slots=True)
class MemberRow:
    """One indicator row in short: folded name, class, comparator sign, number and unit as read, and three cells."""

    name: str
    class_id: str
    op: str
    number: str
    unit: str
    description: str
    value: Note


@dataclass(frozen=True, slots=True)
class Member:
    """One table in short: whose it is, its profile, its code, year and goal with their places, its rows."""

    table: TableName
    profile: str
    form: str
    damaged: bool
    stage: str
    code: Note
    year: Note
    goal: Note
    rows: tuple[MemberRow, ...]


def member_of(view: TableView) -> Member:
    """Return a table in short."""
    rows = []
    for index, row in enumerate(view.rows):
        if row.filled("value") and row.filled("name") and not row.midterm and not row.filled("region"):
            first = row.value.first
            note = _note(view, index, "value", row.text("value"))
            rows.append(
                MemberRow(row.name, row.class_id, row.value.op.sign, str(first.low if first.low is not None else first.high or ""),
                          first.unit, row.text("description"), note)
            )  # fmt: skip
    return Member(
        name_of(view), view.scope.profile, view.scope.form, view.scope.damaged, view.scope.stage,
        _note(view, -1, "project.code", view.text("project.code").strip()),
        _note(view, -1, "year", view.text("year").strip()),
        _note(view, -1, "goals.annual", view.text("goals.annual").strip()),
        tuple(rows),
    )  # fmt: skip


def _note(view: TableView, row: int, field: str, text: str) -> Note:
    place = find_target(view.table, row, (Spot(field),)).place
    return Note(text, place, view.table.source.line_text(place.line)[:400])
