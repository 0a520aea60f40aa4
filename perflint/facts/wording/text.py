"""Facts about running text: punctuation, impossible dates, documents that are not named.

Only cells in which one of these is found become subjects: a clean text costs one look into a memo.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from msgspec import Struct

from perflint.facts.dates.calendar_words import impossible_dates
from perflint.facts.kind import SubjectKind
from perflint.facts.knowledge import Scope
from perflint.facts.prose import Prose
from perflint.facts.row import RowView
from perflint.facts.sources.unnamed import unnamed_documents
from perflint.facts.spot import Spot
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import BOOL, MARKS, STRING, Mark, Vocabulary
from perflint.facts.wording.punctuation import mixed_marks, with_full_width

TEXT = Vocabulary("text", "一段文字里值得一看的地方", "a text in which something is worth a look")

_TARGETS = frozenset({"basis", "standard.source", "project.basis", "value"})


class TextView(Struct, frozen=True):
    """One cell of prose."""

    scope: Scope
    prose: Prose

    def spot(self, at: str) -> Spot:  # noqa: ARG002  # a text stands in one cell
        """Return the place of the cell."""
        return self.prose.place


@lru_cache(maxsize=4096)
def _notable(text: str, source: bool, unnamed: tuple[str, ...]) -> bool:  # noqa: FBT001  # a memo key
    return bool(mixed_marks(text) or impossible_dates(text) or unnamed_documents(text, source, unnamed))


def row_texts(row: RowView) -> Iterator[TextView]:
    """Yield the notable texts of a row."""
    return _views(row.scope, row.prose)


def table_texts(view: TableView) -> Iterator[TextView]:
    """Yield the notable texts of a table outside its rows."""
    return _views(view.scope, view.prose)


def _views(scope: Scope, cells: Iterable[Prose]) -> Iterator[TextView]:
    unnamed = _unnamed(scope)
    for prose in cells:
        if _notable(prose.text, _is_source(prose), unnamed):
            yield TextView(scope, prose)


def _is_source(prose: Prose) -> bool:
    return prose.field in {"basis", "standard.source", "project.basis"}


def _unnamed(scope: Scope) -> tuple[str, ...]:
    return scope.knowledge.lexicon.words("vague.sources_unnamed")


@TEXT.fact("mixed_punctuation", MARKS, zh="中文后面的半角标点", en="half-width punctuation after Chinese characters")
def mixed_punctuation(text: TextView) -> tuple[Mark, ...]:
    return mixed_marks(text.prose.text)


@TEXT.fact("mixed_kinds", STRING, zh="这些半角标点，各一个", en="these marks, each once")
def mixed_kinds(text: TextView) -> str:
    return " ".join(dict.fromkeys(mark.text for mark in mixed_marks(text.prose.text)))


@TEXT.fact("full_width", STRING, zh="改用全角标点后的全文", en="the whole text with full-width punctuation there")
def full_width(text: TextView) -> str:
    return with_full_width(text.prose.text)


@TEXT.fact("impossible_dates", MARKS, zh="日历上没有的日期", en="dates that the calendar does not have")
def dates(text: TextView) -> tuple[Mark, ...]:
    return impossible_dates(text.prose.text)


@TEXT.fact(
    "unnamed_documents",
    MARKS,
    zh="“相关文件”“上级要求”之类没有点名的依据",
    en="bases that are not named, such as 相关文件 and 上级要求",
)
def unnamed(text: TextView) -> tuple[Mark, ...]:
    return unnamed_documents(text.prose.text, _is_source(text.prose), _unnamed(text.scope))


@TEXT.fact(
    "rests_on", BOOL, zh="是否在依据、来源或指标值里", en="whether it stands in a basis, a source or a target value"
)
def rests_on(text: TextView) -> bool:
    return text.prose.field in _TARGETS


@TEXT.fact("field", STRING, zh="所在单元格", en="the cell that it stands in")
def field(text: TextView) -> str:
    return text.prose.field


SUBJECTS = (SubjectKind(TEXT, in_cell=row_texts, in_table=table_texts),)
