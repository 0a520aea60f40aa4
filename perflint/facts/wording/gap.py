"""Facts about spaces between Chinese characters: where the author typed them, not where YAML folds a wrapped line into one."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from perflint.facts.kind import SubjectKind
from perflint.facts.knowledge import Scope
from perflint.facts.prose import ROW_PROSE, TABLE_PROSE
from perflint.facts.spot import Spot
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import BOOL, MARKS, STRING, Mark, Vocabulary
from perflint.facts.wording.clauses import inside, title_spans
from perflint.facts.wording.spacing import closed_up, inner_spaces
from perflint.model import Cell, Record
from perflint.pattern import pattern
from perflint.source import Source, locate

GAP = Vocabulary("gap", "汉字之间有空格的单元格", "a cell with spaces between Chinese characters")

_LABELS = frozenset({"level1", "level2"})
_ROW_CELLS = frozenset(ROW_PROSE) | _LABELS
_TABLE_CELLS = frozenset(TABLE_PROSE)
_RECORD_CELLS = {
    "indicators": _ROW_CELLS,
    "tasks": frozenset({"name", "content"}),
    "budget.breakdown": frozenset({"item", "basis"}),
    "project.schedule": frozenset({"task"}),
}
_LABEL_GAP = pattern(r"(?<=[\u4e00-\u9fff])[ \u00a0\u3000]+(?=[\u4e00-\u9fff])")

_TWO_LABELS = pattern(r"\S{1,10}指标\s+\S{1,10}指标")  # two labels in one cell, not one with a space inside


class GapView(Struct, frozen=True):
    """A cell with such spaces: each with one character on either side."""

    scope: Scope
    field: str
    place: Spot
    text: str
    marks: tuple[Mark, ...]

    def spot(self, at: str) -> Spot:  # noqa: ARG002  # the spaces stand in one cell
        """Return the place of the cell."""
        return self.place


def gap_views(view: TableView) -> Iterator[GapView]:
    """Yield the cells of a table and its rows in which somebody typed spaces between Chinese characters."""
    yield from _views(view, view.table.cells.items(), _TABLE_CELLS, "", None)
    for records, fields in _RECORD_CELLS.items():
        for record in view.table.records.get(records, ()):
            yield from _views(view, record.cells.items(), fields, records, record)


def _views(
    view: TableView, cells: Iterable[tuple[str, Cell]], fields: frozenset[str], records: str, record: Record | None
) -> Iterator[GapView]:
    for name, cell in cells:
        text = cell.text
        if (" " in text or "\u3000" in text or "\u00a0" in text) and name in fields:
            marks = _typed(view.table.source, cell, _gaps(view.scope, name, text))
            if marks:
                place = Spot(name, records=records, index=record[0]) if record else Spot(name)
                yield GapView(view.scope, f"{records}.{name}" if record else name, place, text, marks)


def _gaps(scope: Scope, name: str, text: str) -> tuple[Mark, ...]:
    if name in _LABELS:
        hits = () if _TWO_LABELS.fullmatch(text.strip()) else _LABEL_GAP.finditer(text)
        return tuple(Mark(text[hit.start() - 1 : hit.end() + 1], hit.start() - 1, hit.end() + 1) for hit in hits)
    found = inner_spaces(text, scope.knowledge.lexicon.words("words.joint_issuer_endings"))
    titles = title_spans(text) if found else ()
    return tuple(mark for mark in found if not inside(titles, mark.start))  # SRC015 speaks of titles


def _typed(source: Source, cell: Cell, marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """Return those marks whose space stands in the file as such, and is no line end of a wrapped scalar."""
    return tuple(mark for mark in marks if not _is_fold(source, cell, mark))


def _is_fold(source: Source, cell: Cell, mark: Mark) -> bool:
    start, end = mark.start, mark.end
    for piece in cell.texts:
        if start <= len(piece.text):
            node = piece.node
            if node.style == "|" or "\n" not in source.text[node.start : node.end]:
                return False
            first, last = locate(source, node, start, end)
            return "\n" in source.text[first:last]
        start, end = start - len(piece.text) - 1, end - len(piece.text) - 1
    return False


@GAP.fact("label", BOOL, zh="是否一级、二级指标的名称", en="whether it is a class label")
def label(gap: GapView) -> bool:
    return gap.place.field in _LABELS


@GAP.fact("field", STRING, zh="所在单元格", en="the cell that it stands in")
def field(gap: GapView) -> str:
    return gap.field


@GAP.fact("text", STRING, zh="单元格，照录", en="the cell as typed")
def text(gap: GapView) -> str:
    return gap.text.strip()


@GAP.fact(
    "spaces",
    MARKS,
    zh="汉字之间的空格，连同前后各一字",
    en="spaces between Chinese characters, with the character on either side",
)
def spaces(gap: GapView) -> tuple[Mark, ...]:
    return gap.marks


@GAP.fact("closed", STRING, zh="去掉这些空格后的全文", en="the whole text without these spaces")
def closed(gap: GapView) -> str:
    return closed_up(gap.text, gap.marks)


SUBJECTS = (SubjectKind(GAP, in_table=gap_views),)
