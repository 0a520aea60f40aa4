"""Facts about an indicator of output or benefit against the annual goal (domain: §3.11, XTB011)."""

from collections.abc import Iterator

from msgspec import Struct

from perflint.facts.goals.aim import words_of
from perflint.facts.kind import SubjectKind
from perflint.facts.knowledge import Scope
from perflint.facts.row import RowView
from perflint.facts.spot import Spot
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import INT, STRING, Vocabulary

COUNTERPART = Vocabulary(
    "counterpart", "一条产出或效益指标，对照年度目标", "an indicator of output or benefit against the goal"
)

_JUDGED = ("output.quantity", "output.quality", "benefit")


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
    if words_of(view.scope, view.text("goals.annual")):
        for index, row in view.filled_rows:
            if row.class_id.startswith(_JUDGED) and row.filled("name"):
                yield CounterpartView(view, row, index)


@COUNTERPART.fact("name", STRING, zh="指标名称", en="name of the indicator")
def row_name(counterpart: CounterpartView) -> str:
    return counterpart.row.text("name").strip()


@COUNTERPART.fact(
    "words",
    INT,
    zh="指标名称和描述里有内容的二字词数（套话和数字不计）",
    en="pairs of neighbouring characters of name and description that say something; idle words and numbers are left out",
)
def words(counterpart: CounterpartView) -> int:
    return len(_of_row(counterpart))


@COUNTERPART.fact("shared_words", INT, zh="其中年度目标也有的", en="those of them that the goal has too")
def shared_words(counterpart: CounterpartView) -> int:
    return len(_of_row(counterpart) & words_of(counterpart.scope, counterpart.view.text("goals.annual")))


def _of_row(counterpart: CounterpartView) -> frozenset[str]:
    scope, row = counterpart.scope, counterpart.row
    return words_of(scope, row.text("name")) | words_of(scope, row.text("description"))


SUBJECTS = (SubjectKind(COUNTERPART, in_table=counterpart_views),)
