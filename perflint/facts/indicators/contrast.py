"""Two rows of one table of which one follows from the other: acceptance after completion, 优良 within 合格, one thing and its price."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from perflint.facts.indicators.contrast_names import ACCEPTED, GOOD, KEYS, PART, PRICE, one_thing
from perflint.facts.joined import joined
from perflint.facts.kind import SubjectKind
from perflint.facts.knowledge import Scope
from perflint.facts.row import RowView
from perflint.facts.spot import Relation, Spot
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import DOUBLE, STRING, Vocabulary
from perflint.quantity import Approx, Day, Kind, Part

CONTRAST = Vocabulary(
    "contrast",
    "一条指标，对照同表里另一条按道理受它约束的指标",
    "a row beside another one of its table that follows from it",
)
_DATED = frozenset({Kind.DEADLINE, Kind.PERIOD})
_MOST_PRICES = 40  # more are a list of prices, each of a thing of its own
_Rows = Sequence[tuple[int, RowView]]


class ContrastView(Struct, frozen=True):
    """A row (`row`) and the row that it is held against (`other`), as two numbers that can be compared."""

    scope: Scope
    kind: str
    row: RowView
    index: int
    other: RowView
    other_index: int
    numbers: tuple[Decimal, Decimal]

    def spot(self, at: str) -> Spot:  # noqa: ARG002  # a row has one value
        """Return the place of the row's value."""
        return Spot("value", records="indicators", index=self.index)

    def relations(self, at: str) -> tuple[Relation, ...]:  # noqa: ARG002  # one other place
        """Return the value of the other row."""
        spot = Spot("value", records="indicators", index=self.other_index)
        return (Relation(spot, "对照的指标", "the row compared"),)


def contrast_views(view: TableView) -> Iterator[ContrastView]:
    """Yield the pairs of rows that belong together: one row on each side, both with one figure of one kind."""
    rows = [(index, row) for index, row in view.filled_rows if not row.is_part]
    dated = [(index, row) for index, row in rows if row.value.kind in _DATED]
    if len(dated) > 1:
        yield from _pairs(view, ACCEPTED, dated, _day)
    rates = [(index, row) for index, row in rows if row.rate_by_name and _number(row) is not None]
    if len(rates) > 1:
        yield from _pairs(view, GOOD, rates, _number)
    counts = [(index, row) for index, row in rows if row.class_id == "output.quantity" and _number(row) is not None]
    if len(counts) > 1:
        yield from _pairs(view, PART, counts, _number)
    prices = [(index, row) for index, row in rows if row.side == "cost" and joined(row).first.per]
    if 1 < len(prices) <= _MOST_PRICES:
        yield from _prices(view, prices)


def _pairs(
    view: TableView, kind: str, rows: _Rows, number: Callable[[RowView], Decimal | None]
) -> Iterator[ContrastView]:
    """Yield each row with the only other one that it belongs to by name, where both have a figure in one unit."""
    looked_for, found_by = KEYS[kind]
    wanted = {key for _, row in rows if (key := looked_for(row.name)) is not None}
    known: dict[str, list[tuple[int, RowView]]] = {}
    for index, row in rows if wanted else ():
        for key in wanted & set(found_by(row.name)):
            known.setdefault(key, []).append((index, row))
    for index, row in rows if known else ():
        key = looked_for(row.name)
        found = known.get(key, ()) if key is not None else ()
        if len(found) == 1 and found[0][0] != index and _alike(row, found[0][1]):
            own, its = number(row), number(found[0][1])
            if own is not None and its is not None:
                yield ContrastView(view.scope, kind, row, index, found[0][1], found[0][0], (own, its))


def _prices(view: TableView, rows: _Rows) -> Iterator[ContrastView]:
    project = view.text("project.name")
    for place, (index, row) in enumerate(rows):
        for at, other in rows[:place]:
            if _alike(row, other) and one_thing(row.name, other.name, project) and _same_kind(row, other):
                own, its = _number(row), _number(other)
                if own is not None and its is not None:
                    yield ContrastView(view.scope, PRICE, row, index, other, at, (own, its))


def _same_kind(row: RowView, other: RowView) -> bool:
    return row.class_id == other.class_id and row.text("region") == other.text("region")


def _alike(row: RowView, other: RowView) -> bool:
    part, its = joined(row).first, joined(other).first
    return (part.unit, part.per) == (its.unit, its.per) and row.text("region") == other.text("region")


def _number(row: RowView) -> Decimal | None:
    """Return the one exact figure of a row, a lower bound or a plain one; of prices an upper bound too."""
    parts = joined(row).parts
    if len(parts) != 1 or row.value.residue or parts[0].approx is not Approx.EXACT:
        return None
    return _end(parts[0], row.side == "cost")


def _end(part: Part, upper: bool) -> Decimal | None:  # noqa: FBT001  # which end counts
    end = part.high if upper and part.low is None else part.low
    return end if isinstance(end, Decimal) else None


def _day(row: RowView) -> Decimal | None:
    """Return the last day of a row's date as a number that grows with time, None where it has no month."""
    if len(row.value.parts) != 1 or row.value.residue:
        return None
    day = next((end for end in (row.value.first.high, row.value.first.low) if isinstance(end, Day)), None)
    year = day.year or row.scope.year if day else 0
    if day is None or not day.valid or not day.month or not year:
        return None
    return Decimal((year * 12 + day.month) * 31 + (day.day or 31))


CONTRAST.attribute(
    "kind",
    STRING,
    zh="accepted（验收对完工）、good（优良率对合格率）、part（合格数对总数）、price（同一事项的两个单价）",
    en="accepted (acceptance beside completion), good (优良 beside 合格), part (what passed beside all), price (two prices of one thing)",
)


@CONTRAST.fact("name", STRING, zh="指标名称", en="name of the row")
def name(view: ContrastView) -> str:
    return view.row.text("name").strip()


@CONTRAST.fact("text", STRING, zh="它的指标值，照录", en="its value as typed")
def text(view: ContrastView) -> str:
    return typed(view.row)


@CONTRAST.fact("other_name", STRING, zh="对照的指标名称", en="name of the other row")
def other_name(view: ContrastView) -> str:
    return view.other.text("name").strip()


@CONTRAST.fact("other_text", STRING, zh="对照的指标值，照录", en="its value as typed")
def other_text(view: ContrastView) -> str:
    return typed(view.other)


@CONTRAST.fact(
    "number", DOUBLE, zh="指标值的数；日期换成随时间增大的数", en="the figure; a date as one that grows with time"
)
def number_of(view: ContrastView) -> float:
    return float(view.numbers[0])


@CONTRAST.fact("other_number", DOUBLE, zh="对照的指标值的数，同上", en="the other figure, likewise")
def other_number(view: ContrastView) -> float:
    return float(view.numbers[1])


def typed(row: RowView) -> str:
    """Return the value of a row as it is printed over its columns."""
    value, unit = row.text("value").strip(), row.text("unit").strip()
    return row.text("op").strip() + value + ("" if value.endswith(unit) else unit)


SUBJECTS = (SubjectKind(CONTRAST, in_table=contrast_views),)
