"""Facts about a row beside the others of its table: blank lines of the template, missing descriptions, odd weights, duties."""

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from perflint.facts.kind import SubjectKind
from perflint.facts.knowledge import Scope
from perflint.facts.row import RowView
from perflint.facts.spot import Relation, Spot
from perflint.facts.structure.box import prints_own_form
from perflint.facts.structure.duty import duty_owner
from perflint.facts.tableview import TableView
from perflint.facts.taxonomy import FRAME_2021
from perflint.facts.vocabulary import BOOL, STRING, Vocabulary
from perflint.pattern import pattern
from perflint.typography import fold

LINE = Vocabulary(
    "line",
    "同全表对照才看得出问题的一行（只在可能有问题时出现）",
    "a row that shows something only beside the others of its table (only where something may be wrong)",
)

_LABELS = frozenset({"level1", "level2", "horizon"})
_MANDATORY = frozenset({"output.quantity", "output.quality", "output.time", "cost"})
_WEIGHT = pattern(r"(-?\d{1,10}(?:\.\d{1,10})?)(?:%|分)?")
_DESCRIBED = {"H": True, "D1": True, "D3": False}  # whether the form of a jurisdiction asks for a description


class LineView(Struct, frozen=True):
    """One row of a table, by its index; `asked` where rows need a description, `sides` the first levels with a value."""

    view: TableView
    index: int
    asked: bool
    sides: frozenset[str]

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
    asked = _asks_description(view)
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
            yield LineView(view, index, asked, sides)


def _asks_description(view: TableView) -> bool:
    """Return whether the form asks for a description of each row: as its jurisdiction prints it, or because one row has it."""
    wanted = _DESCRIBED.get(view.scope.form)
    if wanted is None:
        return False
    return (wanted and prints_own_form(view.scope)) or any(row.filled("description") for row in view.rows)


def _is_template(row: RowView) -> bool:
    return row.filled("level2") and not any(row.filled(field) for field in row.texts if field not in _LABELS)


@LINE.fact(
    "name", STRING, zh="指标名称，没有时为二级指标", en="name of the indicator, its second-level label if it has none"
)
def name(line: LineView) -> str:
    return line.row.text("name").strip() or line.row.text("level2").strip()


@LINE.fact("label", STRING, zh="二级指标，照录", en="second-level label as printed")
def label(line: LineView) -> str:
    return line.row.text("level2").strip()


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


@LINE.fact(
    "undescribed",
    BOOL,
    zh="表式要求写指标描述，这一行有名称却没有描述",
    en="the form asks for a description, and this named row has none",
)
def undescribed(line: LineView) -> bool:
    return line.row.filled("name") and not line.row.filled("description") and line.asked


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


@LINE.fact("weight", STRING, zh="权重，照录", en="the weight as typed")
def weight(line: LineView) -> str:
    return line.row.text("weight").strip()


@LINE.fact(
    "weight_problem",
    STRING,
    zh="权重不是数字为 text，不大于0为 low，超过总分为 high，没有问题为空",
    en="text where the weight is no number, low where it is not above 0, high where it is above the total, else empty",
)
def weight_problem(line: LineView) -> str:
    if not line.row.filled("weight"):
        return ""
    found = _WEIGHT.fullmatch(fold(line.row.text("weight")))
    if not found:
        return "text"
    number = Decimal(found[1])
    return "low" if number <= 0 else "high" if number > _total(line.scope) else ""


@LINE.fact("weight_total", STRING, zh="总分", en="the total of the weights")
def weight_total(line: LineView) -> str:
    return f"{_total(line.scope).normalize():f}"


def _total(scope: Scope) -> Decimal:
    totals = scope.settings["weights.totals"]
    numbers = [total for total in totals if isinstance(total, float)] if isinstance(totals, tuple) else []
    return Decimal(str(max(numbers, default=100.0)))


def _owner(line: LineView) -> int | None:
    return duty_owner(line.view.rows, line.index) if line.scope.form == "D1" else None


@LINE.fact(
    "duty_apart",
    BOOL,
    zh="与相邻一行职责相同、名称句式相同，但名称里的事物不在职责中，相邻一行的在",
    en="has the duty of a neighbour with a parallel name, but what it names is not in the duty while the neighbour's is",
)
def duty_apart(line: LineView) -> bool:
    return _owner(line) is not None


@LINE.fact("duty", STRING, zh="职责内容，照录", en="part of the duty as typed")
def duty(line: LineView) -> str:
    return line.row.text("duty.item").strip()


SUBJECTS = (SubjectKind(LINE, in_table=line_views),)
