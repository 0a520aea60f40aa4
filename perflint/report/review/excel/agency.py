"""A department's sheet: a finding a row, filters on; the suggestion and the reply can be written in, the rest is protected."""

from openpyxl.worksheet.worksheet import Worksheet

from perflint.report.review.excel.style import TITLE, leave_open, prepare_page, put, put_head, set_height, set_widths
from perflint.report.review.model import Remark, Review, Sheet
from perflint.report.review.words import mending_word, none_listed, present_text, severity_word, verdict_word, word

# Each column: its word, its width.
_COLUMNS = (
    ("number", 6), ("project", 16), ("where", 20), ("severity", 7), ("what", 42), ("present", 22), ("suggested", 26), ("reply", 18),
    ("basis", 16), ("mending", 11), ("verdict", 11), ("code", 24), ("budget", 12), ("rule", 9), ("file", 26), ("line", 6),
)  # fmt: skip
_PRINTED = "J"  # what follows is for sorting and filtering, not for paper
_OPEN = ("suggested", "reply")
_HEAD = 3


def add_agency(sheet: Worksheet, review: Review, agency: str) -> None:
    """Fill the sheet of an agency."""
    lang = review.lang
    sheet.cell(1, 1, f"{word('title', lang)} — {agency}").font = TITLE
    sheet.cell(2, 1, word("hint", lang))
    put_head(sheet, _HEAD, [word(key, lang) for key, _ in _COLUMNS])
    rows = [(entry, remark) for entry in review.of(agency) for remark in entry.remarks or (None,)]
    for at, (entry, remark) in enumerate(rows, 1):
        _put_row(sheet, _HEAD + at, _values(entry, remark, lang))
    last = sheet.cell(_HEAD + len(rows), len(_COLUMNS)).coordinate
    sheet.auto_filter.ref = f"A{_HEAD}:{last}"
    set_widths(sheet, [width for _, width in _COLUMNS])
    prepare_page(sheet, _HEAD)
    sheet.print_area = f"A1:{_PRINTED}{_HEAD + len(rows)}"
    _protect(sheet)


def _put_row(sheet: Worksheet, row: int, values: dict[str, str | int]) -> None:
    for column, (key, _) in enumerate(_COLUMNS, 1):
        cell = sheet.cell(row, column)
        put(cell, values.get(key, ""))
        if key in _OPEN:
            leave_open(cell)
    set_height(sheet, row, [(str(values.get(key, "")), width) for key, width in _COLUMNS])


def _values(entry: Sheet, remark: Remark | None, lang: str) -> dict[str, str | int]:
    of_table: dict[str, str | int] = {
        "number": str(entry.number), "project": entry.heading, "code": entry.table.code, "budget": entry.budget,
        "verdict": verdict_word(entry.verdict, lang), "file": entry.file,
    }  # fmt: skip
    if remark is None:
        return of_table | {"what": none_listed(entry, lang)}
    mending = mending_word(remark.mending, lang) + (f"\n{remark.refusal}" if remark.refusal else "")
    return of_table | {
        "number": f"{entry.number}-{remark.number}",
        "where": f"{remark.row}\n{remark.where}" if remark.row else remark.where,
        "severity": severity_word(remark.severity, lang), "what": remark.message, "present": present_text(remark, lang),
        "suggested": remark.suggested, "basis": remark.basis, "mending": mending, "rule": remark.code, "line": "" if entry.original else remark.line,
    }  # fmt: skip


def _protect(sheet: Worksheet) -> None:
    """Protect a sheet without a password; filtering, sorting and changing widths and heights stay allowed."""
    protection = sheet.protection
    protection.sheet = True
    protection.autoFilter = protection.sort = protection.formatColumns = protection.formatRows = False
