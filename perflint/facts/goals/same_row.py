"""Which row of a table is about the same thing as a number of a text (domain: XTB010)."""

import re
from collections.abc import Sequence

from perflint.facts.goals.aim import content
from perflint.facts.goals.showing import is_alike
from perflint.facts.joined import joined
from perflint.facts.row import RowView
from perflint.facts.subject_matter import matter
from perflint.pattern import pattern
from perflint.quantity import Amount
from perflint.typography import fold

_RATIO = "ratio"
_CHANGE = pattern(r"缩短|提高|提升|降低|减少|下降|增长|增加|压[缩减]|上升")
_SOFT = 2  # pairs of characters that a row must share with a clause that only says for whom


def told_otherwise(amount: Amount, clause: str, rows: Sequence[RowView]) -> bool:
    """Return whether the figure stands in rows about other things only: nothing is known of the matter, so nothing is said."""
    printed = re.compile(rf"(?<![0-9.]){re.escape(fold(amount.number))}(?![0-9.])")
    having = [
        row for row in rows if any(printed.search(fold(row.text(cell))) for cell in ("value", "name", "description"))
    ]
    return bool(having) and not any(matter(clause) & matter(row.text("name")) for row in having)


def same_thing(
    clause: str, amount: Amount, rows: Sequence[tuple[int, RowView]], idle: tuple[str, ...], *, exact: bool
) -> tuple[RowView | None, int]:
    """Return the row that counts alike whose name has most in common with the clause of the number; `exact`: in a unit that converts, and plainly."""
    words = content(clause, idle) & matter(clause)
    units = rows[0][1].scope.knowledge.reader.units
    best: tuple[int, RowView | None, int] = (_SOFT - 1 if exact else 0, None, -1)
    for index, row in rows:
        part = joined(row).first
        alike = units.comparable(part.unit, amount.unit) if exact else is_alike(amount, part)
        if amount.dimension == _RATIO and _CHANGE.search(row.text("value")) and not _CHANGE.search(clause):
            continue  # 缩短30% is no level
        if exact and (part.op.direction < 0 or not part.low):
            continue
        if part.unit and row.value.parts and alike:
            common = len(words & content(row.text("name"), idle)) + _SOFT * (
                row.name != "" and clause.startswith(row.name)
            )
            if common > best[0]:
                best = (common, row, index)
    return best[1], best[2]
