"""A part of the cost beside the cost row of the same name (危房鉴定费: 20万元 in the breakdown, ≤25万元 in the row)."""

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from perflint.facts.joined import joined
from perflint.facts.kind import SubjectKind
from perflint.facts.knowledge import Scope
from perflint.facts.money.amounts import Amount, read_amount
from perflint.facts.row import RowView
from perflint.facts.spot import Relation, Spot
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import DOUBLE, STRING, Vocabulary
from perflint.pattern import pattern
from perflint.typography import fold

ITEM_ROW = Vocabulary(
    "item_row", "与成本构成里一项同名的成本指标", "a cost row with the name of a part of the cost (breakdown)"
)
_IDLE = pattern(r"总额|总成本|总费用|支出|成本|控制数?|预算|金额|合计|经费|费用|费|[的()（）]")
_LEAST = 2


class ItemRowView(Struct, frozen=True):
    """The row, the part of the cost of the same name, and both amounts in 元."""

    scope: Scope
    row: RowView
    index: int
    item: str
    item_index: int
    amount: Amount
    asked: Decimal

    def spot(self, at: str) -> Spot:  # noqa: ARG002  # a row has one value
        """Return the place of the row's value."""
        return Spot("value", records="indicators", index=self.index)

    def relations(self, at: str) -> tuple[Relation, ...]:  # noqa: ARG002  # one other place
        """Return the amount of the part."""
        spot = Spot("amount", records="budget.breakdown", index=self.item_index)
        return (Relation(spot, "成本构成", "the part of the cost"),)


def item_row_views(view: TableView) -> Iterator[ItemRowView]:
    """Yield the cost rows with one amount of money and the name of exactly one part of the cost."""
    records = view.table.records.get("budget.breakdown", ())
    named: dict[str, list[tuple[int, str, Amount]]] = {}
    for record in records:
        amount = read_amount(record.text("amount"), view.scope.currency)
        if amount:
            named.setdefault(_core(record.text("item")), []).append((record.index, record.text("item").strip(), amount))
    for index, row in view.filled_rows if named else ():
        found = named.get(_core(row.text("name")), []) if row.side == "cost" else []
        asked = _asked(row)
        if len(found) == 1 and asked is not None:
            yield ItemRowView(view.scope, row, index, found[0][1], found[0][0], found[0][2], asked)


def _core(name: str) -> str:
    plain = _IDLE.sub("", fold(name))
    return plain if len(plain) >= _LEAST else name


def _asked(row: RowView) -> Decimal | None:
    parts = joined(row).parts
    if len(parts) != 1 or parts[0].dimension != "money" or parts[0].per:
        return None
    end = parts[0].high if parts[0].high is not None else parts[0].low
    return end if isinstance(end, Decimal) else None


@ITEM_ROW.fact("name", STRING, zh="指标名称", en="name of the row")
def name(view: ItemRowView) -> str:
    return view.row.text("name").strip()


@ITEM_ROW.fact("text", STRING, zh="它的指标值，照录", en="its value as typed")
def text(view: ItemRowView) -> str:
    return view.row.text("op").strip() + view.row.text("value").strip() + view.row.text("unit").strip()


@ITEM_ROW.fact("item", STRING, zh="成本构成里的同一项", en="the part of the cost of that name")
def item(view: ItemRowView) -> str:
    return view.item


@ITEM_ROW.fact("item_text", STRING, zh="它的金额，照录", en="its amount as typed")
def item_text(view: ItemRowView) -> str:
    return view.amount.text.strip()


@ITEM_ROW.fact("amount", DOUBLE, zh="成本构成的金额，元", en="the amount of the part in 元")
def amount(view: ItemRowView) -> float:
    return float(view.amount.yuan)


@ITEM_ROW.fact("asked", DOUBLE, zh="指标值的金额，元", en="the amount of the row in 元")
def asked(view: ItemRowView) -> float:
    return float(view.asked)


SUBJECTS = (SubjectKind(ITEM_ROW, in_table=item_row_views),)
