"""A description that is word for word that of another row, and speaks of that row only."""

from collections.abc import Iterator

from msgspec import Struct

from perflint.facts.kind import SubjectKind
from perflint.facts.knowledge import Scope
from perflint.facts.row import RowView
from perflint.facts.spot import Relation, Spot
from perflint.facts.subject_matter import core
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import STRING, Vocabulary
from perflint.typography import fold

BORROWED = Vocabulary(
    "borrowed",
    "与另一行一字不差、只说那一行的描述",
    "a description that is another row's word for word and speaks of that row only",
)
_SHORTEST = 6  # characters of a description that says something
_MOST = 80  # rows that are compared


class BorrowedView(Struct, frozen=True):
    """The row, and the row whose description it has."""

    scope: Scope
    row: RowView
    index: int
    other: RowView
    other_index: int

    def spot(self, at: str) -> Spot:  # noqa: ARG002  # a row has one description
        """Return the place of the description."""
        return Spot("description", records="indicators", index=self.index)

    def relations(self, at: str) -> tuple[Relation, ...]:  # noqa: ARG002  # one other place
        """Return the description of the other row."""
        spot = Spot("description", records="indicators", index=self.other_index)
        return (Relation(spot, "同样的描述", "the same description"),)


def borrowed_views(view: TableView) -> Iterator[BorrowedView]:
    """Yield the rows with the description of another one that has what tells the other name apart, and nothing of their own."""
    told: dict[str, list[int]] = {}
    for index, row in enumerate(view.rows[:_MOST]):
        if len(row.text("description").strip()) >= _SHORTEST:
            told.setdefault(fold(row.text("description")).rstrip("。"), []).append(index)
    for text, places in told.items():
        for index in places if len(places) > 1 else ():
            owner = next((at for at in places if at != index and _is_of(text, view.rows[at], view.rows[index])), None)
            if owner is not None:
                yield BorrowedView(view.scope, view.rows[index], index, view.rows[owner], owner)


def _is_of(text: str, owner: RowView, row: RowView) -> bool:
    """Return whether a text has all that tells the owner's name from the row's, and nothing that tells the row's from it."""
    own, other = _letters(row.name), _letters(owner.name)
    mine, its = own - other, other - own
    return bool(mine) and len(its) > 0 and its <= set(text) and not mine & set(text)


def _letters(name: str) -> set[str]:
    return set(core(name)) - set("率度数量的")


@BORROWED.fact("name", STRING, zh="指标名称", en="name of the row")
def name(view: BorrowedView) -> str:
    return view.row.text("name").strip()


@BORROWED.fact("other_name", STRING, zh="描述所说的那一行的名称", en="name of the row that the description is about")
def other_name(view: BorrowedView) -> str:
    return view.other.text("name").strip()


SUBJECTS = (SubjectKind(BORROWED, in_table=borrowed_views),)
