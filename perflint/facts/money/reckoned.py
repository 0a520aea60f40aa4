"""What the cost rows of a table come to where some are a price with the quantity in their own name: 饲料库120平米, 490元/平米."""

from collections.abc import Iterator
from decimal import Decimal

from perflint.facts.money.amounts import Amount, table_total
from perflint.facts.money.cost_line import OTHER_COST, cost_lines
from perflint.facts.money.equation import Equation
from perflint.facts.money.factor import is_alike
from perflint.facts.money.price import price_of
from perflint.facts.row import RowView
from perflint.facts.spot import Spot
from perflint.facts.tableview import TableView
from perflint.pattern import pattern

RECKONED = "reckoned"
_QUANTITY = pattern(
    r"(?<![\d.,])(\d{1,8}(?:\.\d{1,4})?)(平方米|平米|㎡|m2|公里|千米|立方米|公顷|[米亩吨方人户个台套辆座处株盏只头块扇次场期册份件])(?![\d/])"
)


def reckoned_views(view: TableView) -> Iterator[Equation]:
    """Yield the cost against the budget where every cost row is an amount, or a price with one quantity in its name."""
    total = table_total(view)
    if total is None or total.yuan <= 0:
        return
    plain = {line.index: line.amount for line in cost_lines(view).counted}
    items: list[tuple[Amount, Spot]] = []
    products = 0
    for index, row in view.filled_rows:
        if row.side != "cost" or row.class_id in OTHER_COST or row.is_part:
            continue
        product = _product(row)
        amount = product or plain.get(index)
        if amount is None:
            return
        products += product is not None
        items.append((amount, Spot("value", records="indicators", index=index)))
    if products and len(items) > 1:
        yield Equation(view.scope, RECKONED, total, tuple(items))


def _product(row: RowView) -> Amount | None:
    """Return price × quantity of a row whose name holds one quantity of what the price is for each of."""
    price = price_of(row)
    if price is None or len(price.bases) != 1 or len(row.value.parts) != 1:
        return None
    found = [hit for hit in _QUANTITY.finditer(row.name) if is_alike(hit[2], price.bases[0])]
    if len(found) != 1:
        return None
    return Amount(price.yuan * Decimal(found[0][1]), Decimal(0), f"{price.printed}×{found[0][0]}", "value")
