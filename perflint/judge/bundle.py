"""Tables in short, for what is judged across the tables of one agency and year: small, and free of trees."""

from collections.abc import Iterator
from decimal import Decimal
from hashlib import blake2b
from typing import NamedTuple

import msgspec

from perflint.facts import RowView, Spot, TableView
from perflint.facts.amounts import table_total
from perflint.facts.citation import NUMBER, Citation, find_citations
from perflint.facts.currency import implied_currency
from perflint.facts.outlay import Outlay, task_outlays
from perflint.facts.planview import PlanView
from perflint.facts.prose import Prose, row_prose, table_prose
from perflint.judge.finding import Place, TableName
from perflint.judge.placing import find_cell, find_target, piece_of
from perflint.judge.report import name_of
from perflint.typography import essence, fold

HEAD = ""
_FIELDS = (
    "project.code", "project.name", "project.task", "year", "goals.annual", "profile", "budget.total", "spending_plan",
)  # fmt: skip
_EXCERPT = 400
_DESCRIBED = 300
_DIGITS = 30
_SIGN = "号"


class Note(NamedTuple):
    """One cell in short: its text, its JSON Pointer, where it starts and ends, the source line it stands in."""

    text: str
    pointer: str
    line: int
    column: int
    end_line: int
    end_column: int
    start: int
    end: int
    excerpt: str

    def place(self, path: str) -> Place:
        """Return the place of the cell in a file."""
        return Place(
            path, self.pointer, self.line, self.column, self.end_line, self.end_column, self.start, self.end
        )  # fmt: skip


class MemberRow(NamedTuple):
    """One indicator row with a number in short: folded name, class, comparator sign, number, unit and base as read.

    `single`: the number is all that the value says; `rate`: it is a rate; `direction` as the row declares or implies.
    """

    name: str
    class_id: str
    op: str
    number: str
    unit: str
    description: str
    single: bool
    rate: bool
    direction: str
    value: Note


class Docnum(NamedTuple):
    """One document number: issuer, year and number, as typed (folded brackets kept), as it should be, its place.

    `literal`: the characters stand in the file just as they are read, so that they can be replaced; `around` is then what
    the cell holds before and after them.
    """

    issuer: str
    year: int
    number: str
    text: str
    plain: str
    literal: bool
    note: Note
    around: tuple[str, str] = ("", "")


class Sheet(NamedTuple):
    """What a table holds that others are compared with: noted cells by field, rows, hashes of its (name, value) pairs.

    `plan` is the spending plan in one spelling, "" where it is not complete; `currency` the unit of money that is declared
    or that the amounts imply, `declared` whether it stands in a cell; `outlays` are the tasks, `total` the budget.
    """

    notes: dict[str, Note]
    rows: tuple[MemberRow, ...]
    pairs: tuple[int, ...]
    plan: str
    currency: str
    declared: bool
    total: Outlay | None
    outlays: tuple[tuple[Outlay, Note], ...]
    docnums: tuple[Docnum, ...]

    def note(self, field: str) -> Note:
        """Return a noted cell, the head of the table where it does not have it."""
        return self.notes.get(field) or self.notes[HEAD]


class Member(NamedTuple):
    """One table in short: whose it is, its file, its profile and form, and the encoded sheet."""

    table: TableName
    path: str
    profile: str
    form: str
    damaged: bool
    stage: str
    encoded: bytes

    def sheet(self) -> Sheet:
        """Return what the table holds."""
        return _DECODER.decode(self.encoded)


_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(Sheet)


def member_of(view: TableView) -> Member:
    """Return a table in short."""
    scope = view.scope
    return Member(
        name_of(view), view.table.source.path, scope.profile, scope.form, scope.damaged, scope.stage,
        _ENCODER.encode(sheet_of(view)),
    )  # fmt: skip


def sheet_of(view: TableView) -> Sheet:
    """Return what a table holds that others are compared with."""
    declared = view.filled("currency_unit")
    total = table_total(view)
    return Sheet(
        notes={HEAD: _note(view, -1, Spot("@head"), ""), **_notes(view)},
        rows=tuple(_rows(view)),
        pairs=tuple(sorted({_pair(row) for row in _standing(view) if row.side != "cost"})),
        plan=_plan(view),
        currency=view.scope.currency if declared else implied_currency(view),
        declared=declared,
        total=None if total is None else Outlay(view.text("project.name").strip(), total.yuan, total.slack, total.text),
        outlays=tuple((outlay, _note(view, -1, spot, outlay.text)) for outlay, spot in task_outlays(view)),
        docnums=tuple(_docnums(view)),
    )


def _notes(view: TableView) -> dict[str, Note]:
    filled = (field for field in _FIELDS if view.filled(field) or (field == "spending_plan" and view.table.plan))
    return {field: _note(view, -1, Spot(field), view.text(field).strip()) for field in filled}


def _standing(view: TableView) -> Iterator[RowView]:
    return (row for row in view.rows if _stands(row))


def _stands(row: RowView) -> bool:
    return row.filled("value") and row.filled("name") and not row.midterm and not row.filled("region")


def _rows(view: TableView) -> Iterator[MemberRow]:
    for index, row in enumerate(view.rows):
        if not _stands(row):
            continue
        first = row.value.first
        number = first.low if isinstance(first.low, Decimal) else first.high
        if isinstance(number, Decimal) and len(str(number)) <= _DIGITS:
            yield MemberRow(
                row.name, row.class_id, row.value.op.sign, str(number), "/".join((first.unit, *first.per)),
                row.text("description").strip()[:_DESCRIBED], len(row.value.parts) == 1 and not row.value.residue, row.rate, row.direction,
                _note(view, index, Spot("value"), row.text("value").strip()),
            )  # fmt: skip


def _pair(row: RowView) -> int:
    text = f"{essence(row.text('name'))}\x1f{fold(row.text('op'))}\x1f{essence(row.text('value'))}\x1f{fold(row.text('unit'))}"
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=7).digest(), "big")


def _plan(view: TableView) -> str:
    plan = PlanView(view)
    if not plan.complete or any(entry.month is None for entry in plan.entries):
        return ""
    return "/".join(f"{entry.month}:{(entry.number or Decimal(0)).normalize():f}" for entry in plan.entries)


def _docnums(view: TableView) -> Iterator[Docnum]:
    cells = [(-1, prose) for prose in table_prose(view, "title", "project.name")]
    for index, row in enumerate(view.rows):
        if any(_SIGN in text for text in row.texts.values()):
            cells += [(index, prose) for prose in row_prose(row)]
    for at, prose in cells:
        if _SIGN in prose.text:
            for found in find_citations(prose.text):
                if found.kind == NUMBER and found.year:
                    yield _docnum(view, at, prose, found)


def _docnum(view: TableView, row: int, prose: Prose, found: Citation) -> Docnum:
    issuer, _, rest = found.plain.partition("〔")
    note = _note(
        view, row, Spot(prose.place.field, found.start, found.end, prose.place.records, prose.place.index), found.text
    )
    typed = view.table.source.text[note.start : note.end] == found.text
    literal = typed and prose.field not in {"title", "project.name"}
    around = _around(view, row, prose, found) if literal and found.text != found.plain else ("", "")
    return Docnum(fold(issuer), found.year, rest.partition("〕")[2], found.text, found.plain, literal, note, around)


def _around(view: TableView, row: int, prose: Prose, found: Citation) -> tuple[str, str]:
    """Return what stands before and after a document number in its cell, or in the piece of a cell that is a list."""
    cell = find_cell(view.table, row, prose.place)
    if cell is None:
        return "", ""
    piece, start, end = piece_of(cell, found.start, found.end)
    return piece.text[:start], piece.text[end:]


def _note(view: TableView, row: int, spot: Spot, text: str) -> Note:
    place = find_target(view.table, row, (spot,)).place
    return Note(
        text, place.pointer, place.line, place.column, place.end_line, place.end_column, place.start, place.end,
        view.table.source.line_text(place.line)[:_EXCERPT],
    )  # fmt: skip
