"""Facts about the annual goal against the project's name, purpose and indicators (domain: §3.11, XTB012, XTB013)."""

from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from perflint.facts.goals.goal import has_measure
from perflint.facts.kind import SubjectKind
from perflint.facts.knowledge import Scope
from perflint.facts.spot import Spot
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import BOOL, INT, STRING, Vocabulary
from perflint.pattern import pattern
from perflint.typography import essence, fold

AIM = Vocabulary("aim", "项目的年度目标，对照项目名称和用途", "a project's annual goal against its name and purpose")

_NUMBERING = pattern(r"(?:^|(?<=[。;；]))[(（]?[0-9一二三四五六七八九十]{1,3}[)）.、．]")
_PAIRS = pattern(r"(?=([\u4e00-\u9fffA-Za-z]{2}))")
_LONGEST = 2000


@lru_cache(maxsize=1024)
def content(text: str, idle: tuple[str, ...]) -> frozenset[str]:
    """Return the pairs of neighbouring characters that say what a text is about; idle words and numbers are left out."""
    text = fold(text)[:_LONGEST]
    for word in idle:
        text = text.replace(word, " ")
    return frozenset(_PAIRS.findall(text))


def words_of(scope: Scope, text: str) -> frozenset[str]:
    """Return the pairs of characters that say what a text is about, without the idle words of the lexicon."""
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
    "plain_goal", STRING, zh="年度目标，不计序号、标点和空格", en="the goal without numbering, punctuation and blanks"
)
def plain_goal(aim: AimView) -> str:
    return _plain(aim.view.text("goals.annual"))


@AIM.fact(
    "plain_purpose",
    STRING,
    zh="资金用途，不计序号、标点和空格",
    en="the purpose without numbering, punctuation and blanks",
)
def plain_purpose(aim: AimView) -> str:
    return _plain(aim.view.text("project.purpose"))


def is_apart(view: TableView) -> bool:
    """Return whether the goal of a project shares no word with its name, its purpose and its indicators (XTB012)."""
    aim = AimView(view)
    named = name_words(aim) > 0 and not (running(aim) or name_characters(aim) or purpose_words(aim))
    return view.scope.kind == "project" and named and bool(_of_rows(aim)) and not shared_row_words(aim)


def _plain(text: str) -> str:
    return _NUMBERING.sub("", essence(text))


@AIM.fact(
    "name_words",
    INT,
    zh="项目名称里有内容的二字词数（套话和数字不计）",
    en="pairs of neighbouring characters of the project's name that say something; idle words and numbers are left out",
)
def name_words(aim: AimView) -> int:
    return len(words_of(aim.scope, aim.view.text("project.name")))


@AIM.fact(
    "name_characters",
    INT,
    zh="年度目标与项目名称共有的字数（套话和数字不计）",
    en="characters that goal and name have in common, idle words and numbers apart",
)
def name_characters(aim: AimView) -> int:
    named, told = words_of(aim.scope, aim.view.text("project.name")), _told(aim)
    return len({char for pair in told for char in pair} & {char for pair in named for char in pair})


@AIM.fact(
    "purpose_words",
    INT,
    zh="年度目标与资金用途共有的二字词数",
    en="pairs of characters that goal and purpose have in common",
)
def purpose_words(aim: AimView) -> int:
    return len(_told(aim) & words_of(aim.scope, aim.view.text("project.purpose")))


@AIM.fact(
    "row_words",
    INT,
    zh="各指标的名称、描述里有内容的二字词数",
    en="pairs of characters that say something in names and descriptions of the indicators",
)
def row_words(aim: AimView) -> int:
    return len(_of_rows(aim))


@AIM.fact("shared_row_words", INT, zh="其中年度目标也有的", en="those of them that the goal has too")
def shared_row_words(aim: AimView) -> int:
    return len(_of_rows(aim) & _told(aim))


def _told(aim: AimView) -> frozenset[str]:
    return words_of(aim.scope, aim.view.text("goals.annual"))


def _of_rows(aim: AimView) -> frozenset[str]:
    rows = (words_of(aim.scope, row.text(field)) for row in aim.view.rows for field in ("name", "description"))
    return frozenset[str]().union(*rows)


@AIM.fact(
    "running",
    BOOL,
    zh="项目名称是否说明是运转类项目（公用经费、运行维护等）",
    en="whether the name says that the money pays running costs",
)
def running(aim: AimView) -> bool:
    folded = fold(aim.view.text("project.name"))
    return any(word in folded for word in aim.scope.knowledge.lexicon.words("bundle.running_words"))


@AIM.fact(
    "measured",
    BOOL,
    zh="年度目标有没有数字、底线或具体的成果（没有的由 WRD005 说）",
    en="whether the goal has a number, an absolute or a product (WRD005 tells where not)",
)
def measured(aim: AimView) -> bool:
    return has_measure(aim.view.text("goals.annual"))


@AIM.fact("idle", BOOL, zh="年度目标是否全是套话", en="whether the goal consists of idle words only")
def idle(aim: AimView) -> bool:
    return not words_of(aim.scope, aim.view.text("goals.annual"))


SUBJECTS = (SubjectKind(AIM, in_table=aim_views),)
