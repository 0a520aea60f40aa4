"""Facts about what the goal says for each period or each of some, beside the row that has the total (domain: XTB050)."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from perflint.facts.goals.each_one import each_ones
from perflint.facts.goals.each_period import each_periods
from perflint.facts.goals.multiple import LARGEST, Multiple
from perflint.facts.goals.named import number_of
from perflint.facts.goals.phrase import are_one, phrase_of
from perflint.facts.goals.told import GOAL, part_of, told_texts
from perflint.facts.joined import joined
from perflint.facts.kind import SubjectKind
from perflint.facts.knowledge import Scope
from perflint.facts.prose import Prose
from perflint.facts.row import RowView
from perflint.facts.spot import Relation, Spot
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import BOOL, STRING, Vocabulary
from perflint.pattern import pattern
from perflint.quantity import Op, find_amounts

MULTIPLIED = Vocabulary(
    "multiplied",
    "年度目标里按期、按人（户、座等）写的数，对照写总数的指标",
    "a number of the goal for each period or each of some, beside the row with the total",
)
_PART_OF = pattern(r"每|均|频[次率]|[月周日季]度?(?:次数|完成)|其中|比例|率$")
_COUNTED = pattern(r"[总合]?(?:数量|总数|面积|里程|长度|.数|.次|次数|总?量|规模|数)$")
_CONVERTED = frozenset({"mass", "area", "length", "volume", "times", "dose", "person"})
_Rows = Sequence[tuple[int, RowView]]


class MultipliedView(Struct, frozen=True):
    """A product of the goal and the row that has another total for it."""

    view: TableView
    prose: Prose
    multiple: Multiple
    row: RowView
    index: int

    @property
    def scope(self) -> Scope:
        """What the table's cells have in common."""
        return self.view.scope

    def spot(self, at: str) -> Spot:  # noqa: ARG002  # a row has one value
        """Return the place of the row's value."""
        return Spot("value", records="indicators", index=self.index)

    def relations(self, at: str) -> tuple[Relation, ...]:  # noqa: ARG002  # one other place
        """Return the place of the number in the goal."""
        return (
            Relation(part_of(self.prose, self.multiple.start, self.multiple.end), "所写的数", "the number as told"),
        )


def multiplied_views(view: TableView) -> Iterator[MultipliedView]:
    """Yield the products of the goal that the only row for the same thing gives otherwise."""
    judged: set[int] = set()
    for prose in told_texts(view):
        found = tuple(_products_in(view, prose))
        yield from (product for product in found if product.index not in judged)
        judged |= {product.index for product in found}


def _products_in(view: TableView, prose: Prose) -> Iterator[MultipliedView]:
    text, scope = prose.text, view.scope
    actions = tuple(scope.knowledge.lexicon.words("bundle.goal_actions"))
    numbers = {amount.low for amount in find_amounts(text, scope.knowledge.reader)}
    for multiple in (
        *each_periods(text, scope.year, scope.knowledge.reader),
        *each_ones(text, scope.year, scope.knowledge.reader),
    ):
        rows = [(index, row) for index, row in view.filled_rows if _counts(row, multiple)]
        named = [(index, row) for index, row in rows if _is_named(row, multiple, actions)]
        if (multiple.periodic and len(named) == 1) or len(rows) == len(named) == 1:
            index, row = named[0]
            total = number_of(joined(row).first)
            if total is not None and not _agrees(total, joined(row).first.op, multiple, row) and total not in numbers:
                yield MultipliedView(view, prose, multiple, row, index)


def _counts(row: RowView, multiple: Multiple) -> bool:
    """Return whether a row has one plain total in a unit of the product."""
    part = joined(row).first
    if (
        row.midterm
        or len(joined(row).parts) != 1
        or part.per
        or (number_of(part) or LARGEST) >= LARGEST
        or _PART_OF.search(row.name)
    ):
        return False
    return part.unit == multiple.unit or (part.dimension == multiple.dimension and part.dimension in _CONVERTED)


def _is_named(row: RowView, multiple: Multiple, actions: tuple[str, ...]) -> bool:
    if multiple.periodic:
        return are_one(phrase_of(multiple.thing, actions), phrase_of(row.name, actions))
    return set(_COUNTED.sub("", row.name)) <= set(multiple.thing)


def _agrees(total: Decimal, op: Op, multiple: Multiple, row: RowView) -> bool:
    """Return whether a total lies between the least and the most that a product may come to, as its bounds allow."""
    least, most = (_in_unit_of(row, end, multiple.unit) for end in (multiple.least, multiple.most))
    if op.direction < 0 and total >= least:
        return True
    return total >= least if multiple.at_least else least <= total <= most


def _in_unit_of(row: RowView, number: Decimal, unit: str) -> Decimal:
    units, own = row.scope.knowledge.reader.units, joined(row).first.unit
    return units.convert(number, unit, own) if units.comparable(unit, own) else number


@MULTIPLIED.fact(
    "in_goal",
    BOOL,
    zh="是否写在年度目标里（否则在用途、使用范围或任务里）",
    en="whether it stands in the annual goal, else in purpose, scope or a task",
)
def in_goal(multiplied: MultipliedView) -> bool:
    return multiplied.prose.field == GOAL


@MULTIPLIED.fact("text", STRING, zh="目标里的话，照录", en="what the goal says")
def text(multiplied: MultipliedView) -> str:
    return multiplied.prose.text[multiplied.multiple.start : multiplied.multiple.end].strip()


@MULTIPLIED.fact("reckoning", STRING, zh="算式，如 12×2＝24期", en="how it is worked out, as 12×2＝24期")
def reckoning(multiplied: MultipliedView) -> str:
    return multiplied.multiple.reckoning


@MULTIPLIED.fact("name", STRING, zh="写总数的指标名称", en="name of the row with the total")
def name(multiplied: MultipliedView) -> str:
    return multiplied.row.text("name").strip()


@MULTIPLIED.fact("value", STRING, zh="它的指标值，照录，带单位", en="its target value as typed, with its unit")
def value(multiplied: MultipliedView) -> str:
    typed, unit = multiplied.row.text("value").strip(), multiplied.row.text("unit").strip()
    return multiplied.row.text("op").strip() + typed + ("" if typed.endswith(unit) else unit)


@MULTIPLIED.fact(
    "stricter",
    BOOL,
    zh="是否每月、每季几次的事，而指标（≥）要求更多：可能另有安排",
    en="whether it is so many times a month and the like, and the row (≥) asks for more, which may come on top",
)
def stricter(multiplied: MultipliedView) -> bool:
    part = joined(multiplied.row).first
    total = number_of(part)
    plain = multiplied.multiple.periodic and not multiplied.multiple.mean
    return plain and part.op.direction > 0 and total is not None and total > multiplied.multiple.most


SUBJECTS = (SubjectKind(MULTIPLIED, in_table=multiplied_views),)
