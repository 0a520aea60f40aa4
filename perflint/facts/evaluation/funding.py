"""The sources of the money that was spent, beside its total."""

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from perflint.facts.evaluation.executionview import SOURCES
from perflint.facts.kind import SubjectKind
from perflint.facts.knowledge import Scope
from perflint.facts.money.amounts import Amount, read_amount, ten_thousands, tolerance, total_of
from perflint.facts.spot import Relation, Spot
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import BOOL, INT, STRING, Vocabulary

FUNDING = Vocabulary(
    "funding",
    "一栏金额（年初预算数、全年预算数或执行数）的总额与各资金来源（来源超过10行的不判断）",
    "one column of money (planned, adjusted or executed): its total and its sources (ten at most)",
)

_COLUMNS = {"planned": ("年初预算数", "planned budget"), "adjusted": ("全年预算数", "budget of the year"),
            "executed": ("全年执行数", "money spent")}  # fmt: skip
_MOST = 10


class FundingView(NamedTuple):
    """The total of one column and the amounts of its sources, those that are naught left out."""

    scope: Scope
    column: str
    whole: Amount
    parts: tuple[tuple[Amount, int], ...]

    def spot(self, at: str) -> Spot:  # noqa: ARG002  # a column has one total
        """Return the place of the total."""
        return Spot(f"execution.{self.column}")

    def relations(self, at: str) -> tuple[Relation, ...]:  # noqa: ARG002  # one set of sources
        """Return the places of the sources."""
        return tuple(Relation(Spot(self.column, records=SOURCES, index=i), one.text, one.text) for one, i in self.parts)

    def summands(self, at: str) -> tuple[str, ...]:  # noqa: ARG002  # one set of sources
        """Return the texts of the sources."""
        return tuple(one.text for one, _ in self.parts)


def funding_views(view: TableView) -> Iterator[FundingView]:
    """Yield the columns of a self-evaluation whose total and at least one source hold an amount."""
    for column in _COLUMNS if SOURCES in view.table.records else ():
        whole = read_amount(view.text(f"execution.{column}"), view.scope.currency)
        read = [
            (read_amount(record.text(column), view.scope.currency), index)
            for index, record in enumerate(view.table.records.get(SOURCES, ()))
        ]
        parts = tuple((amount, index) for amount, index in read if amount is not None and amount.yuan)
        if whole is not None and parts and len(parts) <= _MOST:
            yield FundingView(view.scope, column, whole, parts)


@FUNDING.fact("column_zh", STRING, zh="栏名", en="name of the column, in Chinese")
def column_zh(view: FundingView) -> str:
    return _COLUMNS[view.column][0]


@FUNDING.fact("column_en", STRING, zh="栏名（英文）", en="name of the column, in English")
def column_en(view: FundingView) -> str:
    return _COLUMNS[view.column][1]


@FUNDING.fact("total", STRING, zh="总额，照录", en="the total as typed")
def whole_text(view: FundingView) -> str:
    return view.whole.text


@FUNDING.fact("sum", STRING, zh="各来源之和（万元）", en="the sum of the sources in 万元")
def sum_text(view: FundingView) -> str:
    return ten_thousands(total_of(amount for amount, _ in view.parts))


@FUNDING.fact("sources", INT, zh="有金额的来源个数", en="number of sources with an amount")
def sources(view: FundingView) -> int:
    return len(view.parts)


@FUNDING.fact("above", BOOL, zh="各来源之和是否大于总额", en="whether the sources are more than the total")
def above(view: FundingView) -> bool:
    return total_of(amount for amount, _ in view.parts) > view.whole.yuan


@FUNDING.fact(
    "adds_up",
    BOOL,
    zh="总额是否等于各来源（或其中几项，“其中”套“其中”时）之和",
    en="whether the total is the sum of the sources, or of some of them where one is part of another",
)
def adds_up(view: FundingView) -> bool:
    amounts = [amount for amount, _ in view.parts]
    allowed = tolerance((view.whole, *amounts))
    chosen = (some for size in range(len(amounts), 0, -1) for some in combinations(amounts, size))
    return any(abs(total_of(some) - view.whole.yuan) <= allowed for some in chosen)


SUBJECTS = (SubjectKind(FUNDING, in_table=funding_views),)
