"""The total score of a table beside the scores of its rows, and its grade (domain: self-evaluation)."""

from collections.abc import Iterator
from decimal import Decimal

from perflint.facts.derived import derived
from perflint.facts.evaluation.executionview import ExecutionView, execution_views
from perflint.facts.evaluation.points import Points, label_points, read_points, shown, total
from perflint.facts.evaluation.resultview import Group, groups
from perflint.facts.kind import SubjectKind
from perflint.facts.row import RowView
from perflint.facts.spot import Spot
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import BOOL, DOUBLE, INT, STRING, Vocabulary
from perflint.pattern import pattern
from perflint.typography import fold

SCORES = Vocabulary(
    "scores", "自评表的总分、各行得分与等级", "the total score of a self-evaluation, its rows' scores, its grade"
)

_HUNDRED = Decimal(100)
_HALF = Decimal("0.5")
_SPENDING = "执行率"
_GRADES = pattern(r"优秀|良好|中等|较差|不合格|不及格|合格|及格|一般|优|良|中|差")
_TICKED = pattern(r"[☑√✓✔■☒](?:优秀|良好|中等|较差|优|良|中|差)|(?:优秀|良好|中等|较差|优|良|中|差)[☑√✓✔■☒]")
_RANKS = {"优秀": "优", "优": "优", "良好": "良", "良": "良", "中等": "中", "中": "中", "较差": "差", "差": "差"}
_STEPS = (("优", "evaluation.excellent"), ("良", "evaluation.good"), ("中", "evaluation.fair"))


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
        given = total(group.weight for group in self.groups)
        labels = {row.text("level1").strip() for row in self.rows}
        given = given or total(found for label in labels if (found := label_points(label)))
        spending = read_points(self.execution.cells["weight"]) if self.execution else None
        return given + (spending.value if spending else Decimal(0)) if given else Decimal(0)


def scores_views(view: TableView) -> Iterator[ScoresView]:
    """Yield the scores of a table that prints a total or a grade."""
    if view.filled("total_score") or view.filled("grade"):
        yield ScoresView(view)


@SCORES.fact("total_given", BOOL, zh="总分是否为数字", en="whether the total is a number")
def total_given(view: ScoresView) -> bool:
    return view.total is not None


@SCORES.fact("total", STRING, zh="总分，照录", en="the total as typed")
def total_text(view: ScoresView) -> str:
    return view.view.text("total_score").strip()


@SCORES.fact("total_number", DOUBLE, zh="总分，读不出为0", en="the total, 0 where it is no number")
def total_number(view: ScoresView) -> float:
    return float(view.total.value) if view.total else 0.0


@SCORES.fact("sum", DOUBLE, zh="各行得分与预算执行得分之和", en="the scores of the rows and of spending together")
def sum_number(view: ScoresView) -> float:
    return float(view.sums[0])


@SCORES.fact("sum_text", STRING, zh="同上，供提示用", en="the same for a message")
def sum_text(view: ScoresView) -> str:
    return shown(view.sums[0])


@SCORES.fact("rows_sum", STRING, zh="各行得分之和", en="the scores of the rows together")
def rows_sum(view: ScoresView) -> str:
    return shown(total(score.value for score in view.scored))


@SCORES.fact("execution_score", STRING, zh="预算执行得分，没有为0", en="the score of spending, 0 if none")
def execution_score(view: ScoresView) -> str:
    return shown(view.spent[0])


@SCORES.fact(
    "adds_up", BOOL, zh="总分是否等于各项之和（允许四舍五入）", en="whether the total is the sum, but for rounding"
)
def adds_up(view: ScoresView) -> bool:
    if view.total is None:
        return True
    unit = _HALF.scaleb(-view.total.decimals) if view.total.decimals or any(s.decimals for s in view.scored) else 0
    allowed = unit + total(score.slack for score in view.scored) + Decimal("0.000001")
    return any(abs(found - view.total.value) <= allowed for found in view.sums)


@SCORES.fact("scored_rows", INT, zh="有得分的行数", en="number of rows with a score")
def scored_rows(view: ScoresView) -> int:
    return len(view.scored)


@SCORES.fact(
    "unscored",
    INT,
    zh="应有得分而没有的行数（合并格不算）",
    en="number of rows that lack a score, merged cells not counted",
)
def unscored(view: ScoresView) -> int:
    lacking = [group for group in view.groups if group.score != group.weight and len(group.scores) < len(group.weights)]
    blank = [group for group in view.groups if not group.scores]
    return sum(len(group.rows) for group in {id(one): one for one in (*lacking, *blank)}.values())


@SCORES.fact(
    "points",
    DOUBLE,
    zh="全表分值合计（含预算执行），没有印分值为0",
    en="the points of the whole table with spending, 0 where none are printed",
)
def points(view: ScoresView) -> float:
    return float(view.points)


@SCORES.fact("grade", STRING, zh="等级：优、良、中、差，读不出为空", en="the grade: 优, 良, 中 or 差, empty if unclear")
def grade(view: ScoresView) -> str:
    text = fold(view.view.text("grade"))
    ticked = _TICKED.findall(text)
    found = _GRADES.findall(ticked[0] if len(ticked) == 1 else text)
    return _RANKS.get(found[0], "") if len(found) == 1 else ""


@SCORES.fact("grade_due", STRING, zh="按总分应评的等级", en="the grade that the total gives")
def grade_due(view: ScoresView) -> str:
    if view.total is None:
        return ""
    reached = (name for name, key in _STEPS if view.total.value >= Decimal(str(view.scope.settings[key])))
    return next(reached, "差")


SUBJECTS = (SubjectKind(SCORES, in_table=scores_views),)
