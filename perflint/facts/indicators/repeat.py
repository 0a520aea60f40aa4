"""Facts about an indicator that stands twice in one table."""

from collections.abc import Iterator

from msgspec import Struct

from perflint.facts.joined import joined
from perflint.facts.kind import SubjectKind
from perflint.facts.knowledge import Scope
from perflint.facts.row import RowView
from perflint.facts.spot import Relation, Spot
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import BOOL, STRING, Vocabulary
from perflint.typography import fold

REPEAT = Vocabulary("repeat", "同一张表里重复出现的指标", "an indicator that stands twice in one table")

_APART = ("description", "remark", "formula", "region", "duty.name", "duty.item", "duty.goal")


class RepeatView(Struct, frozen=True):
    """A row that has the class and the name of an earlier row with a value."""

    scope: Scope
    first: RowView
    first_index: int
    second: RowView
    second_index: int

    def spot(self, at: str) -> Spot:
        """Return the place of the later row's name, or of the cell asked for."""
        field = at.removeprefix("repeat.")
        return Spot(field if field in {"value", "name"} else "name", records="indicators", index=self.second_index)

    def relations(self, at: str) -> tuple[Relation, ...]:  # noqa: ARG002  # one other place
        """Return the earlier row."""
        place = Spot("name", records="indicators", index=self.first_index)
        return (Relation(place, "前一次出现", "its first appearance"),)


def repeat_views(view: TableView) -> Iterator[RepeatView]:
    """Yield each row whose class, name, description and region an earlier row has too, both with a value."""
    seen: dict[tuple[str, ...], tuple[int, RowView]] = {}
    for index, row in enumerate(view.rows):
        if not row.filled("name") or not row.filled("value"):
            continue
        first_index, first = seen.setdefault(_identity(row), (index, row))
        if first_index != index:
            yield RepeatView(view.scope, first, first_index, row, index)


def _identity(row: RowView) -> tuple[str, ...]:
    labels = (fold(row.text("level1")), fold(row.text("level2")))
    return ("midterm" if row.midterm else "", *labels, row.name, *(fold(row.text(field)) for field in _APART))


def _target(row: RowView) -> tuple[str, ...]:
    return tuple(fold(row.text(field)) for field in ("op", "value", "unit"))


@REPEAT.fact("name", STRING, zh="指标名称", en="name of the indicator")
def name(repeat: RepeatView) -> str:
    return repeat.second.text("name").strip()


@REPEAT.fact("value", STRING, zh="后一行的指标值", en="target value of the later row")
def value(repeat: RepeatView) -> str:
    return repeat.second.text("value").strip()


@REPEAT.fact("first_value", STRING, zh="前一行的指标值", en="target value of the earlier row")
def first_value(repeat: RepeatView) -> str:
    return repeat.first.text("value").strip()


@REPEAT.fact("alike", BOOL, zh="两行的指标值是否相同", en="whether both rows have one target value")
def alike(repeat: RepeatView) -> bool:
    return _target(repeat.first) == _target(repeat.second)


@REPEAT.fact(
    "measured_alike",
    BOOL,
    zh="两行的指标值量的是不是同一种东西（300亩与2万株不是）",
    en="whether both values measure one kind of thing (300亩 and 2万株 do not)",
)
def measured_alike(repeat: RepeatView) -> bool:
    one, other = (_measures(row) for row in (repeat.first, repeat.second))
    return not one or not other or bool(one & other)


def _measures(row: RowView) -> set[tuple[str, tuple[str, ...]]]:
    return {(part.unit, part.per) for part in joined(row).parts if part.number and part.unit}


SUBJECTS = (SubjectKind(REPEAT, in_table=repeat_views),)
