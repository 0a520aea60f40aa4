"""The parts of the cost (`budget.breakdown`) against the year's total (domain: §3.6, BUD040)."""

from collections.abc import Iterator
from decimal import Decimal

from perflint.facts.money.amounts import Amount, cell_amount, read_amount, tolerance, total_of
from perflint.facts.money.equation import Equation
from perflint.facts.spot import Spot
from perflint.facts.tableview import TableView
from perflint.pattern import pattern
from perflint.typography import fold

BREAKDOWN = "breakdown"
_SUM_ROW = pattern(r"^(?:合计|总计|小计|共计|总额|合计数)")
_DETAIL = pattern(r"^(?:其中|[（(]?\d{1,2}[.．-]\d|——?|-)")


def breakdown_views(view: TableView) -> Iterator[Equation]:
    """Yield the parts of the cost against the budget; sum rows and rows that detail another are left out."""
    total = cell_amount(view, "budget.total")
    found: list[tuple[Amount, Spot]] = []
    complete = True
    for record in view.table.records.get("budget.breakdown", ()):
        name, text = fold(record.text("item")), record.text("amount")
        if _SUM_ROW.search(name) or _DETAIL.search(name):
            continue
        amount = read_amount(text, view.scope.currency)
        complete = complete and amount is not None
        if amount:
            found.append((amount, Spot("amount", records="budget.breakdown", index=record.index)))
    if total and total.yuan > 0 and found:
        yield Equation(view.scope, BREAKDOWN, total, tuple(found), below_ok=not complete, alternatives=_nested(found))


def _nested(found: list[tuple[Amount, Spot]]) -> tuple[Decimal, ...]:
    """Return the sums without rows that are the sum of the rows behind or before them (a heading with its items)."""
    amounts = [amount for amount, _ in found]
    whole = total_of(amounts)
    sums = []
    for at, head in enumerate(amounts):
        for rest in (amounts[at + 1 :], amounts[:at]):
            for size in range(2, len(rest) + 1):
                part = rest[:size] if rest is not amounts[:at] else rest[-size:]
                if abs(total_of(part) - head.yuan) <= tolerance((head, *part)):
                    sums.append(whole - head.yuan)
    return tuple(sums)
