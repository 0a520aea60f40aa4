"""The total score of a table and what makes it: the scores of its rows and of spending."""

from collections.abc import Iterator
from decimal import Decimal

from perflint.facts.derived import derived
from perflint.facts.evaluation.executionview import ExecutionView, execution_views
from perflint.facts.evaluation.points import Points, points_of, read_points, total
from perflint.facts.evaluation.resultview import Group, groups
from perflint.facts.row import RowView
from perflint.facts.spot import Spot
from perflint.facts.tableview import TableView

_HUNDRED = Decimal(100)
_SPENDING = "执行率"


class ScoresView:
    """The scores of one table."""

    def __init__(self, view: TableView) -> None:
        self.view = view
        self.scope = view.scope
        self.groups = [Group([row for _, row in found], found[0][0]) for found in groups(view)]
        self.total = read_points(view.text("total_score"))
        self.execution: ExecutionView | None = next((one for one in execution_views(view) if one.index is None), None)

    def spot(self, at: str) -> Spot:
        """Return the place of a cell of the table."""
        return Spot(at)

    def summands(self, at: str) -> tuple[str, ...]:
        """Return the scores of rows and spending, where the total is judged."""
        spent = () if self.execution is None else (self.execution.cells["score"],)
        return (*(str(score.value) for score in self.scored), *spent) if at == "total_score" else ()

    @derived
    def rows(self) -> tuple[RowView, ...]:
        """The annual rows."""
        return tuple(row for group in self.groups for row in group.rows)

    @derived
    def scored(self) -> tuple[Points, ...]:
        """The scores of the rows."""
        return tuple(score for group in self.groups for score in group.scores)

    @derived
    def spent(self) -> tuple[Decimal, ...]:
        """What spending may count: its score as printed and worked out; 0 where a row of its own scores it, or none is printed."""
        own = any(_SPENDING in row.name for row in self.rows)
        if self.execution is None:
            return (Decimal(0),)
        printed = read_points(self.execution.cells["score"])
        due = self.execution.due
        known = ((printed.value,) if printed else ()) + due
        return (*known, Decimal(0)) if own or printed is None else known

    @derived
    def sums(self) -> tuple[Decimal, ...]:
        """The totals that would be right: rows and spending; rows that make a hundred alone; either scaled to a hundred."""
        plain = total(score.value for score in self.scored)
        found = [plain + spent for spent in self.spent]
        if self.points and self.points != _HUNDRED:
            found += [amount * _HUNDRED / self.points for amount in found]
        own = total(group.weight for group in self.groups)
        return (*found, plain) if own == _HUNDRED else tuple(found)

    @derived
    def points(self) -> Decimal:
        """The points of all rows, or of the classes as their labels print them, and of spending; 0 where none are printed."""
        given = points_of(self.rows)
        spending = read_points(self.execution.cells["weight"]) if self.execution else None
        return given + (spending.value if spending else Decimal(0)) if given else Decimal(0)


def scores_views(view: TableView) -> Iterator[ScoresView]:
    """Yield the scores of a table that prints a total or a grade."""
    if view.scope.evaluation and (view.filled("total_score") or view.filled("grade")):
        yield ScoresView(view)
