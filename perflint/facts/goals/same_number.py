"""The numbers of any text beside the rows that have another number for the same thing."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from perflint.facts.goals.clause import DIGIT
from perflint.facts.goals.promised import promised
from perflint.facts.goals.reached import counted_names, leaves_open
from perflint.facts.goals.same_row import same_thing
from perflint.facts.goals.showing import adds_up, shows
from perflint.facts.joined import joined
from perflint.facts.row import RowView
from perflint.facts.tableview import TableView
from perflint.quantity import Amount

_LONGEST = 3000


def same_in(
    view: TableView, text: str, rows: Sequence[tuple[int, RowView]], known: Sequence[RowView]
) -> Iterator[tuple[Amount, int]]:
    """Yield the numbers of a text that none of the known rows shows, each with the index of the row that has another for the same thing."""
    if len(text) > _LONGEST or not DIGIT.search(text):
        return
    scope = view.scope
    actions, states, idle = (
        tuple(scope.knowledge.lexicon.words(f"bundle.{name}")) for name in ("goal_actions", "goal_states", "idle_words")
    )
    reader = scope.knowledge.reader
    named = counted_names([row for _, row in rows])
    for amount, clause, soft in promised(text, scope.year, reader, actions, states, named):
        if not (any(shows(amount, row, reader.units) for row in known) or adds_up(amount, known, reader.units)):
            row, index = same_thing(clause, amount, rows, idle, exact=True)
            if row and not (soft and leaves_open(text, amount)):
                yield amount, index


def number_in(view: TableView, row: RowView, amount: Amount) -> Decimal:
    """Return the number of a row in the unit of an amount that counts the same, as it stands where the units do not convert."""
    part, units = joined(row).first, view.scope.knowledge.reader.units
    low = next((end for end in (part.low, part.high) if isinstance(end, Decimal)), Decimal(0))
    if part.unit == amount.unit or not units.comparable(part.unit, amount.unit):
        return low
    return units.convert(low, part.unit, amount.unit)
