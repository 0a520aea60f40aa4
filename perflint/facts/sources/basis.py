"""Facts about a cell that says what a figure rests on: vague, unnamed, or missing."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from msgspec import Struct

from perflint.data import Lexicon
from perflint.facts.kind import SubjectKind
from perflint.facts.knowledge import Scope
from perflint.facts.row import RowView
from perflint.facts.spot import Spot
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import BOOL, STRING, Vocabulary
from perflint.pattern import pattern
from perflint.typography import essence, is_blank

SOURCE = Vocabulary("source", "一个写依据或来源的单元格", "a cell that gives a basis or a source")

_ROW_FIELDS = ("basis", "standard.source", "history.source")
_JOINTS = pattern(r"[、，,；;。/]|以及|及其|[及和与]")
_OPENERS = pattern(r"^(?:根据|按照|依据|依照|参照|参考|结合|按)+")
_OWNERS = pattern(r"^(?:年度|年初|本年度?|全年|本单位|本部门|单位|部门|我局|本局|我单位|中心)")
_CLAIMS = ("历史", "历年", "往年", "以往", "上年")
# A sentence made of nothing but these says only that the figure is right, or that somebody thinks so.
_SAYS_NOTHING = pattern(
    r"该|本|此|各项?|指标|目标|数[值据字]|[值数]|设[定置]|确定|取值|填[写报]|完成|符合|切合|贴合|贴近|满足|情况|现状|工作|业务"
    r"|单位|部门|项目|我[局院校委办]|综合|考虑|因素|自行|内部|自[主己定]|拟定|得出|水平|年度|当年|全年|已|均|较|性|度"
    r"|[经由据按以为是的等及和与并可能够需较比基]|基本|比较|一般|相关|有关|总体|整体"
)
_ITS_CORE = pattern(
    r"合[理适]|综合考虑|统筹考虑|科学|可行|实现|适[当中宜]|恰当|准确|真实|正确|有效|实际|实情|实事求是|据实|如实|按需|需[要求]|[测估推]算|预[计估测]|判断|经验|惯例|常规|正常"
)
_DIGIT = pattern(r"\d")
_NAMED_BY_ITS_END = 4  # characters: a phrase this long says the same with a word before it (检验工作发展需要)
STRONG, WEAK = "strong", "weak"


class SourceView(Struct, frozen=True):
    """One cell that gives a basis: filled, or the blank basis of a row that has a target value."""

    scope: Scope
    field: str
    text: str
    subject: str
    row: RowView | None = None
    first: int = -1
    """For the bases of a whole table, of which none is given: the index of the first row with a value."""

    def spot(self, at: str) -> Spot:  # noqa: ARG002  # a source has one place
        """Return the place of the cell, for a whole table that of its first row."""
        return Spot(self.field, records="indicators", index=self.first) if self.first >= 0 else Spot(self.field)


def row_sources(row: RowView) -> Iterator[SourceView]:
    """Yield the cells of a row that give a basis; a blank `basis` too where the row has a target value."""
    for field in _ROW_FIELDS:
        expected = field == "basis" and (row.filled("value") or row.filled("op"))
        if expected or row.filled(field):
            yield SourceView(row.scope, field, row.text(field), row.text("name").strip(), row)


def table_sources(view: TableView) -> Iterator[SourceView]:
    """Yield the policy basis of a project where it is given; the bases of all rows as one where no row has any."""
    if view.filled("project.basis"):
        yield SourceView(view.scope, "project.basis", view.text("project.basis"), view.text("project.name").strip())
    if not view.scope.based and (index := next((index for index, _ in view.filled_rows), -1)) >= 0:
        yield SourceView(view.scope, "basis", "", "", first=index)


class _Phrases(NamedTuple):
    """The vague phrases of the lexicon, without quotes and final punctuation."""

    strong: frozenset[str]
    weak: frozenset[str]
    endings: tuple[str, ...]

    def strength(self, piece: str) -> str:
        """Return strong, weak, or "" where the piece names something."""
        if piece in self.strong or piece.endswith(self.endings):
            return STRONG
        if piece in self.weak or _OWNERS.sub("", piece) in self.weak:
            return WEAK
        return STRONG if _is_idle(piece) else ""


def _is_idle(piece: str) -> bool:
    """Return whether a piece says only that the figure is reasonable or fits: 该指标值数据合理, 符合单位实际情况."""
    return bool(_ITS_CORE.search(piece)) and not _SAYS_NOTHING.sub("", _ITS_CORE.sub("", piece))


@lru_cache(maxsize=4)
def _phrases(strong: tuple[str, ...], weak: tuple[str, ...]) -> _Phrases:
    words = frozenset(map(essence, strong))
    endings = tuple(word for word in words if len(word) >= _NAMED_BY_ITS_END)
    return _Phrases(words, frozenset(map(essence, weak)), endings)


@lru_cache(maxsize=4096)
def _vagueness(text: str, strong: tuple[str, ...], weak: tuple[str, ...]) -> str:
    """Return strong or weak where every piece of the text is a vague phrase and nothing is named, else ""."""
    plain = essence(text)
    if not plain or "《" in text or _DIGIT.search(plain):
        return ""
    phrases = _phrases(strong, weak)
    pieces = (_OPENERS.sub("", piece) for piece in _JOINTS.split(plain))
    found = {phrases.strength(piece) for piece in pieces if piece}
    if not found or "" in found:
        return ""
    return STRONG if STRONG in found else WEAK


@SOURCE.fact("text", STRING, zh="依据，照录", en="the basis as typed")
def text(source: SourceView) -> str:
    return source.text.strip()


@SOURCE.fact(
    "field",
    STRING,
    zh="单元格：basis、standard.source、history.source 或 project.basis",
    en="the cell: basis, standard.source, history.source or project.basis",
)
def field(source: SourceView) -> str:
    return source.field


@SOURCE.fact("subject", STRING, zh="指标（或项目）的名称", en="name of the indicator, or of the project")
def subject_name(source: SourceView) -> str:
    return source.subject


@SOURCE.fact(
    "of_table",
    BOOL,
    zh="是否代表整张表的依据栏（没有一行填写）",
    en="whether it stands for the bases of a whole table, of which none is given",
)
def of_table(source: SourceView) -> bool:
    return source.first >= 0


@SOURCE.fact("blank", BOOL, zh="是否没有填写", en="whether it is blank")
def blank(source: SourceView) -> bool:
    return is_blank(source.text)


@SOURCE.fact(
    "side",
    STRING,
    zh="指标的大类：output、benefit、satisfaction、cost，不明或不是指标为空",
    en="side of the indicator: output, benefit, satisfaction or cost; empty if unclear, or where it is no indicator's",
)
def side(source: SourceView) -> str:
    return source.row.side if source.row else ""


@SOURCE.fact(
    "class", STRING, zh="指标的类别（如 output.quantity），不明为空", en="class of the indicator, empty if unclear"
)
def class_of(source: SourceView) -> str:
    return source.row.class_id if source.row else ""


@SOURCE.fact(
    "vagueness",
    STRING,
    zh="strong（经验、需要、惯例之类）、weak（未点名的计划），写明了的为空",
    en="strong (experience, need, habit), weak (a plan that is not named), empty where something is named",
)
def vagueness(source: SourceView) -> str:
    lexicon = source.scope.knowledge.lexicon
    return _vagueness(source.text, lexicon.words("vague.sources_strong"), _weak(lexicon))


@lru_cache(maxsize=4)
def _weak(lexicon: Lexicon) -> tuple[str, ...]:
    conditional = tuple(entry["term"] for entry in lexicon.section("vague.sources_weak_conditional"))
    return lexicon.words("vague.sources_weak") + conditional


@SOURCE.fact(
    "claims_history",
    BOOL,
    zh="是否以历史、往年情况为依据而没有数字",
    en="whether it appeals to earlier years without a figure",
)
def claims_history(source: SourceView) -> bool:
    return any(word in source.text for word in _CLAIMS) and not _DIGIT.search(source.text)


SUBJECTS = (SubjectKind(SOURCE, in_row=row_sources, in_table=table_sources),)
