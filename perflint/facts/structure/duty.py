"""Duties beside the indicators that break them down: a duty that was copied from the next row (domain: STR030)."""

from collections.abc import Sequence

from perflint.facts.row import RowView
from perflint.pattern import pattern
from perflint.typography import fold

_IDLE = pattern("抽检|检验|任务")
_PARALLEL = 4  # characters of a common ending that make two names parallel


def shared_words(row: RowView) -> tuple[str, ...]:
    """Return the pairs of characters that a row's name and its duty share, without those that every such duty has."""
    return tuple(sorted(_pairs(row.name) & _pairs(_duty(row))))


def duty_owner(rows: Sequence[RowView], index: int) -> int | None:
    """Return the neighbour to which a row's duty belongs rather than to the row itself, None if it may be its own.

    Both have one duty and parallel names (…监督抽检任务批次数); what the row names is not in the duty, what the neighbour
    names is.
    """
    row = rows[index]
    return None if not row.filled("duty.item") or shared_words(row) else duty_neighbour(rows, index)


def duty_neighbour(rows: Sequence[RowView], index: int) -> int | None:
    """Return the neighbour that has a row's duty and a parallel name, and of which the duty speaks; None if there is none."""
    row = rows[index]
    for at in (index + 1, index - 1):
        if 0 <= at < len(rows):
            other = rows[at]
            if _duty(other) == _duty(row) and _is_parallel(row.name, other.name) and shared_words(other):
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
