"""The scores of a class beside the points that its label prints (产出指标（60分）)."""

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from perflint.facts.evaluation.points import label_points, read_points, shown, total
from perflint.facts.evaluation.resultview import is_sum
from perflint.facts.kind import SubjectKind
from perflint.facts.knowledge import Scope
from perflint.facts.spot import Spot
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import DOUBLE, STRING, Vocabulary

CLASS_SCORES = Vocabulary(
    "class_scores",
    "标签上印有分数的一类指标与其各行得分",
    "a class whose label prints points, beside its rows' scores",
)


class ClassScoresView(Struct, frozen=True):
    """One class: its label, the points there, what its rows scored, and its first row."""

    scope: Scope
    label: str
    points: Decimal
    scored: Decimal
    index: int
    listed: tuple[str, ...] = ()
    """The score of each row."""

    def spot(self, at: str) -> Spot:
        """Return the place of a cell of the first row."""
        return Spot(at, records="indicators", index=self.index)

    def summands(self, at: str) -> tuple[str, ...]:  # noqa: ARG002  # one sum
        """Return the texts of the scores of its rows."""
        return self.listed


def class_scores_views(view: TableView) -> Iterator[ClassScoresView]:
    """Yield the first-level classes of a self-evaluation whose label prints points and of whose rows one has a score."""
    if not view.scope.evaluation:
        return
    found: dict[str, list[tuple[int, Decimal]]] = {}
    for index, row in enumerate(view.rows):
        score = read_points(row.text("score"))
        if score and not row.midterm and not is_sum(row):
            found.setdefault(row.text("level1").strip(), []).append((index, score.value))
    for label, scores in found.items():
        points = label_points(label)
        if points is not None:
            listed = tuple(shown(score) for _, score in scores)
            yield ClassScoresView(view.scope, label, points, total(score for _, score in scores), scores[0][0], listed)


@CLASS_SCORES.fact("label", STRING, zh="标签，照录", en="the label as typed")
def label_text(view: ClassScoresView) -> str:
    return view.label


@CLASS_SCORES.fact("points", DOUBLE, zh="标签上的分数", en="the points that the label prints")
def points(view: ClassScoresView) -> float:
    return float(view.points)


@CLASS_SCORES.fact("sum", DOUBLE, zh="各行得分之和", en="the scores of its rows together")
def sum_number(view: ClassScoresView) -> float:
    return float(view.scored)


@CLASS_SCORES.fact("sum_text", STRING, zh="同上，供提示用", en="the same for a message")
def sum_text(view: ClassScoresView) -> str:
    return shown(view.scored)


SUBJECTS = (SubjectKind(CLASS_SCORES, in_table=class_scores_views),)
