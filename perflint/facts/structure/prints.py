"""Facts about what stands around the names of a table because its form prints it there: numbers, stars, 必填."""

from collections.abc import Iterator

from msgspec import Struct

from perflint.facts.kind import SubjectKind
from perflint.facts.knowledge import Scope
from perflint.facts.printed import MANDATORY, NUMBER, POINTS, STAR, pieces
from perflint.facts.spot import Spot
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import INT, STRING, STRINGS, Vocabulary

PRINTS = Vocabulary(
    "prints", "指标名称里印着的编号和标记：每张表一处", "numbers and signs of the form in the names: one a table"
)
_KINDS = frozenset({NUMBER, STAR, MANDATORY, POINTS})
_SHOWN = 3


class PrintsView(Struct, frozen=True):
    """The rows of a table whose names carry what the form prints: index, what is printed, the name, the bare name."""

    scope: Scope
    rows: tuple[tuple[int, tuple[str, ...], str, str], ...]

    def spot(self, at: str) -> Spot:  # noqa: ARG002  # the first of them stands for all
        """Return the name of the first row."""
        return Spot("name", records="indicators", index=self.rows[0][0])

    def spots(self, at: str) -> tuple[Spot, ...]:  # noqa: ARG002
        """Return the names of all these rows."""
        return tuple(Spot("name", records="indicators", index=index) for index, *_ in self.rows)


def prints_views(view: TableView) -> Iterator[PrintsView]:
    """Yield the names of a table that carry what its form prints."""
    found = []
    for index, row in enumerate(view.rows):
        name = row.printed.get("name", "")
        bare = row.text("name").strip()
        kept = tuple(name[p.start : p.end].strip() for p in pieces(name) if p.kind in _KINDS)
        if kept and bare and not row.declined:
            found.append((index, kept, name.strip(), bare))
    if found:
        yield PrintsView(view.scope, tuple(found))


@PRINTS.fact("count", INT, zh="行数", en="number of rows")
def count(prints: PrintsView) -> int:
    return len(prints.rows)


@PRINTS.fact("signs", STRINGS, zh="印着的编号和标记，各一个", en="the numbers and signs, each once")
def signs(prints: PrintsView) -> tuple[str, ...]:
    return tuple(dict.fromkeys(sign for _, kept, _, _ in prints.rows for sign in kept))[:_SHOWN]


@PRINTS.fact("names", STRING, zh="这些行的名称（最多三个）", en="the names of these rows, three at most")
def names(prints: PrintsView) -> str:
    shown = "、".join(f"“{bare}”" for _, _, _, bare in prints.rows[:_SHOWN])
    return shown + ("等" if len(prints.rows) > _SHOWN else "")


@PRINTS.fact("bare", STRINGS, zh="各行去掉之后的名称，逐一列出", en="the bare name of each row, in order")
def bare(prints: PrintsView) -> tuple[str, ...]:
    return tuple(plain for _, _, _, plain in prints.rows)


SUBJECTS = (SubjectKind(PRINTS, in_table=prints_views),)
