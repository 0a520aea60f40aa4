"""Lists with headings of columns: indicators, tasks, parts of the cost, steps of a schedule."""

from functools import partial

from perflint.office.grid import GridCell
from perflint.office.recognition.columns import NUMBER, Column, Heading, columns_of
from perflint.office.recognition.content import column_texts, field_by_content
from perflint.office.recognition.desk import Desk, OpenList
from perflint.office.recognition.draft import Branch, Leaf
from perflint.office.recognition.ending import closes, is_margin, is_midterm, is_sum, sums_up, turn
from perflint.office.recognition.entries import add_entries
from perflint.office.recognition.flat import take_heads
from perflint.office.recognition.headings import headings, listing_of, second_row
from perflint.office.recognition.naming import known_key
from perflint.office.recognition.placing import Placing, fits, place_cells
from perflint.office.recognition.settling import settled
from perflint.office.recognition.sheet import Row, is_regular
from perflint.office.recognition.vocabulary import Listing
from perflint.office.recognition.wording import NUMBER as NUMBER_BEFORE
from perflint.office.recognition.wording import exact, plain, trimmed

_LEFT_HALF = 3.0
_FEW, _GROUPS, _BY_CONTENT = 3, 2, 0.9
_NAMING = frozenset({"level1", "level2", "name"})


def read_headings(desk: Desk, row: Row) -> bool:
    """Read the headings of a list; further rows of headings below them are awaited."""
    listing = listing_of(row, desk.vocabulary) or _by_class(desk, row)
    if listing is None:
        return False
    found = _with_classes(desk, row, headings(row, listing, desk.vocabulary), listing)
    for cell in row.cells:
        desk.draft.use(cell, listing.name, "label")
        desk.draft.marks.append(plain(cell.text))
    _open(desk, listing, found)
    for cell in row.cells:
        if desk.opened and desk.vocabulary.level(cell.text) == 1 and cell.columns == 1:
            desk.opened.carried["level1"] = (Leaf(trimmed(cell.text), cell.place), cell)
    if desk.opened:
        desk.opened.midterm = is_midterm(row.cells[0].text)
    desk.awaiting = partial(_read_second, listing=listing, found=found)
    desk.pending = []
    return True


def _with_classes(desk: Desk, row: Row, found: list[Heading], listing: Listing) -> list[Heading]:
    """Return headings with the first cell of the row as that of the classes, where they stand below it (绩效指标 over 产出指标)."""
    margin = row.cells[0]
    if (
        listing.name != "indicators"
        or margin.rows > 1
        or any(one.field == "level1" or one.cell is margin for one in found)
    ):
        return found
    texts = column_texts(desk.sheet, margin, margin.column, margin.row + 1)
    of_classes = field_by_content(texts, desk.vocabulary) == "level1"
    return [Heading(margin, "level1", sure=_BY_CONTENT), *found] if of_classes else found


def _by_class(desk: Desk, row: Row) -> Listing | None:
    """Return the list of indicators where classes head groups of its columns: 产出指标 over 三级指标 and 指标值."""
    classes = [cell for cell in row.cells if cell.columns > 1 and desk.vocabulary.level(cell.text) == 1]
    listing = next(one for one in desk.vocabulary.listings if one.name == "indicators")
    if len(classes) < _GROUPS:
        return None
    for cell in classes:
        below = [desk.sheet.at(cell.row + cell.rows, cell.column + place) for place in range(cell.columns)]
        if not {"name", "value"} <= {listing.field(one.text) for one in below if one is not None}:
            return None
    return listing


def _open(desk: Desk, listing: Listing, found: list[Heading]) -> None:
    last = max(heading.cell.row + heading.cell.rows for heading in found)
    sure = settled(desk, found, last) if listing.name == "indicators" else found
    columns = columns_of(sure, listing, trusted=desk.sheet.exact)
    for heading in sure:
        desk.draft.guess(f"{listing.name}.{heading.field}", heading.cell.text, heading.sure)
    before = desk.opened if desk.opened and desk.opened.listing.name == listing.name else None
    again = before if before and not before.midterm else None
    desk.opened = OpenList(listing, columns, last, again.carried if again else {}, bool(again and again.left_used))
    desk.opened.regular = is_regular(desk.sheet, last, columns, desk.vocabulary)


def _read_second(desk: Desk, row: Row, listing: Listing, found: list[Heading]) -> bool:
    if _is_counting(row):
        for cell in row.cells:
            desk.draft.use(cell, listing.name, "label")
        return True
    more = second_row(row, found, listing, desk.vocabulary)
    if not more:
        return False
    for cell in row.cells:
        desk.draft.use(cell, listing.name, "label")
        desk.draft.marks.append(plain(cell.text))
    midterm = bool(desk.opened and desk.opened.midterm)
    every = found + more
    _open(desk, listing, every)
    if desk.opened:
        desk.opened.midterm = midterm
    desk.awaiting = partial(_read_second, listing=listing, found=every)
    return True


def _is_counting(row: Row) -> bool:
    """Return whether a row only numbers the columns: 1, 2, 3."""
    texts = [exact(cell.text) for cell in row.cells]
    return len(texts) > _FEW and texts == [str(number) for number in range(1, len(texts) + 1)]


def read_entry(desk: Desk, row: Row) -> bool:
    """Read a row of the open list; a row that opens another part of the form closes it."""
    opened = desk.opened or sums_up(desk, row)
    if opened is None or not opened.columns:
        return False
    if closes(desk, opened, row):
        desk.opened, desk.closed = None, opened
        return False
    if _is_counting(row):
        for cell in row.cells:
            desk.draft.use(cell, opened.listing.name, "label")
        return True
    cells = _without_doubled(desk, _without_margin(desk, opened, row))
    if len(cells) == 1 and _heads_class(desk, opened, cells[0]):
        return True
    if cells:
        _take_in(desk, opened, row, cells)
    return True


def _heads_class(desk: Desk, opened: OpenList, cell: GridCell) -> bool:
    """Take in a cell alone over the names and targets as the class of the rows below it: 一、产出指标."""
    wide = {column.field for column in opened.columns if cell.column <= column.start < cell.column + cell.columns}
    if opened.listing.name != "indicators" or not {"name", "value"} <= wide or desk.vocabulary.level(cell.text) != 1:
        return False
    for below in ("level1", "level2"):
        opened.carried.pop(below, None)
    opened.carried["level1"] = (Leaf(NUMBER_BEFORE.sub("", trimmed(cell.text)), cell.place), cell)
    desk.draft.use(cell, "indicators.level1", "value")
    return True


def _without_margin(desk: Desk, opened: OpenList, row: Row) -> list[GridCell]:
    """Return the cells of a row without those that only stand beside the list."""
    margin = [cell for cell in row.cells if is_margin(desk, opened, cell)]
    for cell in margin:
        desk.draft.use(cell, "", "heading")
        turn(opened, cell)
    return [cell for cell in row.cells if cell not in margin]


def _take_in(desk: Desk, opened: OpenList, row: Row, cells: list[GridCell]) -> None:
    """Add the cells of a row to the table, as an entry or as the printed sum."""
    placing = _placing(desk, opened, cells)
    placed = {cell.column for cell in placing.values()}
    for cell in cells:
        if cell.column not in placed and exact(cell.text) not in opened.listing.sum:
            desk.leave(cell)
    placing = take_heads(desk, opened, row.number, _without_numbers(desk, opened, placing))
    if opened.listing.sum and is_sum(opened, placing, row.cells[0]):
        desk.draft.use(row.cells[0], opened.listing.name, "label")
        _add_sum(desk, opened, placing)
    else:
        add_entries(desk, opened, row.number, placing)


def _without_doubled(desk: Desk, cells: list[GridCell]) -> list[GridCell]:
    """Leave out labels of classes that conversion wrote twice, one beside the other."""
    if desk.sheet.exact:
        return cells
    kept = []
    for place, cell in enumerate(cells):
        following = cells[place + 1] if place + 1 < len(cells) else None
        level = desk.vocabulary.level(cell.text)
        if following and level in {0, 2} and following.text == cell.text and following.column == cell.column + 1:
            desk.draft.use(cell, "indicators.level2", "label")
            desk.draft.doubled += 1
        else:
            kept.append(cell)
    return kept


def _without_numbers(desk: Desk, opened: OpenList, placing: Placing) -> Placing:
    """Return a placing without the numbers of rows, which say nothing."""
    for place, cell in placing.items():
        if opened.columns[place].field == NUMBER:
            desk.draft.use(cell, "", "heading")
    return {place: cell for place, cell in placing.items() if opened.columns[place].field != NUMBER}


def _placing(desk: Desk, opened: OpenList, cells: list[GridCell]) -> Placing:
    """Return the columns of cells: where they stand where that makes sense, else where they fit best."""
    standing = _standing(opened.columns, cells)
    levels, money = desk.vocabulary.levels, opened.listing.money
    left = 0.0 if opened.left_used or not any(column.half for column in opened.columns) else _LEFT_HALF
    if (
        desk.sheet.exact
        or opened.regular
        or fits(standing, len(cells), opened.columns, levels, money, left)
        or not desk.hard_rows
    ):
        return standing
    desk.hard_rows -= 1
    return place_cells(cells, opened.columns, levels, money, left) or standing


def _standing(columns: tuple[Column, ...], cells: list[GridCell]) -> Placing:
    placing: Placing = {}
    at = {number: place for place, column in enumerate(columns) for number in range(column.start, column.end + 1)}
    for cell in cells:
        place = at.get(cell.column)
        if place is not None and place not in placing:
            placing[place] = cell
    return placing


def _is_score(opened: OpenList, placing: Placing) -> bool:
    """Return whether a sum row is the score of the whole table: it says so (总分), or its points are the hundred."""
    words = [exact(cell.text) for cell in placing.values()]
    points = [
        exact(cell.text).removesuffix("分")
        for place, cell in placing.items()
        if opened.columns[place].field == "weight"
    ]
    return any("分" in text and text in opened.listing.sum for text in words) or points in (["100"], ["100.00"], [])


def _add_sum(desk: Desk, opened: OpenList, placing: Placing) -> None:
    """Take in the printed sum row: `tasks_total` for tasks, the score of the table, an `x-` row for what else is summed."""
    tasks = opened.listing.name == "tasks"
    total: Branch = {}
    scored = not tasks and _is_score(opened, placing)
    for place, cell in sorted(placing.items()):
        field = opened.columns[place].field
        is_word = exact(cell.text) in opened.listing.sum
        desk.draft.use(cell, f"{opened.listing.name}.{field}", "label" if is_word else "value")
        if is_word:
            continue
        whole = scored and (field == "score" or (len(placing) == 1 and field in _NAMING))
        if not whole or not desk.draft.put(known_key("total_score"), trimmed(cell.text), cell):
            total[field] = Leaf(trimmed(cell.text), cell.place)
    for column in opened.columns if tasks else ():
        if column.field in opened.listing.money:
            total.setdefault(column.field, Leaf(""))
    if total:
        desk.draft.tree.setdefault("tasks_total" if tasks else f"x-{opened.listing.name}-total", total)
