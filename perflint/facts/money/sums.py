"""Facts about the sums that running texts state (domain: BUD009)."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from msgspec import Struct

from perflint.facts.kind import SubjectKind
from perflint.facts.knowledge import Scope
from perflint.facts.money.amounts import read_amount, ten_thousands
from perflint.facts.money.chains import wrong_chains
from perflint.facts.money.product import wrong_formula, wrong_products
from perflint.facts.money.shares import wrong_parts
from perflint.facts.money.statement import Statement, wrong_sums
from perflint.facts.prose import Prose
from perflint.facts.row import RowView
from perflint.facts.spot import Spot
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import BOOL, MARKS, STRING, Mark, Vocabulary

SUM = Vocabulary("sum", "一段文字里对不上的合计", "a sum in a text that its amounts do not give")
_MOST_SUMS = 5
_TEN_THOUSAND = Decimal(10_000)


class SumView(Struct, frozen=True):
    """One stated total that does not fit, with its cell."""

    scope: Scope
    prose: Prose
    statement: Statement

    def spot(self, at: str) -> Spot:  # noqa: ARG002  # a text stands in one cell
        """Return the place of the cell."""
        return self.prose.place

    def summands(self, at: str) -> tuple[str, ...]:  # noqa: ARG002  # one statement has one set of parts
        """Return the texts of the parts and of the total, which may stand in another cell than the one marked."""
        return (*self.statement.items, self.statement.said)


def row_sums(row: RowView) -> Iterator[SumView]:
    """Yield the wrong sums in the texts of a row."""
    return _views(row.scope, row.prose)


def table_sums(view: TableView) -> Iterator[SumView]:
    """Yield the wrong sums in the texts of a table outside its rows."""
    yield from _views(view.scope, view.prose_and("remark"))
    for record in view.table.records.get("budget.breakdown", ()):
        basis, amount = record.text("basis"), read_amount(record.text("amount"), view.scope.currency)
        wrong = wrong_formula(basis, amount) if basis and amount else None
        if wrong:
            place = Spot("basis", records="budget.breakdown", index=record[0])
            yield SumView(view.scope, Prose("budget.breakdown.basis", place, basis), wrong)


def _views(scope: Scope, cells: Iterable[Prose]) -> Iterator[SumView]:
    for prose in cells:
        if "共" in prose.text or "计" in prose.text:
            for statement in wrong_sums(prose.text, scope.knowledge.reader)[:_MOST_SUMS]:
                yield SumView(scope, prose, statement)
        for statement in wrong_parts(prose.text, scope.knowledge.reader)[:_MOST_SUMS]:
            yield SumView(scope, prose, statement)
        for statement in (*wrong_products(prose.text), *wrong_chains(prose.text))[:_MOST_SUMS]:
            yield SumView(scope, prose, statement)


@SUM.fact("said", MARKS, zh="文中的合计", en="the total as typed")
def said(view: SumView) -> tuple[Mark, ...]:
    statement = view.statement
    return (Mark(view.prose.text[statement.start : statement.end], statement.start, statement.end),)


@SUM.fact("stated", STRING, zh="写出的合计，照录", en="the total as typed")
def stated(view: SumView) -> str:
    return view.statement.said


@SUM.fact("items", STRING, zh="应当相加的各项，照录", en="the amounts that should add up, as typed")
def items(view: SumView) -> str:
    return " ＋ ".join(view.statement.items)


@SUM.fact(
    "computed",
    STRING,
    zh="各项算出的合计。只在对不上时才有：句中“共、合计”前同单位的各数怎样相加、相乘都得不出写出的数而又相近；“其中”各部分超过总数；算式的结果不对",
    en="what they come to. Only where it does not fit: no way of adding or multiplying the amounts of one unit before 共 or 合计 gives "
    "the figure, though one comes near; the parts after 其中 exceed the whole; a formula has another result",
)
def computed(view: SumView) -> str:
    statement = view.statement
    if statement.unit == "元" and statement.sum >= _TEN_THOUSAND:
        return ten_thousands(statement.sum)
    number = statement.sum.normalize()
    return f"{number:f}{statement.unit}"


@SUM.fact("product", BOOL, zh="是否由“每…”乘数量得出", en="whether it is worked out of amounts for each")
def product(view: SumView) -> bool:
    return view.statement.product


@SUM.fact(
    "parts",
    BOOL,
    zh="是否“其中”各部分超过（或列全了而不到）总数",
    en="whether the parts after 其中 come to more than the whole, or all of them to less",
)
def parts(view: SumView) -> bool:
    return view.statement.parts


@SUM.fact(
    "short", BOOL, zh="是否“其中”列全了各部分却不到总数", en="whether all parts after 其中 come to less than the whole"
)
def short(view: SumView) -> bool:
    return view.statement.short


SUBJECTS = (SubjectKind(SUM, in_cell=row_sums, in_table=table_sums),)
