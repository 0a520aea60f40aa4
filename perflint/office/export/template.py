"""The printed forms as data: `rules/office/export-*.yaml`, which cell stands where."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import msgspec
from msgspec import Struct

from perflint.data.assets import data_files, rules_root
from perflint.source import read_source, to_data


class Slot(Struct, frozen=True, forbid_unknown_fields=True):
    """One cell of a row: a label, a field (`cell`), a `text` with fields in braces, or tick boxes of a field.

    A `covered` slot is hidden by a cell of the row above that goes over several rows.
    """

    width: float
    label: str = ""
    cell: str = ""
    text: str = ""
    boxes: str = ""
    options: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()
    rows: int = 1
    align: str = ""
    covered: bool = False


class PlanSlot(Struct, frozen=True, forbid_unknown_fields=True):
    """Where the spending plan stands: a label on the left, the periods and below them the percentages."""

    label: str
    width: float


class Column(Struct, frozen=True, forbid_unknown_fields=True):
    """One column of a list of rows; equal neighbours become one cell where `merge`; `horizon` is the half it is in."""

    field: str
    title: str
    width: float
    merge: bool = False
    optional: bool = False
    horizon: str = ""
    align: str = ""


class Rows(Struct, frozen=True, forbid_unknown_fields=True):
    """A list of rows with its heading lines; `label` stands on the left over all of it."""

    of: str
    columns: tuple[Column, ...]
    label: str = ""
    label_width: float = 0
    header: tuple[tuple[Slot, ...], ...] = ()
    repeat: bool = False
    least: int = 0
    sum: str = ""
    sum_label: str = ""


class Section(Struct, frozen=True, forbid_unknown_fields=True):
    """A numbered section of a form in prose: its heading, the fields under it, and whether the rows stand there.

    Where there are rows, the fields stand before them under the heading `apart`.
    """

    heading: str
    cells: tuple[str, ...] = ()
    apart: str = ""
    rows: bool = False


class Block(Struct, frozen=True, forbid_unknown_fields=True):
    """One part of a form, exactly one of the four; with `when` it is printed only if one of those is filled."""

    row: tuple[Slot, ...] = ()
    plan: PlanSlot | None = None
    rows: Rows | None = None
    section: Section | None = None
    when: tuple[str, ...] = ()


class Template(Struct, frozen=True, forbid_unknown_fields=True):
    """One form: a title for tables that have none, the line above the table, the blocks.

    Lengths are millimetres, `size` is that of the letters in points; `remark` is the width of the label 备注. A form may
    stand instead of another for tables of some profiles.
    """

    form: str
    title: str
    blocks: tuple[Block, ...]
    caption: tuple[str, ...] = ()
    landscape: bool = False
    margin: float = 20
    remark: float = 22
    size: float = 10.5
    instead: str = ""
    profiles: tuple[str, ...] = ()


@lru_cache(maxsize=1)
def templates() -> Mapping[str, Template]:
    """Return the forms by letter; the files are perflint's own and are taken to be right."""
    return {entry.form: entry for entry in map(_template, data_files(rules_root() / "office", "export-*.yaml"))}


def _template(path: Path) -> Template:
    data = to_data(read_source(path.read_bytes(), str(path)).roots[0])
    return msgspec.convert(data, Template, strict=False)
