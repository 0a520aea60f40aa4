"""Facts about a number of the purpose of a project beside the row that counts the same thing otherwise."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from perflint.facts.goals.named import named_otherwise
from perflint.facts.goals.same_number import number_in, same_in
from perflint.facts.kind import SubjectKind
from perflint.facts.knowledge import Scope
from perflint.facts.row import RowView
from perflint.facts.spot import Relation, Spot
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import DOUBLE, STRING, Vocabulary
from perflint.pattern import pattern
from perflint.quantity import Amount, Kind

PURPOSE_FIGURE = Vocabulary(
    "purpose_figure",
    "资金用途、立项依据里的一个数，而指标里同一件事是另一个数",
    "a number of the purpose or the basis of the project where the row for it has another one",
)
_NAMED = "project.purpose"
_CELLS = (_NAMED, "project.basis")
_OTHERWISE = pattern(
    r"全[县市区省国]|现有|共有|已有|已|原有|拥有|辖|累计|总计|[三五]年|分年|分期|逐年|上年|去年|往年|20\d\d年|其中|每|各|规划|计划三|剩余|尚|申请|预计|约"
)
_SENTENCE = pattern(r"[。；;！\n]")


class PurposeFigureView(Struct, frozen=True):
    """A number of the purpose, and the row that has another one for the same thing."""

    scope: Scope
    text: str
    row: RowView
    index: int
    place: Spot
    numbers: tuple[Decimal, Decimal]

    def spot(self, at: str) -> Spot:  # noqa: ARG002  # it stands in one cell
        """Return the place of the number."""
        return self.place

    def relations(self, at: str) -> tuple[Relation, ...]:  # noqa: ARG002  # one other place
        """Return the value of the row."""
        spot = Spot("value", records="indicators", index=self.index)
        return (Relation(spot, "指标值", "the target value"),)


def purpose_figure_views(view: TableView) -> Iterator[PurposeFigureView]:
    """Yield the numbers of purpose and basis that no row shows, each with the row that counts the same thing."""
    rows = [
        (index, row)
        for index, row in view.filled_rows
        if row.value.kind is Kind.NUMERIC and len(row.value.parts) == 1 and row.class_id == "output.quantity"
    ]
    for field in _CELLS if rows else ():
        text = view.text(field)
        named = _named(view, text, rows) if field == _NAMED else set()
        for amount, index in same_in(view, text, rows, [row for _, row in view.filled_rows]):
            if amount in named:
                continue
            start = max((hit.end() for hit in _SENTENCE.finditer(text, 0, amount.start)), default=0)
            if not _OTHERWISE.search(text, start, amount.start):
                typed = text[amount.start : amount.end].strip()
                place = Spot(field, start=amount.start, end=amount.end)
                numbers = (amount.low, number_in(view, view.rows[index], amount))
                yield PurposeFigureView(view.scope, typed, view.rows[index], index, place, numbers)


def _named(view: TableView, text: str, rows: Sequence[tuple[int, RowView]]) -> set[Amount]:
    """Return the numbers whose thing and work a row names too: XTB010 tells those of the purpose."""
    lexicon = view.scope.knowledge.lexicon
    actions, states = (tuple(lexicon.words(f"bundle.{name}")) for name in ("goal_actions", "goal_states"))
    return {amount for amount, _, _ in named_otherwise(text, view.scope.year, rows, actions, states)}


@PURPOSE_FIGURE.fact(
    "text",
    STRING,
    zh="资金用途、立项依据里的数，照录；只取说要做多少、而各指标都没有的数，现状、累计、其他年度的不算",
    en="the number as typed: only what is to be done and no row shows, none of what is there, of more years or of other ones",
)
def text_of(view: PurposeFigureView) -> str:
    return view.text


@PURPOSE_FIGURE.fact("name", STRING, zh="说同一件事的指标", en="the row for the same thing")
def name(view: PurposeFigureView) -> str:
    return view.row.text("name").strip()


@PURPOSE_FIGURE.fact("value", STRING, zh="它的指标值，照录", en="its value as typed")
def value(view: PurposeFigureView) -> str:
    return view.row.text("op").strip() + view.row.text("value").strip() + view.row.text("unit").strip()


@PURPOSE_FIGURE.fact("number", DOUBLE, zh="用途、依据里的数", en="the number of the text")
def number(view: PurposeFigureView) -> float:
    return float(view.numbers[0])


@PURPOSE_FIGURE.fact("row_number", DOUBLE, zh="指标值的数，换成同一单位", en="the number of the row in the same unit")
def row_number(view: PurposeFigureView) -> float:
    return float(view.numbers[1])


SUBJECTS = (SubjectKind(PURPOSE_FIGURE, in_table=purpose_figure_views),)
