"""The target of a row read in one piece, where its form splits it into comparator, number and unit."""

from perflint.facts.derived import once
from perflint.facts.row import RowView
from perflint.pattern import pattern
from perflint.quantity import Hint, Value
from perflint.typography import fold

_NUMBER = pattern(r"[≥≤<>=~—–\-+\d.,，]{1,40}")
_COMPOUND = pattern(r"元|/|^[万亿千]")


@once
def joined(row: RowView) -> Value:
    """Return the value as it would be read in one cell (≤3500元/户, 3.2万立方米), the usual reading where nothing is split."""
    unit = fold(row.text("unit"))
    if not _COMPOUND.search(unit) or not _NUMBER.fullmatch(fold(row.text("value"))):
        return row.value
    hint = Hint(money="元" in unit, op=row.text("op"))
    return row.scope.knowledge.reader.read(row.text("value").strip() + unit, hint)
