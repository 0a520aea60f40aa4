"""Facts about one cell of a row that is meant to hold one figure: the value, or a figure of history or standard."""

from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from perflint.facts.kind import SubjectKind
from perflint.facts.knowledge import Scope
from perflint.facts.row import RowView
from perflint.facts.spot import Spot
from perflint.facts.vocabulary import INT, STRING, STRINGS, Vocabulary
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


@FIGURE.fact("count", INT, zh="单元格中有几个数", en="how many numbers the cell holds")
def count(figure: FigureView) -> int:
    return sum(1 for part in figure.value.parts if part.number)


@FIGURE.fact(
    "units",
    STRINGS,
    zh="各个数量的单位，各一个；没有单位的为空",
    en="the units of the quantities, each once; empty for none",
)
def units(figure: FigureView) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.unit for part in figure.value.parts))


@FIGURE.fact(
    "words",
    STRINGS,
    zh="数量以外的文字，各一个：各数量的标签、数量之间的、没有读懂的，以及没有数字的部分",
    en="what stands beside the quantities, each once: labels, what parts them, what was not understood, parts without a number",
)
def words(figure: FigureView) -> tuple[str, ...]:
    parts, value = figure.value.parts, figure.value
    told = [part.label if part.number else value.text[part.start : part.end] or value.text for part in parts]
    between = [_between(value, *pair) for pair in pairwise(parts)]
    return tuple(dict.fromkeys(word for text in (*told, *between, value.residue) if (word := text.strip())))


def _between(value: Value, first: Part, second: Part) -> str:
    """Return the text between two parts; of parts that share characters, the second one's."""
    return value.text[first.end : second.start] if first.end <= second.start else second.text


@FIGURE.fact("quantities", STRINGS, zh="单元格中的各个数量", en="the quantities of the cell")
def quantities(figure: FigureView) -> tuple[str, ...]:
    return tuple(part.text.strip() for part in figure.value.parts)


SUBJECTS = (SubjectKind(FIGURE, in_row=figure_views),)
