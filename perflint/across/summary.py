"""Tables in short, for what is judged across the tables of one agency and year: small, and free of trees."""

from decimal import Decimal
from typing import NamedTuple

import msgspec

from perflint.facts import Spot, TableView
from perflint.facts.money.outlay import Outlay
from perflint.facts.placing import find_target
from perflint.facts.table_name import TableName
from perflint.source.place import Place

HEAD = ""
_EXCERPT = 400


class Note(NamedTuple):
    """One cell in short: its text, its JSON Pointer, where it starts and ends, the source line it stands in.

    `label` is what an office document calls the place (`表2 第5行第3列`); "" in a YAML file.
    """

    text: str
    pointer: str
    line: int
    column: int
    end_line: int
    end_column: int
    start: int
    end: int
    excerpt: str
    label: str = ""

    def place(self, path: str) -> Place:
        """Return the place of the cell in a file."""
        return Place(
            path, self.pointer, self.line, self.column, self.end_line, self.end_column, self.start, self.end
        )  # fmt: skip


class Printed(NamedTuple):
    """One figure of earlier years or of a plan that a row prints: its field, its number in the unit of the target, its cell."""

    field: str
    number: str
    note: Note


class RowInYears(NamedTuple):
    """What the same row of other years is compared with.

    `better`: 1 where more is better, -1 where less is, 0 where neither can be said; `reasoned`: the row says why it is
    what it is; `result` the number of the result in the unit of the target, "" where it is none, `result_text` as typed;
    `dated` are the cells of prose that name a year.
    """

    label: str
    better: int
    weight: float
    reasoned: bool
    result: str = ""
    result_text: str = ""
    printed: tuple[Printed, ...] = ()
    dated: tuple[Note, ...] = ()


class MemberRow(NamedTuple):
    """One indicator row in short: folded name, class, comparator sign, number ("" for words), unit and base as read.

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
    years: RowInYears


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
    or that the amounts imply, `declared` whether it stands in a cell; `outlays` are the tasks, `total` the budget,
    `fiscal` the fiscal money in it in 元.
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
    fiscal: Decimal | None = None
    prior: Outlay | None = None
    attributes: tuple[str, ...] = ()
    reasoned: bool = False

    def note(self, field: str) -> Note:
        """Return a noted cell, the head of the table where it does not have it."""
        return self.notes.get(field) or self.notes[HEAD]


class Member(NamedTuple):
    """One table in short: whose it is, its file, its profile and form, and the encoded sheet.

    `evaluation`: it gives results; `past`: it is there for others to be compared with, and is not judged itself.
    """

    table: TableName
    path: str
    profile: str
    form: str
    damaged: bool
    stage: str
    encoded: bytes
    evaluation: bool = False
    past: bool = False

    def sheet(self) -> Sheet:
        """Return what the table holds."""
        return decoded(self.encoded)


_DECODER = msgspec.msgpack.Decoder(Sheet)
_ENCODER = msgspec.msgpack.Encoder()


def encoded(sheet: Sheet) -> bytes:
    """Return a sheet as bytes."""
    return _ENCODER.encode(sheet)


def decoded(data: bytes) -> Sheet:
    """Return the sheet that `encoded` made bytes of."""
    return _DECODER.decode(data)


def note_cell(view: TableView, row: int, spot: Spot, text: str) -> Note:
    """Return a cell of a table, or of its row with the index `row`, in short."""
    place = find_target(view.table, row, (spot,)).place
    return Note(
        text, place.pointer, place.line, place.column, place.end_line, place.end_column, place.start, place.end,
        view.table.source.line_text(place.line, _EXCERPT),
    )  # fmt: skip


def led(place: str, message: str) -> str:
    """Return a message with the place in the document before it, where there is one."""
    return f"[{place}] {message}" if place else message
