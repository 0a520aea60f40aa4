"""Facts about amounts of 万元 with more decimals than the form asks for (domain: BUD017)."""

from collections.abc import Iterator

from msgspec import Struct

from perflint.facts.kind import SubjectKind
from perflint.facts.knowledge import Scope
from perflint.facts.spot import Spot
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import INT, STRING, Vocabulary
from perflint.pattern import pattern
from perflint.typography import fold

AMOUNT = Vocabulary("amount", "小数位数多的金额", "an amount of money with many decimals")

_LONG = pattern(r"(?<![\d.])\d{1,12}\.(\d{3,12})(亿元|亿|万元|万|千元|元)?")
_USUAL = 2
_RECORDS = {"tasks": ("total", "fiscal", "other"), "budget.breakdown": ("amount",)}


class AmountView(Struct, frozen=True):
    """One cell with such an amount."""

    scope: Scope
    text: str
    decimals: int
    place: Spot

    def spot(self, at: str) -> Spot:  # noqa: ARG002  # an amount stands in one cell
        """Return the place of the cell."""
        return self.place


def amount_views(view: TableView) -> Iterator[AmountView]:
    """Yield the money cells and cost values of 万元 that have more than two decimals."""
    for field, cell in view.table.cells.items():
        if field.startswith(("budget.", "tasks_total.")):
            yield from _views(view.scope, cell.text, Spot(field), view.scope.currency)
    for records, fields in _RECORDS.items():
        for record in view.table.records.get(records, ()):
            for field in fields:
                place = Spot(field, records=records, index=record[0])
                yield from _views(view.scope, record.text(field), place, view.scope.currency)
    for index, row in view.filled_rows:
        if row.side == "cost":
            yield from _views(view.scope, row.text("value"), Spot("value", records="indicators", index=index), "")


def _views(scope: Scope, text: str, place: Spot, currency: str) -> Iterator[AmountView]:
    found = _LONG.search(fold(text)) if "." in text else None
    if found and len(found[1]) > _USUAL and (found[2] or currency) in {"万元", "万"}:
        yield AmountView(scope, text.strip(), len(found[1]), place)


@AMOUNT.fact("text", STRING, zh="金额，照录", en="the amount as typed")
def amount_text(amount: AmountView) -> str:
    return amount.text


@AMOUNT.fact("decimals", INT, zh="小数位数", en="number of decimals")
def decimals(amount: AmountView) -> int:
    return amount.decimals


SUBJECTS = (SubjectKind(AMOUNT, in_table=amount_views),)
