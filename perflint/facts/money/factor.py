"""Quantities of a table that a price is multiplied by (domain: BUD006)."""

from collections.abc import Iterable
from decimal import Decimal

from msgspec import Struct

from perflint.facts.row import RowView
from perflint.facts.tableview import TableView
from perflint.pattern import pattern
from perflint.typography import fold

YEARLY = frozenset({"年", "年度", "学年"})
MONTHS = frozenset({"月", "个月"})
_ALIKE = (
    frozenset({"人", "名", "位", "生", "学生", "职工"}),
    frozenset({"天", "日", "工作日"}),
    MONTHS,
    frozenset({"平方米", "平米", "㎡", "m2"}),
    frozenset({"公里", "千米", "km"}),
)
_EXTENTS = frozenset({"area", "length", "volume", "mass"})
_COUNTED = ("output.quantity", "output.time")
_MONTHS_SAID = pattern(r"(?<![\d.\-—~至])(\d{1,2})个月")
_TEXTS = ("goals.annual", "project.purpose", "project.scope")
_CELLS = ("name", "description", "value")


class Count(Struct, frozen=True):
    """A quantity of the table: its row (None for months that a text gives), the number in the unit of the price, as typed."""

    index: int
    row: RowView | None
    number: Decimal
    printed: str


def count_of(index: int, row: RowView, base: str) -> Count | None:
    """Return the plain quantity of a row if it counts what a price is for each of, else None."""
    if row.class_id not in _COUNTED or len(row.value.parts) != 1:
        return None
    part = row.value.first
    number = part.low if isinstance(part.low, Decimal) else part.high
    if not isinstance(number, Decimal) or part.per or not part.unit or row.rate:
        return None
    if part.unit == base or any(part.unit in family and base in family for family in _ALIKE):
        return Count(index, row, number, part.printed)
    units = row.scope.knowledge.reader.units
    if part.dimension in _EXTENTS and units.comparable(part.unit, base):
        return Count(index, row, units.convert(number, part.unit, base), part.printed)
    return None


def months_said(view: TableView, rows: Iterable[RowView]) -> Count | None:
    """Return the number of months that the texts of a table give, None where they give none or several."""
    texts = [view.text(field) for field in _TEXTS] + [row.text(cell) for row in rows for cell in _CELLS]
    said = {Decimal(hit[1]) for text in texts for hit in _MONTHS_SAID.finditer(fold(text))}
    if len(said) != 1:
        return None
    months = said.pop()
    return Count(-1, None, months, f"{months}个月")
