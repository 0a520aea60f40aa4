"""How the budget was spent: the total and each source of money, with the rate, the points and the score that are printed."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from perflint.facts.derived import derived
from perflint.facts.evaluation.points import Points, fits, points_of, read_points
from perflint.facts.evaluation.resultview import is_sum
from perflint.facts.money.amounts import Amount, read_amount
from perflint.facts.spot import Spot
from perflint.facts.tableview import TableView
from perflint.pattern import pattern
from perflint.source import NodeKind
from perflint.typography import fold

SOURCES = "execution.sources"
_RATE = pattern(r"(\d{1,6})(?:\.(\d{1,10}))?(%|百分比)?")
_OTHER_BASE = pattern(r"应支付|应付|到位|合同(?:价|额|金额)|中标|拨付数|下达数|扣除|实际需求|统筹整合|采购金额")
_HUNDRED, _MOST = Decimal(100), Decimal(40)
_FIELDS = ("planned", "adjusted", "executed", "rate", "weight", "score")


class Rate(NamedTuple):
    """A printed rate as percentages that it may mean (0.958 is 95.8 %, 1 is 1 % or 100 %)."""

    readings: tuple[Points, ...]

    def is_about(self, exact: Decimal) -> bool:
        """Return whether it is an exact percentage, rounded or cut off."""
        return any(fits(reading, exact) for reading in self.readings)

    def differs_by(self, exact: Decimal) -> Decimal:
        """Return by how many points the nearest reading misses an exact percentage."""
        return min(abs(reading.value - exact) for reading in self.readings)


def read_rate(text: str) -> Rate | None:
    """Return the rate of a cell, None where it is blank or holds anything else."""
    found = _RATE.fullmatch(fold(text))
    if not found:
        return None
    decimals = found[2] or ""
    number = Decimal(f"{found[1]}.{decimals}" if decimals else found[1])
    plain = Points(number, len(decimals), percent=True)
    share = Points(number * _HUNDRED, max(len(decimals) - 2, 0), percent=True)
    return Rate((plain,) if found[3] else (plain, share))


class ExecutionView:
    """The money of a whole table, or of one source."""

    def __init__(self, view: TableView, cells: dict[str, str], index: int | None) -> None:
        self.view = view
        self.scope = view.scope
        self.cells = cells
        self.index = index

    def spot(self, at: str) -> Spot:
        """Return the place of a cell of the total or of the source."""
        if self.index is None:
            return Spot(at)
        return Spot(at.removeprefix("execution."), records=SOURCES, index=self.index)

    def amount(self, name: str) -> Amount | None:
        """Return the amount of one of its cells, None where it holds none."""
        return read_amount(self.cells[name], self.scope.currency)

    @derived
    def base(self) -> Amount | None:
        """The budget of the whole year, else that of its start: what a rate divides by; None if it is none or naught."""
        found = self.amount("adjusted") if self.cells["adjusted"].strip() else self.amount("planned")
        return found if found and found.yuan > 0 else None

    @derived
    def exact(self) -> Decimal | None:
        """What was spent in percent of the base, None where that cannot be said."""
        spent = self.amount("executed")
        return spent.yuan * _HUNDRED / self.base.yuan if spent and self.base else None

    @derived
    def rate(self) -> Rate | None:
        """The printed rate."""
        return read_rate(self.cells["rate"])

    @derived
    def points(self) -> Decimal:
        """The points for spending: as printed, else what the rows leave of a hundred, else the setting."""
        printed = read_points(self.cells["weight"])
        if printed:
            return printed.value
        rest = _HUNDRED - points_of(row for row in self.view.rows if not is_sum(row))
        return rest if 0 < rest <= _MOST else Decimal(str(self.scope.settings["evaluation.execution_points"]))

    @derived
    def unsure(self) -> bool:
        """Whether the points are a guess that the score is above: 20 where 10 are usual and nothing is printed."""
        score, printed = read_points(self.cells["score"]), read_points(self.cells["weight"])
        usual = Decimal(str(self.scope.settings["evaluation.execution_points"]))
        return printed is None and self.points == usual and score is not None and score.value > usual

    @derived
    def due(self) -> tuple[Decimal, ...]:
        """The scores that would be right: the rate, worked out or printed, of the points, at most all of them."""
        if self.unsure:
            return ()
        rates = [self.exact] if self.exact is not None else []
        rates += [reading.value for reading in self.rate.readings] if self.rate else []
        return tuple(min(rate, _HUNDRED) * self.points / _HUNDRED for rate in rates)

    @derived
    def other_base(self) -> bool:
        """Whether the table says that the rate divides by something else than the budget (应支付, 到位)."""
        said = [self.view.text("remark"), self.view.text("deviation"), *_free_texts(self.view)]
        return any(_OTHER_BASE.search(fold(text)) for text in said)


def _free_texts(view: TableView) -> Iterator[str]:
    """Yield the keys and texts of one's own (x-…) beside the money."""
    cell = view.table.cells.get("execution")
    for key, value in cell.node.pairs if cell and cell.node.kind is NodeKind.MAPPING else ():
        if key.text.startswith(("x-", "X-", "remark", "备注")):
            yield key.text
            yield value.text if value.kind is NodeKind.SCALAR else ""


def _tells(cells: dict[str, str]) -> bool:
    return any(cells[name].strip() for name in ("rate", "score", "executed"))


def execution_views(view: TableView) -> Iterator[ExecutionView]:
    """Yield the total and the sources of a self-evaluation that hold a rate, a score or what was spent."""
    if not view.scope.evaluation:
        return
    whole = {name: view.text(f"execution.{name}") for name in _FIELDS}
    if _tells(whole):
        yield ExecutionView(view, whole, None)
    for index, record in enumerate(view.table.records.get(SOURCES, ())):
        cells = {name: record.text(name) for name in (*_FIELDS, "item")}
        if _tells(cells):
            yield ExecutionView(view, cells, index)
