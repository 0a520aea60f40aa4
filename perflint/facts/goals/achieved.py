"""Facts about a number of what was achieved in words (实际完成情况) beside the result of the row for the same thing."""

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from perflint.facts.goals.same_number import number_in, same_in
from perflint.facts.kind import SubjectKind
from perflint.facts.knowledge import Scope
from perflint.facts.row import RowView
from perflint.facts.spot import Relation, Spot
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import DOUBLE, STRING, Vocabulary
from perflint.pattern import pattern
from perflint.quantity import Amount, Kind

ACHIEVED = Vocabulary(
    "achieved",
    "实际完成情况里的一个数，而指标的完成值是另一个数",
    "a number of the goal's actual completion where the result of the row for it is another one",
)
_ACTUAL = "goals.actual"
_PART = pattern(r"其中|累计|历年|至今|以来|目标|计划|原定|应|每|各|第[一二三四]?季度|上半年|[1-9]月份?(?![底末])")
_SENTENCE = pattern(r"[。；;！\n]")


class AchievedView(Struct, frozen=True):
    """A number of what was achieved, and the row whose result is another one."""

    scope: Scope
    text: str
    row: RowView
    index: int
    start: int
    end: int
    numbers: tuple[Decimal, Decimal]

    def spot(self, at: str) -> Spot:
        """Return the place of the number, or of the row's result."""
        if at == "actual":
            return Spot(at, records="indicators", index=self.index)
        return Spot(_ACTUAL, start=self.start, end=self.end)

    def relations(self, at: str) -> tuple[Relation, ...]:  # noqa: ARG002  # one other place
        """Return the place of the row's result."""
        return (Relation(self.spot("actual"), "完成值", "the result of the row"),)


def achieved_views(view: TableView) -> Iterator[AchievedView]:
    """Yield the numbers of the actual completion that no row has as result or target, each with the row for the same thing."""
    text = view.text(_ACTUAL)
    if not view.scope.evaluation or not text.strip():
        return
    targets = [(index, row) for index, row in view.filled_rows]
    rows = [(index, _of_result(row)) for index, row in targets if row.filled("actual")]
    plain = [(index, row) for index, row in rows if row.value.kind is Kind.NUMERIC and len(row.value.parts) == 1]
    if not plain:
        return
    for amount, index in same_in(view, text, plain, [row for _, row in (*targets, *rows)]):
        if not _is_partial(text, amount):
            typed = text[amount.start : amount.end].strip()
            numbers = (amount.low, number_in(view, dict(plain)[index], amount))
            yield AchievedView(view.scope, typed, view.rows[index], index, amount.start, amount.end, numbers)


def _of_result(row: RowView) -> RowView:
    """Return a row as it would be with its result as the target."""
    kept = {name: text for name, text in row.printed.items() if name in {"name", "level1", "level2", "unit"}}
    return RowView(row.scope, {**kept, "value": row.text("actual")})


def _is_partial(text: str, amount: Amount) -> bool:
    """Return whether the sentence up to a number speaks of a part, of more than the year, or of what was planned."""
    start = max((hit.end() for hit in _SENTENCE.finditer(text, 0, amount.start)), default=0)
    return _PART.search(text, start, amount.start) is not None


@ACHIEVED.fact(
    "text",
    STRING,
    zh="实际完成情况里的数，照录；只取说的是某条指标、而各指标的完成值和指标值都没有的数，“其中、累计、计划”等之后的不算",
    en="the number as typed; only one for the matter of a row that no row has as result or target, and none behind 其中, 累计, 计划 and the like",
)
def number_text(view: AchievedView) -> str:
    return view.text


@ACHIEVED.fact("name", STRING, zh="说同一件事的指标", en="the indicator of the same thing")
def name(view: AchievedView) -> str:
    return view.row.text("name").strip()


@ACHIEVED.fact("result", STRING, zh="它的完成值，照录", en="its result as typed")
def result(view: AchievedView) -> str:
    return view.row.text("actual").strip()


@ACHIEVED.fact("number", DOUBLE, zh="实际完成情况里的数", en="the number of the words")
def number(view: AchievedView) -> float:
    return float(view.numbers[0])


@ACHIEVED.fact("result_number", DOUBLE, zh="完成值的数，换成同一单位", en="the number of the result in the same unit")
def result_number(view: AchievedView) -> float:
    return float(view.numbers[1])


SUBJECTS = (SubjectKind(ACHIEVED, in_table=achieved_views, places=("actual",)),)
