"""The target of a row read in one piece, where its form splits it into comparator, number and unit."""

from perflint.facts.row import RowView
from perflint.quantity import Hint, Value


def joined(row: RowView) -> Value:
    """Return the value as it would be read in one cell (≤3500元/户), the usual reading where nothing is split."""
    unit = row.text("unit").strip()
    if "元" not in unit or not row.filled("value") or "元" in row.text("value"):
        return row.value
    hint = Hint(money=True, time=False, year=row.scope.year or None, op=row.text("op"))
    return row.scope.knowledge.reader.read(row.text("value").strip() + unit, hint)
