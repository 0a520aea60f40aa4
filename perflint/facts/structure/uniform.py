"""A fact about a whole table: whether all of its rates are exactly 100 %."""

from perflint.facts.indicators.reach import all_of
from perflint.facts.structure.table import TABLE
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import BOOL, INT


def _rates(view: TableView) -> tuple[bool, ...]:
    """Return for each annual rate in % whether it is exactly 100 %."""
    return tuple(all_of(row) for _, row in view.filled_rows if "%" in row.value.unit and row.value.first.number)


@TABLE.fact("rates", INT, zh="以%计的年度指标数", en="annual indicators in %")
def rates(view: TableView) -> int:
    return len(_rates(view))


@TABLE.fact("all_100", BOOL, zh="以%计的指标是否全部恰为100%", en="whether every rate in % is exactly 100 %")
def all_100(view: TableView) -> bool:
    found = _rates(view)
    return bool(found) and all(found)
