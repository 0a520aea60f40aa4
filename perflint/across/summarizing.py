"""How a table is put in short for what is judged across tables."""

from decimal import Decimal
from hashlib import blake2b

from perflint.across.cited_numbers import docnums_of
from perflint.across.summarizing_years import in_years, is_reasoned, prior_of
from perflint.across.summary import HEAD, Member, MemberRow, Note, Sheet, encoded, note_cell
from perflint.facts import RowView, Spot, TableView
from perflint.facts.derived import once
from perflint.facts.money.amounts import cell_amount, table_total
from perflint.facts.money.currency import implied_currency
from perflint.facts.money.outlay import Outlay, task_outlays
from perflint.facts.plan.planview import PlanView
from perflint.facts.structure.box import ticked
from perflint.facts.table_name import name_of
from perflint.quantity import Part
from perflint.typography import essence, fold

_FIELDS = (
    "project.code", "project.name", "project.task", "project.purpose", "project.attribute", "year", "goals.annual", "profile",
    "budget.total", "budget.prior", "spending_plan",
)  # fmt: skip
_DESCRIBED = 300
_DIGITS = 30


def member_of(view: TableView, *, past: bool = False) -> Member:
    """Return a table in short; `past`: it is there for others to be compared with."""
    scope = view.scope
    return Member(
        name_of(view), view.table.source.path, scope.profile, scope.form, scope.damaged, scope.stage,
        encoded(sheet_of(view)), scope.evaluation, past,
    )  # fmt: skip


def sheet_of(view: TableView) -> Sheet:
    """Return what a table holds that others are compared with."""
    standing = [(index, row) for index, row in enumerate(view.rows) if _stands(row)]
    declared = view.filled("currency_unit")
    total = table_total(view)
    return Sheet(
        notes={HEAD: note_cell(view, -1, Spot("@head"), ""), **_notes(view)},
        rows=tuple([_row(view, index, row) for index, row in standing]),
        pairs=tuple(sorted({_pair(row) for _, row in standing if row.side != "cost"})),
        plan=_plan(view),
        currency=view.scope.currency if declared else implied_currency(view),
        declared=declared,
        total=None if total is None else Outlay(view.text("project.name").strip(), total.yuan, total.slack, total.text),
        outlays=tuple((outlay, note_cell(view, -1, spot, outlay.text)) for outlay, spot in task_outlays(view)),
        docnums=tuple(docnums_of(view)),
        fiscal=fiscal.yuan if (fiscal := cell_amount(view, "budget.fiscal")) else None,
        prior=prior_of(view),
        attributes=ticked("project.attribute", view.text("project.attribute")),
        reasoned=is_reasoned(view),
    )


def _notes(view: TableView) -> dict[str, Note]:
    filled = (field for field in _FIELDS if view.filled(field) or (field == "spending_plan" and view.table.plan))
    return {field: note_cell(view, -1, Spot(field), view.text(field).strip()) for field in filled}


def _stands(row: RowView) -> bool:
    return row.filled("value") and row.filled("name") and not row.midterm and not row.filled("region")


def _row(view: TableView, index: int, row: RowView) -> MemberRow:
    return MemberRow(
        *_alike(row), note_cell(view, index, Spot("value"), row.text("value").strip()), in_years(view, index, row)
    )


@once
def _alike(row: RowView) -> tuple[str, str, str, str, str, str, bool, bool, str]:
    """Return what rows written alike have in common, in the order of the fields of a row in short."""
    first = row.value.first
    return (
        row.name, row.class_id, first.op.sign, _number(first), "/".join((first.unit, *first.per)),
        row.text("description").strip()[:_DESCRIBED], len(row.value.parts) == 1 and not row.value.residue, row.rate, row.direction,
    )  # fmt: skip


def _number(first: Part) -> str:
    number = first.low if isinstance(first.low, Decimal) else first.high
    return str(number) if isinstance(number, Decimal) and len(str(number)) <= _DIGITS else ""


@once
def _pair(row: RowView) -> int:
    text = f"{essence(row.text('name'))}\x1f{fold(row.text('op'))}\x1f{essence(row.text('value'))}\x1f{fold(row.text('unit'))}"
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=7).digest(), "big")


def _plan(view: TableView) -> str:
    plan = PlanView(view)
    if not plan.complete or any(entry.month is None for entry in plan.entries):
        return ""
    return "/".join(f"{entry.month}:{(entry.number or Decimal(0)).normalize():f}" for entry in plan.entries)
