"""Whether a cost row tells what a project of several years costs as a whole, beside a budget of one year (domain: BUD003, BUD004)."""

from perflint.facts.dates.deadline import years_in
from perflint.facts.row import RowView
from perflint.facts.tableview import TableView
from perflint.pattern import pattern
from perflint.typography import fold

_PERIOD = ("project.period", "project.period.start", "project.period.end")
_WHOLE = pattern(
    r"总(?:投资|造价|成本|费用|支出|价|投入|概算|金额)|概算|投资(?:总额|额|规模)|合同(?:价|金额|额)|(?:工程|建设)(?:造价|投资|成本|费)"
)
_FURTHER = pattern(r"跨年|分年|[两二三四五]年|各年|以后年度|下年|次年|结转")


def tells_all_years(view: TableView, row: RowView) -> bool:
    """Return whether a row names the whole of a project that runs beyond the year of its table."""
    return _WHOLE.search(row.name) is not None and (_runs_beyond(view) or _says_so(row))


def _runs_beyond(view: TableView) -> bool:
    texts = [fold(view.text(cell)) for cell in _PERIOD]
    years = {year for text in texts for year in years_in(text if "年" in text or "-" in text else f"{text[:4]}年")}
    return bool(years - {view.scope.year}) if view.scope.year else len(years) > 1


def _says_so(row: RowView) -> bool:
    told = fold(row.text("description") + row.text("remark"))
    return _FURTHER.search(told) is not None or bool(set(years_in(told)) - {row.scope.year})
