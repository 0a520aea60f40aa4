"""Facts about the annual goal against the project's name, purpose and indicators (domain: §3.11, XTB011 to XTB013)."""

from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from perflint.facts.kind import SubjectKind
from perflint.facts.knowledge import Scope
from perflint.facts.row import RowView
from perflint.facts.spot import Spot
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import BOOL, STRING, Vocabulary
from perflint.pattern import pattern
from perflint.typography import essence, fold

AIM = Vocabulary("aim", "项目的年度目标，对照项目名称和用途", "a project's annual goal against its name and purpose")
COUNTERPART = Vocabulary(
    "counterpart", "一条产出或效益指标，对照年度目标", "an indicator of output or benefit against the goal"
)

_NUMBERING = pattern(r"(?:^|(?<=[。;；]))[(（]?[0-9一二三四五六七八九十]{1,3}[)）.、．]")
_HAN = pattern(r"[\u4e00-\u9fffA-Za-z]{2}")
_SHORTEST = 4
_LONGEST = 2000
_JUDGED = ("output.quantity", "output.quality", "benefit")


@lru_cache(maxsize=1024)
def content(text: str, idle: tuple[str, ...]) -> frozenset[str]:
    """Return the pairs of neighbouring characters that say what a text is about; idle words and numbers are left out."""
    text = fold(text)[:_LONGEST]
    for word in idle:
        text = text.replace(word, " ")
    return frozenset(pair for at in range(len(text) - 1) if _HAN.fullmatch(pair := text[at : at + 2]))


def _words(scope: Scope, text: str) -> frozenset[str]:
    return content(text, tuple(scope.knowledge.lexicon.words("bundle.idle_words")))


class AimView(Struct, frozen=True):
    """The annual goal of a project."""

    view: TableView

    @property
    def scope(self) -> Scope:
        """What the table's cells have in common."""
        return self.view.scope

    def spot(self, at: str) -> Spot:
        """Return the place of the goal, or of the cell asked for."""
        return Spot("goals.annual" if at == "aim" else at)


def aim_views(view: TableView) -> Iterator[AimView]:
    """Yield the annual goal of a project that has one."""
    if view.scope.kind == "project" and view.filled("goals.annual"):
        yield AimView(view)


@AIM.fact("goal", STRING, zh="年度目标", en="the annual goal")
def goal(aim: AimView) -> str:
    return aim.view.text("goals.annual").strip()


@AIM.fact("name", STRING, zh="项目名称", en="name of the project")
def name(aim: AimView) -> str:
    return aim.view.text("project.name").strip()


@AIM.fact(
    "equals_purpose",
    BOOL,
    zh="年度目标是否与资金用途相同（不计序号）",
    en="whether the goal is the purpose text, numbering apart",
)
def equals_purpose(aim: AimView) -> bool:
    purpose = aim.view.text("project.purpose")
    if not purpose.strip():
        return False
    plain = _plain(aim.view.text("goals.annual"))
    return len(plain) >= _SHORTEST and plain == _plain(purpose)


def _plain(text: str) -> str:
    return _NUMBERING.sub("", essence(text))


@AIM.fact(
    "unrelated", BOOL,
    zh="年度目标与项目名称、资金用途有没有任何共同的内容（没有为是；运转类项目、与指标相关或没有指标的不算）",
    en="whether goal, name and purpose have nothing in common; not so for running costs, nor where the indicators fit the goal, or there are none",
)  # fmt: skip
def unrelated(aim: AimView) -> bool:
    view = aim.view
    named, told = _words(view.scope, view.text("project.name")), _words(view.scope, view.text("goals.annual"))
    if not named or told & named or told & _words(view.scope, view.text("project.purpose")):
        return False
    folded = fold(view.text("project.name"))
    if any(word in folded for word in view.scope.knowledge.lexicon.words("bundle.running_words")):
        return False
    if {char for pair in told for char in pair} & {char for pair in named for char in pair}:
        return False
    rows = [_words(view.scope, row.text(field)) for row in view.rows for field in ("name", "description")]
    return not told or (any(rows) and not any(told & words for words in rows))


@AIM.fact("idle", BOOL, zh="年度目标是否全是套话", en="whether the goal consists of idle words only")
def idle(aim: AimView) -> bool:
    return not _words(aim.scope, aim.view.text("goals.annual"))


class CounterpartView(Struct, frozen=True):
    """An indicator row beside the annual goal of its table."""

    view: TableView
    row: RowView
    index: int

    @property
    def scope(self) -> Scope:
        """What the table's cells have in common."""
        return self.view.scope

    def spot(self, at: str) -> Spot:
        """Return the place of the indicator's name."""
        return Spot("name" if at == "counterpart" else at, records="indicators", index=self.index)


def counterpart_views(view: TableView) -> Iterator[CounterpartView]:
    """Yield the rows of quantity, quality and benefit in a table whose goal says something."""
    if _words(view.scope, view.text("goals.annual")):
        for index, row in view.filled_rows:
            if row.class_id.startswith(_JUDGED) and row.filled("name"):
                yield CounterpartView(view, row, index)


@COUNTERPART.fact("name", STRING, zh="指标名称", en="name of the indicator")
def row_name(counterpart: CounterpartView) -> str:
    return counterpart.row.text("name").strip()


@COUNTERPART.fact(
    "missing",
    BOOL,
    zh="指标在年度目标里有没有对应的内容（没有为是）",
    en="whether the goal has nothing of the indicator",
)
def missing(counterpart: CounterpartView) -> bool:
    scope, row = counterpart.scope, counterpart.row
    words = _words(scope, row.text("name")) | _words(scope, row.text("description"))
    return bool(words) and not words & _words(scope, counterpart.view.text("goals.annual"))


SUBJECTS = (
    SubjectKind(AIM, in_table=aim_views),
    SubjectKind(COUNTERPART, in_table=counterpart_views),
)
