"""What a summary keeps of a table for the tables of other years: results, printed figures, texts that name a year."""

from decimal import Decimal, InvalidOperation

from perflint.across.summary import Note, Printed, RowInYears, note_cell
from perflint.facts import RowView, Spot, TableView
from perflint.facts.derived import once
from perflint.facts.evaluation.aligning import aligned
from perflint.facts.evaluation.answer import NUMBER, PERCENT, answered
from perflint.facts.history.alignment import Alignment
from perflint.facts.history.historyview import BEFORE, LAST, MEAN, PLANNED, HistoryView
from perflint.facts.money.amounts import cell_amount
from perflint.facts.money.outlay import Outlay
from perflint.pattern import pattern
from perflint.typography import fold

_FIGURES = (MEAN, LAST, BEFORE, PLANNED)
_PROSE = ("basis", "remark", "standard.source")
_DATED = ("basis", "description")
_YEAR = pattern(r"(?<!\d)20\d\d年")
_WHY = pattern(
    r"减少|萎缩|下降|终止|到期|结束|取消|调减|调整|调低|收缩|压减|压缩|核减|缩减|划出|移交|合并|退出|改为|不再|下调|暂停|停办"
    r"|增加|新增|提标|扩面|扩大|追加|划入|上调|提高|因[^此素果]|由于|原因"
)

_SINCE = pattern(
    r"(?:预算|经费|资金|规模|任务|金额)[^,，。;；]{0,8}(?:较|比)(?:上年|去年|往年|20\d\d年)[^,，。;；]{0,12}[增减加少升降调]"
)


def in_years(view: TableView, index: int, row: RowView) -> RowInYears:
    """Return what the same row of other years is compared with."""
    return RowInYears(
        *_alike(row),
        tuple([Printed(field, number, _note(view, index, row, field)) for field, number in _printed(row)]),
        tuple([_note(view, index, row, field) for field in _dated(row)]),
    )


def _note(view: TableView, index: int, row: RowView, field: str) -> Note:
    return note_cell(view, index, Spot(field), row.text(field).strip())


@once
def _alike(row: RowView) -> tuple[str, int, float, bool, str, str]:
    """Return what rows written alike have in common, in the order of the fields of a row in years."""
    told = fold("".join([row.text(field) for field in _PROSE]))
    result = _single(aligned(row)) if row.filled("actual") and answered(row) in {NUMBER, PERCENT} else ""
    reasoned = bool(told) and _WHY.search(told) is not None
    return row.text("name").strip(), HistoryView(row).better, _weight(row), reasoned, result, row.text("actual").strip()


@once
def _printed(row: RowView) -> tuple[tuple[str, str], ...]:
    """Return the cells of figures before, each with the number that stands beside the target."""
    found = ((field, _single(HistoryView(row).alignment(field))) for field in filter(row.filled, _FIGURES))
    return tuple((field, number) for field, number in found if number)


@once
def _dated(row: RowView) -> tuple[str, ...]:
    """Return the cells that name a year."""
    return tuple(field for field in filter(row.filled, _DATED) if _YEAR.search(fold(row.text(field))))


def _single(found: Alignment) -> str:
    """Return the number that stands beside the only one of the target, "" where there are several or none."""
    return str(found.pairs[0].reference) if len(found.pairs) == 1 and not found.problem else ""


def _weight(row: RowView) -> float:
    if not row.filled("weight"):
        return 0.0
    try:
        return float(Decimal(fold(row.text("weight")).rstrip("%分") or 0))
    except InvalidOperation:
        return 0.0


def prior_of(view: TableView) -> Outlay | None:
    """Return the budget of the year before as the table prints it."""
    amount = cell_amount(view, "budget.prior") if view.filled("budget.prior") else None
    return Outlay("", amount.yuan, amount.slack, amount.text) if amount else None


def is_reasoned(view: TableView) -> bool:
    """Return whether a remark of the table, or its purpose, says why its money or its work changed."""
    if view.filled("remark") and _WHY.search(fold(view.text("remark"))) is not None:
        return True
    return view.filled("project.purpose") and _SINCE.search(fold(view.text("project.purpose"))) is not None
