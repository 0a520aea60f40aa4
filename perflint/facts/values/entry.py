"""Facts about a cell that is still to be filled in: a placeholder for the whole of it, or a mask (XX, **) inside."""

from collections.abc import Iterator

from msgspec import Struct

from perflint.facts.kind import SubjectKind
from perflint.facts.knowledge import Scope
from perflint.facts.masks import is_unwritten, masks
from perflint.facts.row import RowView
from perflint.facts.spot import Spot
from perflint.facts.tableview import TableView
from perflint.facts.values.clarity import placeholder
from perflint.facts.vocabulary import BOOL, MARKS, STRING, Mark, Vocabulary

ENTRY = Vocabulary(
    "entry",
    "还没有填实的一格：指标值或绩效目标（只在发现时出现）",
    "a cell that is still to be filled in: a target value or a goal (only where one is found)",
)

_ANNUAL, _MIDTERM = "goals.annual", "goals.midterm.text"
_NAMES = {
    _ANNUAL: ("年度绩效目标", "the annual goal"),
    _MIDTERM: ("中长期目标", "the mid-term goal"),
}
_SHOWN = 20
_ALL = 0  # as the end of a mark: the whole cell


class EntryView(Struct, frozen=True):
    """One cell with what is not filled in: the marks; `whole` where that is all of it."""

    scope: Scope
    field: str
    text: str
    name: str
    marks: tuple[Mark, ...]
    whole: bool

    def spot(self, at: str) -> Spot:  # noqa: ARG002  # a cell has one place
        """Return the place of the cell."""
        return Spot(self.field)


def row_entries(row: RowView) -> Iterator[EntryView]:
    """Yield the target value of a row if it is a placeholder or holds a mask."""
    if row.filled("value") and placeholder(row):
        text = row.text("value")
        yield EntryView(row.scope, "value", text, row.text("name").strip(), (Mark(text, 0, _ALL),), whole=True)


def table_entries(view: TableView) -> Iterator[EntryView]:
    """Yield the goals that are a placeholder or hold a mask; a mid-term goal may well be 无 or /."""
    for field in (_ANNUAL, _MIDTERM):
        text = view.text(field)
        if not text:
            continue
        words = view.scope.knowledge.lexicon.words("value_words.placeholder")
        if field == _ANNUAL and is_unwritten(text, words):
            yield EntryView(view.scope, field, text, "", (Mark(text, 0, _ALL),), whole=True)
        elif marks := masks(text):
            yield EntryView(view.scope, field, text, "", marks, whole=False)


@ENTRY.fact("whole", BOOL, zh="是否整格都是占位符", en="whether the whole cell is a placeholder")
def whole(entry: EntryView) -> bool:
    return entry.whole


@ENTRY.fact("goal", BOOL, zh="是否为绩效目标", en="whether the cell is a goal")
def goal(entry: EntryView) -> bool:
    return entry.field != "value"


@ENTRY.fact("text", STRING, zh="占位符，照录", en="the placeholder as typed")
def text(entry: EntryView) -> str:
    return entry.marks[0].text.strip()


@ENTRY.fact("marks", MARKS, zh="占位符所在", en="where the placeholders stand")
def marks(entry: EntryView) -> tuple[Mark, ...]:
    return entry.marks


@ENTRY.fact("around", STRING, zh="占位符连同前后文字", en="the placeholder with the words around it")
def around(entry: EntryView) -> str:
    mark = entry.marks[0]
    if entry.whole:
        return entry.text.strip()
    start, end = max(0, mark.start - _SHOWN // 2), mark.end + _SHOWN // 2
    words = " ".join(entry.text[start:end].split())
    return ("…" if start else "") + words + ("…" if end < len(entry.text) else "")


@ENTRY.fact("name_zh", STRING, zh="单元格的中文名", en="name of the cell, in Chinese")
def name_zh(entry: EntryView) -> str:
    if entry.field in _NAMES:
        return _NAMES[entry.field][0]
    return f"“{entry.name}”的指标值" if entry.name else "指标值"


@ENTRY.fact("name_en", STRING, zh="单元格的英文名", en="name of the cell, in English")
def name_en(entry: EntryView) -> str:
    if entry.field in _NAMES:
        return _NAMES[entry.field][1]
    return f'the value of "{entry.name}"' if entry.name else "the value"


SUBJECTS = (SubjectKind(ENTRY, in_row=row_entries, in_table=table_entries),)
