"""Facts about a row beside the others of its table: blank lines of the template, missing descriptions, odd weights, duties."""

from collections.abc import Iterator
from operator import attrgetter

from msgspec import Struct

from perflint.facts.kind import SubjectKind
from perflint.facts.knowledge import Scope
from perflint.facts.row import RowView
from perflint.facts.spot import Relation, Spot
from perflint.facts.structure.box import prints_own_form
from perflint.facts.structure.duty import duty_neighbour, duty_owner, shared_words
from perflint.facts.tableview import TableView
from perflint.facts.taxonomy import FRAME_2021
from perflint.facts.vocabulary import BOOL, INT, STRING, STRINGS, Vocabulary

LINE = Vocabulary(
    "line",
    "同全表对照才看得出问题的一行（只在可能有问题时出现）",
    "a row that shows something only beside the others of its table (only where something may be wrong)",
)

_LABELS = frozenset({"level1", "level2", "horizon"})
_MANDATORY = frozenset({"output.quantity", "output.quality", "output.time", "cost"})
_DESCRIBED = frozenset({"H", "D1", "D3"})  # forms that know a description
_PRINTED = frozenset({"H", "D1"})  # those that print its column


class LineView(Struct, frozen=True):
    """One row of a table, by its index; `sides` the first levels with a value, `described` how many rows are described."""

    view: TableView
    index: int
    sides: frozenset[str]
    described: int

    @property
    def scope(self) -> Scope:
        """The scope of the table."""
        return self.view.scope

    @property
    def row(self) -> RowView:
        """The row itself."""
        return self.view.rows[self.index]

    def spot(self, at: str) -> Spot:
        """Return the place of a cell of the row."""
        return Spot(at.removeprefix("line."), records="indicators", index=self.index)

    def relations(self, at: str) -> tuple[Relation, ...]:
        """Return the neighbour with the same duty, for a finding on the duty."""
        other = _owner(self) if at.startswith("duty") else None
        if other is None:
            return ()
        return (
            Relation(Spot("name", records="indicators", index=other), "职责相同的一行", "the row with the same duty"),
        )


def line_views(view: TableView) -> Iterator[LineView]:
    """Yield the rows that are blank, lack a description that is asked for, have a weight, or share a duty."""
    described = _described(view)
    asked = bool(described) or (view.scope.form in _PRINTED and prints_own_form(view.scope))
    duties = view.scope.form == "D1"
    sides: frozenset[str] | None = None
    for index, row in enumerate(view.rows):
        named = row.filled("name")
        if (
            (duties and named)
            or (asked and named and not row.filled("description"))
            or row.filled("weight")
            or (not named and _is_template(row))
            or row.declined
        ):
            sides = frozenset(other.side for _, other in view.filled_rows) if sides is None else sides
            yield LineView(view, index, sides, described)


def _described(view: TableView) -> int:
    """Return how many rows have a description, on forms that know one: where one row has it, the others lack it."""
    if view.scope.form not in _DESCRIBED:
        return 0
    return sum(1 for row in view.rows if row.filled("description"))


def _is_template(row: RowView) -> bool:
    return row.filled("level2") and not any(row.filled(field) for field in row.texts if field not in _LABELS)


@LINE.fact(
    "name", STRING, zh="指标名称，没有时为二级指标", en="name of the indicator, its second-level label if it has none"
)
def name(line: LineView) -> str:
    return line.row.text("name").strip() or line.row.text("level2").strip()


@LINE.fact(
    "blank",
    BOOL,
    zh="除指标分类外全空，而且该类并非必填、同一级指标另有内容",
    en="blank but for its labels, in a class that may be left out and whose first level is filled elsewhere",
)
def blank(line: LineView) -> bool:
    row = line.row
    if row.filled("name") or not _is_template(row):
        return False
    mandatory = row.class_id in _MANDATORY and not (row.class_id == "cost" and row.scope.frame == FRAME_2021)
    return bool(row.side) and not mandatory and row.side in line.sides


LINE.attribute(
    "described_rows",
    INT,
    zh="全表写了指标描述的行数（表式不写描述时为 0）",
    en="number of rows of the table with a description, 0 on forms without descriptions",
    of="described",
)


@LINE.fact(
    "idle",
    BOOL,
    zh="是否写明不适用（无、/），或只是表里的说明、省略号",
    en="whether the row says that it does not apply (无, /), or is a note or dots of the form",
)
def idle(line: LineView) -> bool:
    return line.row.declined


@LINE.fact("printed", STRING, zh="名称一格，照录；没有时为指标值", en="the name as printed, the value if there is none")
def printed(line: LineView) -> str:
    return line.row.printed.get("name", "").strip() or line.row.text("value").strip()


def _owner(line: LineView) -> int | None:
    return duty_owner(line.view.rows, line.index) if line.scope.form == "D1" else None


@LINE.fact(
    "duty_neighbour",
    STRING,
    zh="职责相同、名称句式相同（末四字相同）、名称里的事物在职责中的相邻一行的名称，没有为空",
    en="name of a neighbour with the same duty and a parallel name (the same last four characters), of which the duty speaks; else empty",
)
def neighbour(line: LineView) -> str:
    at = duty_neighbour(line.view.rows, line.index)
    return line.view.rows[at].name if at is not None else ""


@LINE.fact(
    "in_duty",
    STRINGS,
    zh="名称与职责都有的两字（抽检、检验、任务不计）",
    en="pairs of characters that name and duty share (抽检, 检验, 任务 apart)",
)
def in_duty(line: LineView) -> tuple[str, ...]:
    return shared_words(line.row)


@LINE.fact("duty", STRING, zh="职责内容，照录", en="part of the duty as typed")
def duty(line: LineView) -> str:
    return line.row.text("duty.item").strip()


SUBJECTS = (SubjectKind(LINE, in_table=line_views, also=(("indicator", attrgetter("row")),)),)
