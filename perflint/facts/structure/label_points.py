"""Facts about points that the label of a class prints (产出指标（50分）) beside the weights of its rows."""

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from perflint.facts.kind import SubjectKind
from perflint.facts.knowledge import Scope
from perflint.facts.row import RowView
from perflint.facts.spot import Spot
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import DOUBLE, STRING, Vocabulary
from perflint.pattern import pattern
from perflint.typography import fold

LABEL_POINTS = Vocabulary(
    "label_points", "一类指标的标签上印的分数", "the points that the label of a class prints, beside its rows' weights"
)

_POINTS = pattern(r"[(（\[]?(?:权重|分值|满分|共)?:?(\d{1,3}(?:\.\d{1,2})?)分[)）\]]?$")
_WEIGHT = pattern(r"(\d{1,3}(?:\.\d{1,2})?)(?:%|分)?")
_UNIT = "分"
_LEVELS = ("level1", "level2")


class LabelPointsView(Struct, frozen=True):
    """One label that prints points, and what its rows have."""

    scope: Scope
    label: str
    field: str
    printed: Decimal
    total: Decimal
    index: int
    listed: tuple[str, ...] = ()
    """The weight of each row as typed."""

    def spot(self, at: str) -> Spot:  # noqa: ARG002  # a label is marked where it stands first
        """Return the place of the label in the first row that has it."""
        return Spot(self.field, records="indicators", index=self.index)

    def summands(self, at: str) -> tuple[str, ...]:  # noqa: ARG002  # one sum
        """Return the texts of the weights of its rows."""
        return self.listed


def label_points_views(view: TableView) -> Iterator[LabelPointsView]:
    """Yield each label with points all of whose annual rows have a weight that can be read."""
    for field in _LEVELS:
        if not any(_UNIT in fold(row.text(field)) for row in view.rows):
            continue  # the cheap look first
        for (_, label), rows in _by_label(view, field).items():
            printed = _POINTS.search(label)
            weights = [_WEIGHT.fullmatch(fold(row.text("weight"))) for _, row in rows if printed]
            if printed and all(weights):
                total = sum((Decimal(weight[1]) for weight in weights if weight), Decimal(0))
                index, row = rows[0]
                listed = tuple(one.text("weight") for _, one in rows)
                yield LabelPointsView(
                    view.scope, row.text(field).strip(), field, Decimal(printed[1]), total, index, listed
                )


def _by_label(view: TableView, field: str) -> dict[tuple[str, str], list[tuple[int, RowView]]]:
    """Return the annual rows by their label, a second-level label within its first level."""
    groups: dict[tuple[str, str], list[tuple[int, RowView]]] = {}
    for index, row in enumerate(view.rows):
        if not row.midterm and not row.declined and row.filled(field):
            above = fold(row.text("level1")) if field == "level2" else ""
            groups.setdefault((above, fold(row.text(field))), []).append((index, row))
    return groups


LABEL_POINTS.attribute("label", STRING, zh="标签，照录", en="the label as typed")


@LABEL_POINTS.fact("printed", DOUBLE, zh="标签上的分数", en="the points that it prints")
def printed_points(view: LabelPointsView) -> float:
    return float(view.printed)


@LABEL_POINTS.fact("sum", DOUBLE, zh="该类各指标的权重合计", en="the sum of the weights of its rows")
def total_points(view: LabelPointsView) -> float:
    return float(view.total)


SUBJECTS = (SubjectKind(LABEL_POINTS, in_table=label_points_views),)
