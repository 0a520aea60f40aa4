"""Where a table begins: titles, captions above it, and labels that only stand at its head."""

from perflint.office.grid import GridCell, Paragraph
from perflint.office.recognition.desk import Desk, OpenList
from perflint.office.recognition.draft import Leaf
from perflint.office.recognition.headings import listing_of
from perflint.office.recognition.kinds import is_unit_name
from perflint.office.recognition.sheet import Row
from perflint.office.recognition.titles import goes_on, is_title, parted
from perflint.office.recognition.values import put_value
from perflint.office.recognition.wording import dated, exact, halves, trimmed
from perflint.pattern import pattern

_ANNEX = pattern(r"^(?:附件|附表|附)[ \u3000]*[\d一二三四五六七八九十][\d\-—.一二三四五六七八九十]*[:：]?$")
_ANNEX_BEFORE = pattern(
    r"^(?:(?:附件|附表)[\d一二三四五六七八九十\-—.]*|(?:公开)?表[ \u3000]*\d{1,2}(?:[\-—]\d{1,2})?|公开\d{1,2}表)[:：]?$"
)
_UNIT = pattern(r"(?:金额)?单位[:：][ \u3000]*((?:亿|千|百|万)?元)")
_CODE_FIRST = pattern(r"^(\d{3,12})[ \u3000\-—]*(?!年)([\u4e00-\u9fff（）()]{2,60})$")
_WIDE = pattern(r"[ \u3000\t]{2,}|\u3000(?=\S{2,8}[:：])| (?=\S{2,8}[:：])")
_YEAR = pattern(r"[（(]?[ \u3000]*(20\d\d)[ \u3000]*年度?[ \u3000]*[)）]?")
_ANY_YEAR = pattern(r"(?<!\d)(20[0-4]\d)[ \u3000]*年")
_CAPTIONS = frozenset(
    {
        "agency",
        "agency.code",
        "year",
        "supervisor",
        "implementer",
        "responsible",
        "phone",
        "project.name",
        "project.code",
        "currency_unit",
        "x-filled-on",
        "x-filled-by",
        "x-signed-by",
    }
)
_LIST_LIKE = ("level1", "level2")


def _put_title(desk: Desk, text: str, cell: Paragraph | GridCell) -> bool:
    annex, title = parted(text)
    if annex:
        desk.draft.put("annex", annex, cell)
    return desk.draft.put("title", title, cell)


def begin_grid(desk: Desk) -> None:
    """Take in what stands above a grid: title, annex, unit of the money, labels with values."""
    grid = desk.sheet.grid
    titles = [one for one in desk.captions if is_title(desk, one.text)]
    if grid.name and desk.draft.rows and (titles or _is_headed(desk)):
        desk.finish()
    if desk.draft.number == 0:
        desk.draft.number = grid.number
    _note_damage(desk)
    title = titles[-1] if titles else None
    for paragraph in desk.captions:
        if paragraph is title and _put_title(desk, paragraph.text, paragraph):
            continue
        if not _caption(desk, paragraph):
            (desk.draft.use(paragraph, "", "heading") if paragraph in titles else desk.loose.append(paragraph))
    years = [found[1] for one in [*titles, *desk.captions] if (found := _ANY_YEAR.search(dated(one.text)))]
    desk.year = years[0] if years else desk.year
    desk.captions = []
    if desk.opened:
        desk.opened.first_row = 0


def _is_headed(desk: Desk) -> bool:
    rows = desk.sheet.rows[:4]
    return any(desk.vocabulary.label(cell.text) or is_title(desk, cell.text) for row in rows for cell in row.cells)


def _note_damage(desk: Desk) -> None:
    """Note labels of classes that stand outside the tables: their rows lost them."""
    for paragraph in desk.captions:
        level = desk.vocabulary.level(paragraph.text)
        if level is not None and desk.opened:
            desk.draft.damage.append(paragraph.place)
            if level == 1:
                whole = GridCell(paragraph.text, 0, 0, paragraph.place)
                desk.opened.carried["level1"] = (Leaf(trimmed(paragraph.text), paragraph.place), whole)


def _caption(desk: Desk, paragraph: Paragraph | GridCell) -> bool:
    """Take in a caption: an annex number, the unit of the money, labels with values, several in a line."""
    text = trimmed(paragraph.text)
    if _ANNEX.match(text) or _ANNEX_BEFORE.match(text):
        return desk.draft.put("annex", text, paragraph)
    pieces = [piece for piece in _WIDE.split(text) if trimmed(piece)]
    taken = [_piece(desk, trimmed(piece), paragraph) for piece in pieces]
    if any(taken) and not all(taken):
        desk.draft.use(paragraph, "", "left")
    return any(taken)


def _piece(desk: Desk, text: str, paragraph: Paragraph | GridCell) -> bool:
    unit = _UNIT.fullmatch(text.strip("()（）"))
    if unit:
        return desk.draft.put("currency_unit", unit[1], paragraph)
    office = _CODE_FIRST.match(text)
    if office and is_unit_name(office[2]) and desk.draft.holds("agency") is None:
        return desk.draft.put("agency", text, paragraph)
    year = _YEAR.fullmatch(dated(text))
    if year:
        return desk.draft.put("year", year[1], paragraph)
    parts = halves(text)
    field = desk.vocabulary.label(parts[0]) if parts and parts[1] else None
    if parts and field in _CAPTIONS and desk.draft.holds(str(field)) is None:
        whole = paragraph if isinstance(paragraph, GridCell) else GridCell(paragraph.text, 0, 0, paragraph.place)
        put_value(desk, str(field), parts[1], whole)
        return True
    return False


def starts_anew(desk: Desk, row: Row) -> bool:
    """Return whether a row is the head of a further table: a title, the name of another project, or rows begun anew."""
    draft = desk.draft
    if (not draft.tree and not draft.rows) or listing_of(row, desk.vocabulary):
        return False
    for cell in row.cells:
        field = desk.vocabulary.label(cell.text)
        if field in desk.vocabulary.more["identity"] and _names(desk, cell):
            return bool(draft.rows) or draft.holds(str(field)) is not None
    if len(row.cells) == 1 and is_title(desk, row.cells[0].text):
        return bool(draft.rows) and not goes_on(desk, row.cells[0].text)
    return _begins_again(desk, row)


def _names(desk: Desk, cell: GridCell) -> bool:
    """Return whether a label is one of the name or code of a project beyond doubt."""
    return desk.vocabulary.listed(cell.text) is not None or any(word in cell.text for word in ("名称", "编码", "代码"))


def _begins_again(desk: Desk, row: Row) -> bool:
    """Return whether a headless grid begins with outputs after the satisfaction rows of the table before it."""
    if row.number or not desk.draft.rows or not desk.opened or desk.sheet.exact:
        return False
    last = desk.draft.rows[-1].get("level1")
    first = desk.vocabulary.parents.get(exact(row.cells[0].text))
    ended = isinstance(last, Leaf) and desk.vocabulary.parents.get(exact(last.text)) == "satisfaction"
    return ended and first == "output"


def begin_again(desk: Desk, row: Row) -> None:
    """Lay the table being filled aside; a list without head goes on under the headings read last, as damaged."""
    opened = desk.opened if _begins_again(desk, row) else None
    desk.finish()
    desk.draft.number = desk.sheet.grid.number
    if opened:
        desk.opened = OpenList(opened.listing, opened.columns, 0)
        desk.draft.damage.append(desk.sheet.rows[0].cells[0].place)


def read_captions(desk: Desk, row: Row) -> bool:
    """Read a row of one cell that holds several labels with their values: `单位名称：某局　　　　单位：万元`."""
    only = row.cells[0]
    pieces = [piece for piece in _WIDE.split(trimmed(only.text)) if trimmed(piece)]
    if len(row.cells) > 1 or len(pieces) < len(("label", "label")):
        return False
    return all(halves(piece) or _YEAR.fullmatch(dated(piece)) for piece in pieces) and _caption(desk, only)


def read_title(desk: Desk, row: Row) -> bool:
    """Read a row of one cell that is a title, an annex number or a caption; other lone cells are no title."""
    if desk.opened or desk.draft.rows:
        return False
    read = [_reads(desk, cell) for cell in row.cells]
    for cell, done in zip(row.cells, read, strict=True):
        if not done and any(read):
            desk.leave(cell)
    return any(read)


def _reads(desk: Desk, cell: GridCell) -> bool:
    if is_title(desk, cell.text):
        desk.draft.drop_title()
        _put_title(desk, cell.text, cell)
        return True
    return _caption(desk, cell)
