"""What stands in a grid beside its table: notes, instructions, page numbers; signatures that end the list above them."""

from collections.abc import Sequence

from perflint.office.grid import Grid, GridCell
from perflint.office.recognition.desk import Desk, OpenList
from perflint.office.recognition.headings import listing_of
from perflint.office.recognition.sheet import Row, Sheet
from perflint.office.recognition.vocabulary import Vocabulary
from perflint.office.recognition.wording import exact, halves
from perflint.pattern import pattern
from perflint.typography import fold

_KINDS = r"(?:填表|填报|填写|编制|编报|使用|操作|有关|相关|指标|其他)?"
_NOTE = pattern(r"^[*※]{0,2}(?:填表|填报|填写|编制)?(?:注|注意|说明|注意事项|须知)\d{0,2}[:.、]")
_NOTE_HEAD = pattern(rf"^[*※]{{0,2}}{_KINDS}(?:注|注意|说明|注意事项|须知|要求)[:.]?$")
_GOES_ON = pattern(r"^(?:\d{1,2}[.、)]|\(\d{1,2}\)|[①-⑳]|[一二三四五六七八九十]{1,2}、|\([一二三四五六七八九十]\))")
_INSTRUCTIONS = pattern(rf"^.{{0,20}}{_KINDS}(?:说明|须知|指南|指引|要求|注意事项)(?:\([^()]*\))?$")
_PAGE = pattern(
    r"^[-—–·]*(?:第[\d一二三四五六七八九十]{1,4}页(?:[,/、，]?共[\d一二三四五六七八九十]{1,4}页)?|[-—–]+\d{1,4}[-—–]+"
    r"|共\d{1,4}页(?:[,/、]?第\d{1,4}页)?|承上页|接上页|[续转接]下页|续上?表|\(续\)|本页(?:小计|合计))[-—–·]*$"
)
_SIGNED = pattern(r"(?:签字|签章|签名|盖章)(?:[):]|$)|\((?:公)?章\)")
_ANNEX = pattern(r"^(?:附件|附表)[\d一二三四五六七八九十\-—.]*:?$")
_SIGNATURES = frozenset({"x-filled-by", "x-filled-on", "x-signed-by", "phone", "responsible"})
_SHORTEST_PROSE, _LONGEST_NAME = 10, 20
_FIRST = frozenset({"level1", "level2", "-", "duty.no"})


def is_instructions(grid: Grid, vocabulary: Vocabulary) -> bool:
    """Return whether a grid only says how a form is to be filled in: its name or first row says so, and it holds no list."""
    rows = Sheet(grid).rows
    first = rows[0].cells if rows else ()
    titles = [grid.name, first[0].text if len(first) == 1 else ""]
    if not any(_INSTRUCTIONS.match(fold(title)) for title in titles):
        return False
    return not any((found := listing_of(row, vocabulary)) and found.name == "indicators" for row in rows)


def read_aside(desk: Desk, row: Row) -> bool:
    """Read a row that is none of the form's: a note (注：…), a page number; signatures and annex numbers close the list above."""
    if all(_PAGE.match(fold(cell.text)) for cell in row.cells):
        desk.leave_all(row.cells)
        return True
    if desk.opened and _closes(desk, row):
        desk.opened = None
        return False
    if len(row.cells) != 1 or not (_is_note(desk, row) or _is_prose(desk, row.cells[0])):
        return False
    desk.leave(row.cells[0])
    return True


def ends_with_grid(desk: Desk) -> bool:
    """Return whether the list of the grid before does not go on in this one, which has no headings: no row of it is an entry.

    A sheet of a workbook goes on with the one before only where its first row stands under the headings of name and target.
    """
    opened, rows = desk.opened, desk.sheet.rows
    if opened is None or opened.listing.name != "indicators" or not rows:
        return False
    if not desk.sheet.grid.name:
        return all(len(row.cells) == 1 and desk.vocabulary.level(row.cells[0].text) is None for row in rows)
    return not {"name", "value"} <= {_field(opened, cell) for cell in rows[0].cells}


def _field(opened: OpenList, cell: GridCell) -> str:
    return next((one.field for one in opened.columns if one.start <= cell.column <= one.end), "")


def _closes(desk: Desk, row: Row) -> bool:
    words = [fold(cell.text) for cell in row.cells]
    if len(words) == 1 and _ANNEX.match(words[0]):
        return True
    signed = any(_SIGNED.search(text) for text in words) or all(_is_signature(desk, cell) for cell in row.cells)
    return signed and not any(exact(cell.text) in desk.vocabulary.levels for cell in row.cells)


def _is_signature(desk: Desk, cell: GridCell) -> bool:
    """Return whether a cell names who filled in the form, or when: 填报人：…, 联系电话：…."""
    named = halves(cell.text)
    return bool(named) and desk.vocabulary.label((named or ("",))[0]) in _SIGNATURES


def _is_note(desk: Desk, row: Row) -> bool:
    text = fold(row.cells[0].text)
    label = desk.vocabulary.label((halves(row.cells[0].text) or ("", ""))[0])
    if _NOTE_HEAD.match(text):
        return bool(desk.draft.rows)
    if _NOTE.match(text):
        return not label or text.startswith("注")  # 注 alone in its cell is a label, with its text behind it a note
    return bool(_GOES_ON.match(text)) and _follows_note(desk.sheet.rows, row)


def _is_prose(desk: Desk, cell: GridCell) -> bool:
    """Return whether a lone cell below the entries of a list, before its names, is a sentence and no class."""
    opened = desk.opened
    if opened is None or opened.listing.name != "indicators" or not desk.draft.rows:
        return False
    text, field = fold(cell.text), _field(opened, cell)
    if desk.vocabulary.level(cell.text) is not None or not (field in _FIRST or field == "name"):
        return False
    ended = text.endswith(("。", ";"))
    if field == "name":  # a name without a target is a fault of the table, a sentence in its place a note
        return ended and len(text) > _LONGEST_NAME and opened.columns[0].field == "name"
    return len(text) >= _SHORTEST_PROSE and (ended or bool(_GOES_ON.match(text)))


def _follows_note(rows: Sequence[Row], row: Row) -> bool:
    """Return whether a row goes on counting what a note above it began: 注：1.… / 2.…."""
    for above in reversed([one for one in rows if one.number < row.number]):
        if len(above.cells) != 1:
            return False
        text = fold(above.cells[0].text)
        if _NOTE.match(text) or _NOTE_HEAD.match(text):
            return True
        if not _GOES_ON.match(text):
            return False
    return False
