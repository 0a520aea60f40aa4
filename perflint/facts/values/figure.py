"""Facts about one cell of a row that is meant to hold one figure: the value, or a figure of history or standard."""

from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from perflint.facts.kind import SubjectKind
from perflint.facts.knowledge import Scope
from perflint.facts.row import RowView
from perflint.facts.spot import Spot
from perflint.facts.vocabulary import BOOL, STRING, STRINGS, Vocabulary
from perflint.quantity import Part, Value

FIGURE = Vocabulary(
    "figure",
    "应当只有一个数的单元格（指标值、历史值、标准值）",
    "a cell for one figure: the value, or one of history or standard",
)

_CELLS = ("value", "history.average_3y", "history.last_year", "history.year_before_last", "standard.planned", "standard.current")  # fmt: skip


class FigureView(Struct, frozen=True):
    """One cell for a figure: its field and what was read."""

    scope: Scope
    field: str
    value: Value

    def spot(self, at: str) -> Spot:  # noqa: ARG002  # a figure has one place
        """Return the place of the cell."""
        return Spot(self.field)


def figure_views(row: RowView) -> Iterator[FigureView]:
    """Yield the filled cells of a row that are meant to hold one figure."""
    for field in _CELLS:
        if row.filled(field):
            yield FigureView(row.scope, field, row.value if field == "value" else row.read(field))


@FIGURE.fact("text", STRING, zh="单元格，照录", en="the cell as typed")
def text(figure: FigureView) -> str:
    return figure.value.text.strip()


@FIGURE.fact(
    "unlabelled",
    BOOL,
    zh="是否有两个以上同单位、无标签、仅以空白隔开的数量",
    en="whether it holds several quantities of one unit, parted by blanks only",
)
def unlabelled(figure: FigureView) -> bool:
    parts = figure.value.parts
    if len(parts) < len(("one", "another")) or not parts[0].unit:
        return False
    alike = all(part.number and not part.label and part.unit == parts[0].unit for part in parts)
    return alike and not figure.value.residue and all(_parted(figure.value, *pair) for pair in pairwise(parts))


def _parted(value: Value, first: Part, second: Part) -> bool:
    """Return whether only blanks stand between two parts."""
    return first.end <= second.start and not value.text[first.end : second.start].strip()


@FIGURE.fact("quantities", STRINGS, zh="单元格中的各个数量", en="the quantities of the cell")
def quantities(figure: FigureView) -> tuple[str, ...]:
    return tuple(part.text.strip() for part in figure.value.parts)


SUBJECTS = (SubjectKind(FIGURE, in_row=figure_views),)
