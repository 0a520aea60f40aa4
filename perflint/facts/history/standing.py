"""Rows of a table whose form gives history and standards, and facts about what is blank there (domain: HIS004, HIS005)."""

from collections.abc import Iterator

from msgspec import Struct

from perflint.facts.history.historyview import HISTORIC, PLANNED
from perflint.facts.kind import SubjectKind
from perflint.facts.knowledge import Scope
from perflint.facts.row import RowView
from perflint.facts.spot import Spot
from perflint.facts.structure.box import prints_own_form
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import BOOL, STRING, Vocabulary
from perflint.quantity import Kind
from perflint.typography import fold

STANDING = Vocabulary(
    "standing", "有历史值、标准值栏的一行", "a row of a table that has columns of history and standards"
)

_DUTIES = "D1"
_QUANTITIES = frozenset({Kind.NUMERIC, Kind.RANGE, Kind.COMPOUND, Kind.FREQUENCY})


class StandingView(Struct, frozen=True):
    """One annual row with a value, in a table that gives history or standards."""

    scope: Scope
    row: RowView
    index: int
    continuing: bool

    def spot(self, at: str) -> Spot:
        """Return the place of a cell of the row."""
        return Spot(at, records="indicators", index=self.index)


def standing_views(view: TableView) -> Iterator[StandingView]:
    """Yield the annual rows with a value where the form prints these columns, or a row of the table uses them."""
    fields = (*HISTORIC, PLANNED)
    printed = view.scope.form == _DUTIES and prints_own_form(view.scope)
    if not printed and not any(row.filled(field) for row in view.rows for field in fields):
        return
    continuing = fold(view.text("project.attribute")).startswith("延续")
    for index, row in view.filled_rows:
        if not all(row.filled(field) for field in fields):
            yield StandingView(view.scope, row, index, continuing)


@STANDING.fact("name", STRING, zh="指标名称", en="name of the indicator")
def name(standing: StandingView) -> str:
    return standing.row.text("name").strip()


@STANDING.fact(
    "history_missing",
    BOOL,
    zh="定量指标的历史值是否全部空白",
    en="whether a quantitative row has no figure of former years at all",
)
def history_missing(standing: StandingView) -> bool:
    row = standing.row
    return row.value.kind in _QUANTITIES and not any(row.filled(field) for field in HISTORIC)


@STANDING.fact(
    "planned_missing", BOOL, zh="规划值是否空白（“/”不算）", en="whether the planned value is blank (a / is not)"
)
def planned_missing(standing: StandingView) -> bool:
    return not standing.row.filled(PLANNED)


@STANDING.fact("continuing", BOOL, zh="是否延续项目", en="whether the project continues")
def continuing(standing: StandingView) -> bool:
    return standing.continuing


SUBJECTS = (SubjectKind(STANDING, in_table=standing_views),)
