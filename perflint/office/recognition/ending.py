"""Where a list ends, and what in it is no entry: margins, sums, the turn from mid-term to annual indicators."""

from perflint.office.grid import GridCell
from perflint.office.recognition.desk import Desk, OpenList
from perflint.office.recognition.placing import Placing
from perflint.office.recognition.sheet import Row
from perflint.office.recognition.wording import NUMBER, exact, halves, plain
from perflint.typography import fold

_MIDTERM = ("长期", "中长期", "中期", "实施期", "项目期", "总目标", "实施周期", "三年")
_TWO_TERMS = ("长期及", "中长期和", "中长期与")
_FEWEST = 3
_OPENING = frozenset({"level1", "level2", "name"})
_ANNUAL = ("年度", "当年", "本年")
_APART = frozenset(
    {"name", "value", "op", "unit", "actual", "weight", "score", "remark", "basis", "description", "scoring"}
)


def is_midterm(text: str) -> bool:
    """Return whether the words beside a list say that its indicators are mid-term ones."""
    words = plain(text)
    return words.startswith(_MIDTERM) and not words.startswith(_TWO_TERMS)


def turn(opened: OpenList, cell: GridCell) -> None:
    """Begin the other half of a list whose halves stand below each other under one row of headings."""
    midterm = is_midterm(cell.text)
    if midterm != opened.midterm and (midterm or plain(cell.text).startswith(_ANNUAL)):
        opened.midterm = midterm
        opened.carried.clear()


def closes(desk: Desk, opened: OpenList, row: Row) -> bool:
    """Return whether a row is of another part of the form, so that the list ended before it."""
    first = row.cells[0]
    if desk.vocabulary.level(first.text) is not None or first.column > opened.columns[0].start:
        return False
    if desk.sheet.exact and first.column < opened.columns[0].start and desk.vocabulary.heads(first.text):
        return "指标" not in first.text  # another part of the form, not the list's own margin printed again
    if exact(first.text) in opened.listing.sum or _is_entry(desk, opened, row):
        return False
    if desk.sheet.exact and (_is_across(opened, row) or _opens_part(opened, row)):
        return True
    words = (halves(first.text) or (first.text, ""))[0]
    label = desk.vocabulary.label(words)
    if label and _stands_in_columns(desk, opened, row):
        return False
    return bool(label) and (opened.listing.name == "indicators" or not str(label).startswith("budget."))


def _is_entry(desk: Desk, opened: OpenList, row: Row) -> bool:
    """Return whether a row is one of the list whatever its first cell says: a class stands under the heading of classes."""
    levels = {column.start for column in opened.columns if column.field in {"level1", "level2"}}
    return any(cell.column in levels and desk.vocabulary.level(cell.text) is not None for cell in row.cells)


def _stands_in_columns(desk: Desk, opened: OpenList, row: Row) -> bool:
    """Return whether a row stands under the headings of a list and nothing behind its first cell is a label."""
    starts = {column.start: column.field for column in opened.columns}
    standing = sum(cell.column in starts for cell in row.cells)
    behind = [
        cell for cell in row.cells[1:] if starts.get(cell.column) not in _OPENING or cell.text != row.cells[0].text
    ]
    return standing >= _FEWEST and bool(behind) and not any(desk.vocabulary.label(cell.text) for cell in behind)


def _opens_part(opened: OpenList, row: Row) -> bool:
    """Return whether a row is one numbered heading over the whole of a list: 三、绩效指标."""
    first, last = row.cells[0], opened.columns[-1]
    return len(row.cells) == 1 and first.column + first.columns > last.end and bool(NUMBER.match(fold(first.text)))


def _is_across(opened: OpenList, row: Row) -> bool:
    """Return whether a cell goes over columns of the list that no entry joins: a name with its target and what follows."""
    if opened.listing.name != "indicators":
        return False
    named = [column for column in opened.columns if column.field in _APART]
    return any(
        sum(cell.column <= one.start and one.end < cell.column + cell.columns for one in named) > 1
        for cell in row.cells
    )


def is_margin(desk: Desk, opened: OpenList, cell: GridCell) -> bool:
    """Return whether a cell stands before the list and only heads it."""
    if cell.column >= opened.columns[0].start:
        return False
    if desk.vocabulary.level(cell.text) is not None:
        return False
    return desk.vocabulary.heads(cell.text) or (desk.sheet.exact and cell.rows > 1) or "指标" in cell.text


def is_sum(opened: OpenList, placing: Placing, first: GridCell) -> bool:
    """Return whether a row is the printed sum of a list."""
    if opened.listing.name == "indicators":
        fields = {opened.columns[place].field for place in placing}
        return exact(first.text) in opened.listing.sum and "name" not in fields
    words = [cell for place, cell in placing.items() if opened.columns[place].field not in opened.listing.money]
    return len(words) == 1 and exact(words[0].text) in opened.listing.sum


def sums_up(desk: Desk, row: Row) -> OpenList | None:
    """Return the list that ended before a row which is its sum all the same: the points at the end of the form."""
    closed, first = desk.closed, row.cells[0]
    if closed is None or closed.listing.name != "indicators" or exact(first.text) not in closed.listing.sum:
        return None
    points = {column.start for column in closed.columns if column.field in {"weight", "score"}}
    return closed if all(cell.column in points for cell in row.cells[1:]) and len(row.cells) > 1 else None
