"""Rows of one family, cost or satisfaction, of which some have a comparator and some have none (domain: DIR014)."""

from collections.abc import Iterator

from msgspec import Struct

from perflint.facts.indicators.bounding import fixed_standard
from perflint.facts.indicators.placement import execution_rate
from perflint.facts.kind import SubjectKind
from perflint.facts.knowledge import Scope
from perflint.facts.row import RowView
from perflint.facts.spot import Relation, Spot
from perflint.facts.tableview import TableView
from perflint.facts.values.bounds import is_bare, is_yearly_money
from perflint.facts.values.comparators import shown
from perflint.facts.vocabulary import INT, STRING, Vocabulary
from perflint.quantity import Kind

FAMILY = Vocabulary("family", "同类指标的比较符号", "the comparators of rows of one family")

_COST, _SATISFACTION = "cost", "satisfaction"
_ALL = 100  # percent: nothing can be above, so no comparator is wanted


class FamilyView(Struct, frozen=True):
    """One family of a table: its rows without comparator, and those with one."""

    scope: Scope
    side: str
    bare: tuple[tuple[int, RowView], ...]
    bounded: tuple[tuple[int, RowView], ...]

    def spot(self, at: str) -> Spot:  # noqa: ARG002  # a family is pointed at by its first bare value
        """Return the place of the first value without comparator."""
        return Spot("value", records="indicators", index=self.bare[0][0])

    def relations(self, at: str) -> tuple[Relation, ...]:  # noqa: ARG002  # one other place
        """Return the place of the first value with a comparator."""
        return (
            Relation(Spot("value", records="indicators", index=self.bounded[0][0]), "有比较符号的", "the other way"),
        )


def family_views(view: TableView) -> Iterator[FamilyView]:
    """Yield each family that has such rows."""
    for side, direction in ((_COST, -1), (_SATISFACTION, 1)):
        rows = [(index, row) for index, row in view.filled_rows if row.side == side and _belongs(row, side)]
        bare = tuple(entry for entry in rows if is_bare(entry[1]))
        bounded = tuple(entry for entry in rows if entry[1].value.op.direction == direction)
        if bare or bounded:
            yield FamilyView(view.scope, side, bare, bounded)


def _belongs(row: RowView, side: str) -> bool:
    if side == _COST:
        return is_yearly_money(row) and not fixed_standard(row) and not execution_rate(row)
    low = row.value.first.low
    return row.value.kind is Kind.NUMERIC and row.value.unit == "%" and low != _ALL


@FAMILY.fact("side", STRING, zh="cost 或 satisfaction", en="cost or satisfaction")
def side(family: FamilyView) -> str:
    return family.side


@FAMILY.fact("bare", INT, zh="没有比较符号的行数", en="number of rows without comparator")
def bare(family: FamilyView) -> int:
    return len(family.bare)


@FAMILY.fact("bounded", INT, zh="有比较符号的行数", en="number of rows with a comparator")
def bounded(family: FamilyView) -> int:
    return len(family.bounded)


@FAMILY.fact("first_bare", STRING, zh="第一个没有比较符号的指标值", en="the first value without comparator")
def first_bare(family: FamilyView) -> str:
    return str(shown(family.bare[0][1]))


@FAMILY.fact("first_bounded", STRING, zh="第一个有比较符号的指标值", en="the first value with a comparator")
def first_bounded(family: FamilyView) -> str:
    return str(shown(family.bounded[0][1]))


@FAMILY.fact("name", STRING, zh="没有比较符号的第一个指标", en="the first indicator without comparator")
def name(family: FamilyView) -> str:
    return family.bare[0][1].text("name").strip()


SUBJECTS = (SubjectKind(FAMILY, in_table=family_views),)
