"""Which columns a list of rows has: those of the form, and further ones for cells that the form has no column for."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from perflint.model import catalogue
from perflint.model.fields import home
from perflint.office.export.content import Entry
from perflint.office.export.template import Column, Rows
from perflint.office.labels import label_of

REMARK = "remark"
_MOST = 6
_WIDTH, _REMARK_WIDTH = 20.0, 28.0


def columns_for(rows: Rows, entries: Sequence[Entry]) -> tuple[Column, ...]:
    """Return the columns with the widths that they should have, in millimetres.

    A cell for which the form has none gets a column under its own name; where that would be more than six columns,
    or the form has two halves, all such cells stand labelled in a column 备注.
    """
    used = {name for entry in entries for name in entry.left()}
    own = [column for column in rows.columns if not column.optional or column.field in used]
    printed = {column.field for column in own} | ({"horizon"} if any(column.horizon for column in own) else set())
    further = _in_order(rows.of, used - printed - {REMARK})
    halves = any(column.horizon for column in own)
    needs_remark = REMARK in used or any(entry.strays for entry in entries)
    if halves or len(further) > _MOST:
        needs_remark, further = needs_remark or bool(further), []
    own += [Column(name, label_of(f"{rows.of}.{name}"), _WIDTH) for name in further]
    if needs_remark and REMARK not in printed:
        own.append(Column(REMARK, "备注", _REMARK_WIDTH))
    return tuple(own)


def scaled(columns: Sequence[Column], width: float) -> tuple[Column, ...]:
    """Return columns that together are `width` millimetres wide."""
    scale = width / sum(column.width for column in columns)
    return tuple(replace(column, width=column.width * scale) for column in columns)


def _in_order(section: str, names: Iterable[str]) -> list[str]:
    """Return names of cells in the order of the catalogue."""
    key = home(f"{section}.x")[0]
    order = {field.name: place for place, field in enumerate(catalogue().sections[key])}
    return sorted(names, key=lambda name: (order.get(name.partition(".")[0], len(order)), name))
