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
from perflint.facts.vocabulary import BOOL, STRING, STRINGS, Vocabulary
from perflint.typography import fold

STANDING = Vocabulary(
    "standing", "有历史值、标准值栏的一行", "a row of a table that has columns of history and standards"
)

_DUTIES = "D1"


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
    "kind", STRING, zh="指标值的种类（numeric、qualitative 等）", en="kind of the target value: numeric, qualitative …"
)
def kind(standing: StandingView) -> str:
    return standing.row.value.kind.value


@STANDING.fact(
    "filled",
    STRINGS,
    zh="填了哪些历史值和规划值（history.average_3y、history.last_year、history.year_before_last、standard.planned），填“/”的也算",
    en="which of history.average_3y, history.last_year, history.year_before_last and standard.planned are filled; a / counts",
)
def filled(standing: StandingView) -> tuple[str, ...]:
    return tuple(field for field in (*HISTORIC, PLANNED) if standing.row.filled(field))


@STANDING.fact("continuing", BOOL, zh="是否延续项目", en="whether the project continues")
def continuing(standing: StandingView) -> bool:
    return standing.continuing


SUBJECTS = (SubjectKind(STANDING, in_table=standing_views),)
