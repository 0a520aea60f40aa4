"""Tables in which the planned value, the standard and the target are one figure in nearly every row (domain: HIS013)."""

from collections.abc import Iterator

from msgspec import Struct

from perflint.facts.derived import derived
from perflint.facts.history.historyview import CURRENT, PLANNED
from perflint.facts.kind import SubjectKind
from perflint.facts.knowledge import Scope
from perflint.facts.row import RowView
from perflint.facts.spot import Spot
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import DOUBLE, INT, Vocabulary
from perflint.typography import fold

COPYING = Vocabulary("copying", "规划值、标准值与指标值的雷同", "planned values and standards that repeat the target")

_DUTIES = "D1"


class CopyingView(Struct, frozen=True, dict=True):
    """The annual rows with a value of a table that gives planned values."""

    scope: Scope
    rows: tuple[tuple[int, RowView], ...]

    def spot(self, at: str) -> Spot:  # noqa: ARG002  # the table is pointed at by its first copy
        """Return the place of the first planned value that repeats the target."""
        index = self.copies[0] if self.copies else self.rows[0][0]
        return Spot(PLANNED, records="indicators", index=index)

    @derived
    def copies(self) -> tuple[int, ...]:
        """The rows whose planned value and standard are the target, by index."""
        return tuple(index for index, row in self.rows if _is_copy(row))


def _is_copy(row: RowView) -> bool:
    value = fold(row.text("value"))
    return value == fold(row.text(PLANNED)) == fold(row.text(CURRENT))


def copying_views(view: TableView) -> Iterator[CopyingView]:
    """Yield the table by duties in which a row has a planned value; no other form prints the column."""
    if view.scope.form != _DUTIES:
        return
    rows = tuple((index, row) for index, row in view.filled_rows if row.filled("value"))
    if any(row.filled(PLANNED) for _, row in rows):
        yield CopyingView(view.scope, rows)


@COPYING.fact("rows", INT, zh="有指标值的行数", en="number of rows with a value")
def rows(copying: CopyingView) -> int:
    return len(copying.rows)


@COPYING.fact("copies", INT, zh="规划值、标准值、指标值相同的行数", en="number of rows in which the three are one")
def copies(copying: CopyingView) -> int:
    return len(copying.copies)


@COPYING.fact("share", DOUBLE, zh="相同的行占百分之几", en="their share in percent")
def share(copying: CopyingView) -> float:
    return 100.0 * len(copying.copies) / len(copying.rows)


SUBJECTS = (SubjectKind(COPYING, in_table=copying_views),)
