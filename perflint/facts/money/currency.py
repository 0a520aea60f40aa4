"""The unit in which a table without `currency_unit` gives its money, as its own figures show (domain: §3.11, XTB015)."""

from decimal import Decimal

from perflint.facts.money.amounts import purpose_amounts
from perflint.facts.tableview import TableView
from perflint.pattern import pattern
from perflint.typography import fold

_BARE = pattern(r"-?\d{1,30}(?:\.\d{1,30})?")
_MARKED = pattern(r"-?\d{1,30}(?:\.\d{1,30})?(元|万元|千元|亿元)")
_WAN = Decimal(10**4)
_LARGE, _SMALL, _ROUND = Decimal(10**5), Decimal(1000), Decimal(100)


def implied_currency(view: TableView) -> str:
    """Return 元 or 万元 where the budget's own unit, the cost rows or the purpose text show which; "" where nothing does.

    `元?` and `万元?` where only the size of the bare number speaks: a round 100000 or more, or less than 1000.
    """
    text = fold(view.text("budget.total")).replace(",", "")
    if marked := _MARKED.fullmatch(text):
        return marked[1]
    if not _BARE.fullmatch(text):
        return ""
    number = Decimal(text)
    if number <= 0:
        return ""
    told = {amount for amount in (_cost(view), _purpose(view)) if amount is not None}
    units = [unit for unit, factor in (("元", Decimal(1)), ("万元", _WAN)) if number * factor in told]
    if len(units) == 1:
        return units[0]
    return "" if units else _by_size(text, number)


def _by_size(text: str, number: Decimal) -> str:
    if number >= _LARGE and "." not in text and number % _ROUND == 0:
        return "元?"
    return "万元?" if number < _SMALL else ""


def _purpose(view: TableView) -> Decimal | None:
    amount = purpose_amounts(view)[0]
    return amount.yuan if amount else None


def _cost(view: TableView) -> Decimal | None:
    """Return the sum of the cost rows with a unit of money, None where there are none or one is a unit cost."""
    amounts = []
    for _, row in view.filled_rows:
        if row.side == "cost" or row.class_id == "output.cost":
            first = row.value.first
            number = first.low if first.low is not None else first.high
            if first.dimension != "money" or first.per or not isinstance(number, Decimal) or "元" not in row.value.text:
                return None
            amounts.append(number)
    return sum(amounts, Decimal(0)) if amounts else None
