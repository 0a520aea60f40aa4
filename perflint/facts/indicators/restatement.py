"""Facts about the rows of a table whose description only repeats the name."""

from collections.abc import Iterator

from msgspec import Struct

from perflint.facts.kind import SubjectKind
from perflint.facts.knowledge import Scope
from perflint.facts.spot import Relation, Spot
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import INT, STRING, Vocabulary
from perflint.typography import essence

RESTATEMENT = Vocabulary(
    "restatement",
    "描述照抄名称的各行（一张表一处）",
    "the rows whose description repeats the name (one subject a table)",
)

_COUNTS = ("数", "数量", "次", "量", "面积", "里程", "金额", "长度")
_EXEMPTING = "name.min_self_explaining_length"
_SHOWN = 5


class RestatementView(Struct, frozen=True):
    """The rows of a table whose description repeats the name: place and name of each."""

    scope: Scope
    rows: tuple[tuple[int, str], ...]

    def spot(self, at: str) -> Spot:  # noqa: ARG002  # the description of the first row
        """Return the place of the first such description."""
        return Spot("description", records="indicators", index=self.rows[0][0])

    def relations(self, at: str) -> tuple[Relation, ...]:  # noqa: ARG002  # the descriptions of the other rows
        """Return the other descriptions."""
        return tuple(
            Relation(Spot("description", records="indicators", index=index), f"“{name}”也是", f"so does “{name}”")
            for index, name in self.rows[1:]
        )


def restatement_views(view: TableView) -> Iterator[RestatementView]:
    """Yield one subject for a table with rows whose description repeats the name.

    Counts that explain themselves are exempted from a length on, if the setting gives one.
    """
    limit = view.scope.settings[_EXEMPTING]
    rows = tuple(
        (index, row.text("name").strip())
        for index, row in enumerate(view.rows)
        if row.filled("name")
        and row.filled("description")
        and (
            row.text("name") == row.text("description") or essence(row.text("name")) == essence(row.text("description"))
        )
        and not _is_exempt(row.name, limit)
    )
    if rows:
        yield RestatementView(view.scope, rows)


def _is_exempt(name: str, limit: object) -> bool:
    return isinstance(limit, float) and limit > 0 and len(name) >= limit and name.endswith(_COUNTS)


@RESTATEMENT.fact("count", INT, zh="这样的行数", en="number of such rows")
def count(restatement: RestatementView) -> int:
    return len(restatement.rows)


@RESTATEMENT.fact("names", STRING, zh="这些行的指标名称，至多五个", en="names of the rows, five at most")
def names(restatement: RestatementView) -> str:
    shown = tuple(dict.fromkeys(name for _, name in restatement.rows))
    return "”“".join(shown[:_SHOWN])


@RESTATEMENT.fact("first", STRING, zh="第一行的指标名称", en="name of the first such row")
def first(restatement: RestatementView) -> str:
    return restatement.rows[0][1]


SUBJECTS = (SubjectKind(RESTATEMENT, in_table=restatement_views),)
