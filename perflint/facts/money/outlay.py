"""The tasks of a department as amounts of money, each with the name that projects use for it (domain: §3.11, XTB008)."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from perflint.facts.money.amounts import read_amount
from perflint.facts.spot import Spot
from perflint.facts.tableview import TableView


class Outlay(NamedTuple):
    """Money for something by name, in 元, with how far rounding may have moved it, and as typed; None: no amount."""

    name: str
    yuan: Decimal | None
    slack: Decimal
    text: str


def task_outlays(view: TableView) -> Iterator[tuple[Outlay, Spot]]:
    """Yield each named task with its money, and the place of its total, or of its name where it has none."""
    for index, record in enumerate(view.table.records.get("tasks", ())):
        name = record.text("name").strip()
        if name:
            typed = record.text("total").strip()
            amount = read_amount(typed, view.scope.currency)
            spot = Spot("total" if typed else "name", records="tasks", index=index)
            yield Outlay(name, amount.yuan if amount else None, amount.slack if amount else Decimal(0), typed), spot
