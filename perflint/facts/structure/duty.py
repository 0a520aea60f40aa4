"""Duties beside the indicators that break them down: a duty that was copied from the next row (domain: STR030)."""

from collections.abc import Sequence

from perflint.facts.row import RowView
from perflint.pattern import pattern
from perflint.typography import fold

_IDLE = pattern("抽检|检验|任务")
_PARALLEL = 4  # characters of a common ending that make two names parallel


def duty_owner(rows: Sequence[RowView], index: int) -> int | None:
    """Return the neighbour to which a row's duty belongs rather than to the row itself, None if it may be its own.

    Both have one duty and parallel names (…监督抽检任务批次数); what the row names is not in the duty, what the neighbour
    names is.
    """
    row = rows[index]
    text = _duty(row)
    if not row.filled("duty.item") or _pairs(row.name) & _pairs(text):
        return None
    for at in (index + 1, index - 1):
        if 0 <= at < len(rows):
            other = rows[at]
            if _duty(other) == text and _is_parallel(row.name, other.name) and _pairs(other.name) & _pairs(text):
                return at
    return None


def _duty(row: RowView) -> str:
    return fold(row.text("duty.item")) + "/" + fold(row.text("duty.goal"))


def _is_parallel(first: str, second: str) -> bool:
    return first != second and first[-_PARALLEL:] == second[-_PARALLEL:] and len(first) > _PARALLEL < len(second)


def _pairs(text: str) -> set[str]:
    """Return the pairs of neighbouring Chinese characters of a text, without the words that every such duty has."""
    plain = _IDLE.sub(" ", text)
    return {pair for at in range(len(plain) - 1) if (pair := plain[at : at + 2]).isalpha()}
