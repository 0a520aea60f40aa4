"""What a review shows of a table beside its findings: whose it is, its money, its spending plan, targets and their history."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from perflint.across.years.row_years import RowYears
from perflint.facts import RowView, Setting, TableView
from perflint.facts.history.historyview import REFERENCES, HistoryView
from perflint.facts.money.currency import implied_currency
from perflint.facts.plan.planview import PlanView
from perflint.facts.table_name import TableName, name_of
from perflint.model import Origin, origin_of
from perflint.typography import fold

SENT_BACK, AMENDED = "verdict.return", "verdict.amend"
_MONEY = ("budget.total", "tasks_total.total")
_LONGEST, _NAMED = 400, 80


class Step(Struct, frozen=True):
    """One period of a spending plan: its printed name, its cell, and the number that stands there (None if there is none)."""

    name: str
    text: str
    number: float | None


class Reference(Struct, frozen=True):
    """One figure that a target stands beside: its field, its cell, and how large it is for a target of 1 (None: unknown)."""

    field: str
    text: str
    ratio: float | None


class Measure(Struct, frozen=True):
    """One target with its figures of earlier years and its standards."""

    indicator: str
    value: str
    references: tuple[Reference, ...]


class TableSummary(Struct, frozen=True):
    """One table as a reader recognises it; numbers are for drawing only, texts as typed.

    `indicators` are the names of the rows; `budget` has its unit of money where that is known; `plan_kind` is
    `cumulative`, `shares` or `amounts`; `sent_back` and `amended` are the severities and rules that decide the verdict
    under the settings of the table's profile; `years` are indicators that the project's tables of earlier years have too;
    `origin` is the document that it was imported from.
    """

    table: TableName
    path: str
    pointer: str
    line: int
    title: str
    profile: str
    budget: str
    indicators: tuple[str, ...]
    plan: tuple[Step, ...]
    plan_kind: str
    history: tuple[Measure, ...]
    sent_back: tuple[str, ...]
    amended: tuple[str, ...]
    years: tuple[RowYears, ...] = ()
    origin: Origin | None = None


def table_summary_of(view: TableView) -> TableSummary:
    """Return a judged table as a reader recognises it."""
    table, settings = view.table, view.scope.settings
    return TableSummary(
        name_of(view), table.source.path, table.pointer, table.source.line_column(table.head.node.start)[0],
        view.text("title").strip()[:_LONGEST], view.scope.profile, _budget(view),
        tuple(record.text("name").strip()[:_NAMED] for record in table.rows),
        *_plan(view), tuple(_history(view)),
        words_of(settings, SENT_BACK), words_of(settings, AMENDED), origin=origin_of(table),
    )  # fmt: skip


def words_of(settings: Mapping[str, Setting], name: str) -> tuple[str, ...]:
    """Return a setting that is a list of words."""
    value = settings[name]
    return tuple(str(word) for word in value) if isinstance(value, tuple) else ()


def _budget(view: TableView) -> str:
    """Return the year's money as typed, with the unit that it is in where the cell itself does not say so."""
    typed = next((view.text(field).strip() for field in _MONEY if view.filled(field)), "")
    if not any(char.isdecimal() for char in typed) or "元" in typed:
        return typed[:_LONGEST]
    unit = fold(view.text("currency_unit")) or implied_currency(view)
    return typed[:_LONGEST] + unit.rstrip("?")


def _plan(view: TableView) -> tuple[tuple[Step, ...], str]:
    if not view.table.plan:
        return (), ""
    plan = PlanView(view)
    steps = tuple(Step(entry.name, entry.text.strip(), _drawn(entry.number)) for entry in plan.entries)
    return steps, "amounts" if plan.amounts else "shares" if plan.shares else "cumulative"


def _drawn(number: object) -> float | None:
    return None if number is None else float(str(number))


def _history(view: TableView) -> Iterator[Measure]:
    for row in view.rows:
        if row.filled("value") and any(row.filled(field) for field in REFERENCES):
            yield Measure(row.text("name").strip(), row.text("value").strip(), tuple(_references(row)))


def _references(row: RowView) -> Iterator[Reference]:
    history = HistoryView(row)
    for field in REFERENCES:
        if history.given(field):
            yield Reference(field, row.text(field).strip(), _ratio(history, field))


def _ratio(history: HistoryView, field: str) -> float | None:
    """Return a reference for a target of 1, None where the two cannot be compared as one figure each."""
    pairs, problem = history.alignment(field)
    if problem or len(pairs) != 1 or pairs[0].target <= 0 or pairs[0].reference < 0:
        return None
    return min(float(pairs[0].reference / pairs[0].target), 1e6)
