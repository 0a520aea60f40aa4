"""A row with a result or a score, and the rows that share its points or its score."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from perflint.facts.derived import derived
from perflint.facts.evaluation.comparing import Outcome, compare
from perflint.facts.evaluation.points import Points, read_points, total
from perflint.facts.evaluation.reason import gives_reason
from perflint.facts.row import RowView
from perflint.facts.spot import Spot
from perflint.facts.tableview import TableView

_SUMS = frozenset({"合计", "总计", "小计", "总分", "得分合计", "自评得分", "自评总分"})
_RESULTS = ("actual", "completion")
ANSWERS = (*_RESULTS, "score")  # the cells that answer a target
_FRACTION = Decimal("1.5")  # weights that add up to less are parts of one, not points
_HUNDRED = Decimal(100)
_MANY = Decimal(120)  # scores beside weights in percent that add up to more are on a scale of their own


class Scale:
    """What the points of a table's rows are counted in, and which cells its form prints."""

    def __init__(self, view: TableView) -> None:
        rows = [row for row in view.rows if not row.midterm and not row.declined]
        weights = [found for row in rows if (found := read_points(row.text("weight")))]
        scores = [found for row in rows if (found := read_points(row.text("score")))]
        self.alike = _alike(weights, scores) and not _is_weighted(rows)
        self.partial = {class_of(row) for row in rows if not row.filled("score") and _has_result(row)}
        self.has_results = any(row.filled(field) for row in rows for field in _RESULTS)
        self.has_reasons = view.filled("deviation") or any("deviation" in row.texts for row in rows)
        self.reasoned = gives_reason(view.text("deviation"))


def _alike(weights: list[Points], scores: list[Points]) -> bool:
    """Return whether scores are counted like weights: in points out of the weight, not on a scale of their own."""
    if not weights or not scores:
        return False
    given, scored = total(one.value for one in weights), total(one.value for one in scores)
    if any(one.percent for one in scores) and not all(one.percent for one in weights):
        return False
    if given <= _FRACTION:
        return scored <= _FRACTION
    return not any(one.percent for one in weights) or scored <= _MANY


def _is_weighted(rows: list[RowView]) -> bool:
    """Return whether most scores are one small share of their points (20 %), or their points' share of them: 25 of 25 %, 6.25."""
    read = [(read_points(row.text("weight")), read_points(row.text("score"))) for row in rows]
    pairs = [(weight.value, score.value) for weight, score in read if weight and score and weight.value]
    squares = sum(score * _HUNDRED == weight * weight and score < weight for weight, score in pairs)
    shares = Counter(score / weight for weight, score in pairs if 0 < score * 2 <= weight)
    most = max([squares, *shares.values()], default=0)
    return most > 1 and most * 2 > len(pairs)


class Group:
    """Rows whose cells for points or scores are merged, or a row and its parts (其中); most groups are one row."""

    def __init__(self, rows: list[RowView], first: int) -> None:
        self.rows = rows
        self.first = first
        self.weights = [found for row in rows if (found := read_points(row.text("weight")))]
        self.scores = [found for row in rows if (found := read_points(row.text("score")))]

    @property
    def alone(self) -> bool:
        """Whether one row has points and a score of its own."""
        return len(self.rows) == len(self.weights) == len(self.scores) == 1

    @property
    def weight(self) -> Decimal:
        """The points of the rows together."""
        return total(found.value for found in self.weights)

    @property
    def score(self) -> Decimal:
        """The scores of the rows together."""
        return total(found.value for found in self.scores)


class ResultView:
    """One row of a self-evaluation with its group and its table's scale."""

    def __init__(self, row: RowView, index: int, group: Group, scale: Scale) -> None:
        self.row = row
        self.index = index
        self.group = group
        self.scale = scale
        self.scope = row.scope

    def spot(self, at: str) -> Spot:
        """Return the place of a cell of the row."""
        return Spot(at, records="indicators", index=self.index)

    @derived
    def outcome(self) -> Outcome | None:
        """How the result stands to the target, None where they cannot be compared."""
        return compare(self.row)

    @derived
    def reasoned(self) -> bool:
        """Whether the row or the table says why targets were missed."""
        return self.scale.reasoned or any(gives_reason(self.row.text(field)) for field in ("deviation", "remark"))


def result_views(view: TableView) -> Iterator[ResultView]:
    """Yield the annual rows of a self-evaluation that hold a result or a score, and those alone that lack both beside others."""
    if not view.scope.evaluation:
        return
    scale = Scale(view)
    for group in groups(view):
        for index, row in group:
            if any(row.filled(field) for field in ANSWERS) or (scale.has_results and len(group) == 1):
                yield ResultView(row, index, Group([other for _, other in group], group[0][0]), scale)


def groups(view: TableView) -> Iterator[list[tuple[int, RowView]]]:
    """Yield the annual rows of a table in groups: one that lacks points or a score belongs to the one above in its class."""
    printed = [field for field in ("weight", "score") if any(row.filled(field) for row in view.rows)]
    found: list[tuple[int, RowView]] = []
    for index, row in enumerate(view.rows):
        if row.midterm or row.declined or is_sum(row):
            continue
        lacks = any(not row.filled(field) for field in printed)
        if found and not (lacks and class_of(row) == class_of(found[-1][1])):
            yield found
            found = []
        found.append((index, row))
    if found:
        yield found


def is_sum(row: RowView) -> bool:
    """Return whether a row is the printed sum of others."""
    return row.name in _SUMS


def _has_result(row: RowView) -> bool:
    return any(row.filled(field) for field in _RESULTS)


def class_of(row: RowView) -> tuple[str, str]:
    """Return the labels of both levels of a row."""
    return row.text("level1").strip(), row.text("level2").strip()
