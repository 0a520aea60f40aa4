"""Rows that count people who are helped beside the row that counts all who benefit (domain: plain logic, XTB040)."""

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from perflint.facts.kind import SubjectKind
from perflint.facts.knowledge import Scope
from perflint.facts.row import RowView
from perflint.facts.spot import Relation, Spot
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import DOUBLE, STRING, Vocabulary
from perflint.pattern import pattern

BENEFICIARY = Vocabulary(
    "beneficiary",
    "一条受助人数（户数），对照同一人群的受益总人数",
    "a row of people helped beside the row of all of the same group who benefit",
)

_ALL = pattern(r"^(?:项目|工程|直接|带动)?受益([^、，,及和与]{0,12}?)(?:总)?(人口|人员|群众|人数|户)?数?量?$")
_HELPED = pattern(r"^(?:解决|改善|保障|帮扶|帮助|救助|资助|安置|搬迁|惠及)[^、，,及和与]{2,30}(?:人口|人|户)数?$")
_PEOPLE, _HOUSEHOLDS = frozenset({"人", "名", "人口", "位"}), frozenset({"户"})


class BeneficiaryView(Struct, frozen=True):
    """A row of people helped, and the row of all who benefit."""

    scope: Scope
    row: RowView
    index: int
    whole: RowView
    whole_index: int
    number: float
    whole_number: float

    def spot(self, at: str) -> Spot:  # noqa: ARG002  # a row has one value
        """Return the place of the number helped."""
        return Spot("value", records="indicators", index=self.index)

    def relations(self, at: str) -> tuple[Relation, ...]:  # noqa: ARG002  # one whole
        """Return the place of the number of all who benefit."""
        return (Relation(Spot("value", records="indicators", index=self.whole_index), "受益总数", "all who benefit"),)


def beneficiary_views(view: TableView) -> Iterator[BeneficiaryView]:
    """Yield each row of people helped where just one row counts all of that group who benefit, in the same unit."""
    wholes = [(index, row, found[1]) for index, row in view.filled_rows if (found := _ALL.search(row.name))]
    for index, row in view.filled_rows:
        if not _HELPED.search(row.name):
            continue
        fitting = [(at, whole) for at, whole, group in wholes if group in row.name and _family(whole) is _family(row)]
        part = _number(row)
        if len(fitting) == 1 and part is not None and (total := _number(fitting[0][1])) is not None:
            yield BeneficiaryView(view.scope, row, index, fitting[0][1], fitting[0][0], float(part), float(total))


def _family(row: RowView) -> frozenset[str] | None:
    unit = row.value.first.unit if row.value.parts else ""
    return next((family for family in (_PEOPLE, _HOUSEHOLDS) if unit in family), None)


def _number(row: RowView) -> Decimal | None:
    """Return the one plain number of people or households, None for rates and several."""
    if len(row.value.parts) != 1 or _family(row) is None or row.value.first.per:
        return None
    part = row.value.first
    number = part.low if isinstance(part.low, Decimal) else part.high
    return number * part.scale if isinstance(number, Decimal) else None


@BENEFICIARY.fact("name", STRING, zh="受助的指标名称", en="name of the row of people helped")
def name(view: BeneficiaryView) -> str:
    return view.row.text("name").strip()


@BENEFICIARY.fact("text", STRING, zh="受助人数，照录", en="the number helped, as typed")
def text(view: BeneficiaryView) -> str:
    return _typed(view.row)


@BENEFICIARY.fact("whole_name", STRING, zh="受益总数的指标名称", en="name of the row of all who benefit")
def whole_name(view: BeneficiaryView) -> str:
    return view.whole.text("name").strip()


@BENEFICIARY.fact("whole_text", STRING, zh="受益总数，照录", en="the number of all who benefit, as typed")
def whole_text(view: BeneficiaryView) -> str:
    return _typed(view.whole)


def _typed(row: RowView) -> str:
    value, unit = row.text("value").strip(), row.text("unit").strip()
    return row.text("op").strip() + value + ("" if value.endswith(unit) else unit)


BENEFICIARY.attribute("number", DOUBLE, zh="受助人数", en="the number helped")
BENEFICIARY.attribute("whole_number", DOUBLE, zh="受益总数", en="the number of all who benefit")


SUBJECTS = (SubjectKind(BENEFICIARY, in_table=beneficiary_views),)
