"""Facts about a number of the goal whose parts the same sentence lists: 350户，其中一般户210户、低保户80户、特困户50户 (domain: XTB053)."""

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from perflint.facts.goals.clause import number_start
from perflint.facts.goals.partition import lists_in
from perflint.facts.goals.told import GOAL, part_of, told_texts
from perflint.facts.kind import SubjectKind
from perflint.facts.knowledge import Scope
from perflint.facts.prose import Prose
from perflint.facts.spot import Relation, Spot
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import BOOL, DOUBLE, STRING, Vocabulary
from perflint.quantity import Amount
from perflint.typography import fold

LISTED_PARTS = Vocabulary(
    "listed_parts", "年度目标里列出各部分的一个总数", "a number of the goal whose parts are listed behind it"
)


class ListedPartsView(Struct, frozen=True):
    """A number and the parts listed behind it, in its unit."""

    view: TableView
    prose: Prose
    whole: Amount
    parts: tuple[Amount, ...]
    total: Decimal

    @property
    def scope(self) -> Scope:
        """What the table's cells have in common."""
        return self.view.scope

    def spot(self, at: str) -> Spot:  # noqa: ARG002  # a number stands in the goal
        """Return the place of the number."""
        return part_of(self.prose, self.whole.start, self.whole.end)

    def relations(self, at: str) -> tuple[Relation, ...]:  # noqa: ARG002  # one list
        """Return the place of the list."""
        return (Relation(part_of(self.prose, self.parts[0].start, self.parts[-1].end), "各部分", "the parts"),)


def listed_parts_views(view: TableView) -> Iterator[ListedPartsView]:
    """Yield the numbers of the goal behind which parts are listed that surely do not overlap and leave nothing out."""
    said: set[str] = set()
    for prose in told_texts(view):
        for whole, parts, total in lists_in(prose.text, view.scope.knowledge.reader):
            words = prose.text[whole.start : parts[-1].end]
            if words not in said:
                yield ListedPartsView(view, prose, whole, parts, total)
            said.add(words)


@LISTED_PARTS.fact(
    "in_goal",
    BOOL,
    zh="是否写在年度目标里（否则在用途、使用范围或任务里）",
    en="whether it stands in the annual goal, else in purpose, scope or a task",
)
def in_goal(listed: ListedPartsView) -> bool:
    return listed.prose.field == GOAL


@LISTED_PARTS.fact("text", STRING, zh="总数，照录", en="the number as typed")
def text(listed: ListedPartsView) -> str:
    prose, whole = listed.prose.text, listed.whole
    return prose[number_start(prose, whole) : whole.end].strip()


@LISTED_PARTS.fact("parts", STRING, zh="各部分，照录", en="the parts as typed")
def parts_text(listed: ListedPartsView) -> str:
    return " ＋ ".join(part.printed for part in listed.parts)


@LISTED_PARTS.fact("sum", STRING, zh="各部分之和，带总数的单位", en="what the parts come to, in the unit of the number")
def sum_text(listed: ListedPartsView) -> str:
    whole = listed.whole
    scale = whole.part.scale or Decimal(1)
    unit = fold(whole.printed).removeprefix(fold(whole.number))
    return f"{(listed.total / scale).normalize():f}{unit}"


@LISTED_PARTS.fact(
    "gap",
    DOUBLE,
    zh="各部分之和与总数之差，占总数的比例",
    en="the difference between the sum and the number, as a share of it",
)
def gap(listed: ListedPartsView) -> float:
    return float(abs(listed.total - listed.whole.low) / listed.whole.low)


SUBJECTS = (SubjectKind(LISTED_PARTS, in_table=listed_parts_views),)
