"""Numbers of a text whose thing and work a row names too, whatever the verb: 保障路灯3200盏, 稳定在98%, 突破120万人次 (domain: XTB010)."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from perflint.facts.goals.clause import around, number_start, of_other_years
from perflint.facts.goals.phrase import Phrase, are_one, level_name, phrase_of
from perflint.facts.goals.reached import is_told, leaves_open
from perflint.facts.goals.showing import EXTENT, PEOPLE, RATE, class_of, shows
from perflint.facts.joined import joined
from perflint.facts.row import RowView
from perflint.pattern import pattern
from perflint.quantity import Amount, Approx, Part, find_amounts
from perflint.typography import fold

_EACH = pattern(r"每|第\d|各[个乡镇村县区]|均[不为达]|[人户亩]均|日均|月均")
_NOT_COUNTED = frozenset(
    {"money", "duration", "working_day", "school_term", "percentage_point", "multiple", "score", ""}
)
_FEWEST = 4  # characters of the name of a rate
_PREVIOUS = pattern(r"[^，,。；;：:\n]*(?=[，,：:][^，,。；;：:\n]*$)")
_Rows = Sequence[tuple[int, RowView]]


def named_otherwise(
    text: str, year: int, rows: _Rows, actions: tuple[str, ...], states: tuple[str, ...]
) -> Iterator[tuple[Amount, RowView, int]]:
    """Yield the numbers of a text with the only row that names the same thing and work, where that row has another number."""
    if not rows:
        return
    reader = rows[0][1].scope.knowledge.reader
    amounts = find_amounts(text, reader)
    for amount in amounts:
        if amount.dimension in _NOT_COUNTED or amount.approx is not Approx.EXACT or of_other_years(text, amount, year):
            continue
        alike = [(index, row) for index, row in rows if _counts_alike(amount, row)]
        named = _named_in(text, amount, alike, actions) if alike else []
        if len(named) != 1 or _is_state(text, amount, states) or shows(amount, named[0][1], reader.units):
            continue
        if class_of(amount.unit, amount.dimension) == RATE or not (
            (amount.op.direction >= 0 and leaves_open(text, amount)) or is_told(named[0][1], amounts)
        ):
            yield amount, named[0][1], named[0][0]


def number_of(part: Part) -> Decimal | None:
    """Return the one number of a part, None for ranges, dates and words."""
    found = [end for end in (part.low, part.high) if isinstance(end, Decimal)]
    return found[0] if found and len(set(found)) == 1 else None


def _counts_alike(amount: Amount, row: RowView) -> bool:
    part = joined(row).first
    if row.midterm or len(joined(row).parts) != 1 or not part.unit or part.per or number_of(part) is None:
        return False
    if amount.unit == part.unit:
        return True
    kind = class_of(amount.unit, amount.dimension)
    return (
        kind in {EXTENT, RATE, PEOPLE}
        and kind == class_of(part.unit, part.dimension)
        and (amount.dimension == part.dimension)
    )


def _named_in(text: str, amount: Amount, rows: _Rows, actions: tuple[str, ...]) -> list[tuple[int, RowView]]:
    """Return those of the rows that name the same thing and work as the clause of a number."""
    before, clause = around(text, amount)
    if _EACH.search(clause):
        return []
    level = level_name(before)
    exactly = [(index, row) for index, row in rows if level in {row.name, level_name(row.name)}]
    if class_of(amount.unit, amount.dimension) == RATE:
        plain = fold(text)
        return [each for each in exactly if len(each[1].name) >= _FEWEST and plain.count(each[1].name) == 1]
    said = _said(text, amount, before, clause, actions)
    return [each for each in rows if each in exactly or are_one(said, phrase_of(each[1].name, actions))]


def _said(text: str, amount: Amount, before: str, clause: str, actions: tuple[str, ...]) -> Phrase:
    """Return the thing and the work of a clause; behind 其中 the work is that of the clause before."""
    start = number_start(text, amount)
    said = phrase_of(before, actions, clause[len(before) + len(fold(text[start : amount.end])) :])
    led = _PREVIOUS.search(text[:start]) if before.startswith("其中") else None
    return Phrase(said.things, said.works | phrase_of(led[0], actions).works) if led else said


def _is_state(text: str, amount: Amount, states: tuple[str, ...]) -> bool:
    """Return whether the clause of a number tells what is there already, or compares."""
    clause = around(text, amount)[1]
    return any(word in clause for word in states if len(word) > 1 and word != "其中")
