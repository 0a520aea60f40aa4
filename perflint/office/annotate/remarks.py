"""The sheet 审核意见 at the end of a workbook: the remarks in order, each with a link to its cell."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from perflint.office.annotate.excelstyles import Styles, styles_in
from perflint.office.annotate.markup import Element, Markup, quoted, read_markup, typed, unreadable
from perflint.office.annotate.notes import SHEET, address
from perflint.office.annotate.package import OFFICE, Package
from perflint.office.reading.ownwork import REMARKS
from perflint.typography import display_width

_KIND: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_NAMES: Final = {"zh": "审核意见", "en": "Review"}
_HEADS: Final = {
    "zh": ("序号", "级别", "单元格", "意见", "为什么", "建议", "依据", "代码"),
    "en": ("No.", "Severity", "Cell", "Remark", "Why", "Proposal", "Basis", "Code"),
}
_WIDTHS: Final = (6, 8, 18, 60, 40, 24, 30, 10)
_LINK: Final = 2
_HEAD, _LINE, _HIGHEST = 20.0, 16.0, 400.0  # points
# What stands before the names of a workbook; they are put behind the last of these.
_BEFORE: Final = tuple(
    f"{{{SHEET}}}{name}" for name in ("fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets",
                                      "functionGroups", "externalReferences")
)  # fmt: skip


class Remark(NamedTuple):
    """One row of the list: the sheet and the address of its cell ("" for none), how it is said, and the texts of the row."""

    sheet: str
    address: str
    shown: str
    texts: tuple[str, ...]


def write_remarks(package: Package, workbook: str, remarks: Sequence[Remark], head: Sequence[str], lang: str) -> None:
    """Write the list of remarks; one that perflint wrote before is replaced. `head` are the lines above it."""
    styles = styles_in(package, workbook)
    said = "en" if lang == "en" else "zh"
    data = "".join(_sheet(remarks, head, _HEADS[said], styles)).encode()
    place = own_sheet(package, workbook) or _new_sheet(package, workbook, _NAMES[said])
    package.put(place, data)


def own_sheet(package: Package, workbook: str) -> str | None:
    """Return the part of the list that perflint wrote before, None where there is none."""
    markup = read_markup(package.parts[workbook])
    meant = next(
        (one.text or "" for one in markup.root.iter(f"{{{SHEET}}}definedName") if one.get("name") == REMARKS), ""
    )
    name = meant.rpartition("!")[0].strip("'").replace("''", "'")
    return sheets_of(package, workbook).get(name)


def sheets_of(package: Package, workbook: str) -> dict[str, str]:
    """Return the parts of a workbook's sheets by their names, in order."""
    targets = {one.id: one.target for one in package.relations(workbook)}
    found = {}
    for one in read_markup(package.parts[workbook]).root.iter(f"{{{SHEET}}}sheet"):
        place = targets.get(one.get(f"{{{OFFICE}}}id") or "", "")
        if place in package.parts:
            found[one.get("name") or ""] = place
    return found


def _new_sheet(package: Package, workbook: str, wanted: str) -> str:
    place = package.free_name("xl/worksheets/perflintRemarks{}.xml")
    package.put(place, b"")
    package.declare(place, _KIND)
    key = package.relate(workbook, "worksheet", place)
    markup = read_markup(package.parts[workbook])
    every = list(markup.root.iter(f"{{{SHEET}}}sheet"))
    taken = {(one.get("name") or "").casefold() for one in every}
    name = next(
        name
        for at in range(1, len(every) + 2)
        if (name := wanted if at == 1 else f"{wanted}{at}").casefold() not in taken
    )
    number = max((int(one.get("sheetId")) for one in every if (one.get("sheetId") or "").isdecimal()), default=0) + 1
    tag = f'{markup.tag(markup.root, SHEET, "sheet")} xmlns:r="{OFFICE}" name="{quoted(name)}" sheetId="{number}" r:id="{key}"/>'
    markup.append(next(markup.root.iterchildren(f"{{{SHEET}}}sheets")), tag)
    _name(markup, f"'{name}'!$A$1")
    package.put(workbook, markup.text())
    return place


def _name(markup: Markup, meant: str) -> None:
    """Give the list a hidden name, by which it is known again whatever the sheet is called."""
    tag = markup.tag(markup.root, SHEET, "definedName")
    known = _own_name(markup)
    if known is not None:
        markup.remove(known)
    text = f'{tag} name="{REMARKS}" hidden="1">{typed(meant)}</{tag[1:]}>'
    names = next(markup.root.iterchildren(f"{{{SHEET}}}definedNames"), None)
    if names is not None:
        markup.append(names, text)
        return
    above = list(markup.root.iterchildren(*_BEFORE))
    if not above:
        raise unreadable()
    start = markup.tag(markup.root, SHEET, "definedNames")
    markup.behind(above[-1], f"{start}>{text}</{start[1:]}>")


def _own_name(markup: Markup) -> Element | None:
    return next((one for one in markup.root.iter(f"{{{SHEET}}}definedName") if one.get("name") == REMARKS), None)


def _sheet(remarks: Sequence[Remark], head: Sequence[str], heads: Sequence[str], styles: Styles) -> Iterator[str]:
    first = len(head) + 1
    yield f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="{SHEET}">'
    yield '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">'
    yield f'<pane ySplit="{first}" topLeftCell="A{first + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>'
    yield from (f'<col min="{at}" max="{at}" width="{wide}" customWidth="1"/>' for at, wide in enumerate(_WIDTHS, 1))
    yield "</cols><sheetData>"
    for row, line in enumerate(head):
        yield _row(row, ((line, styles.heading if not row else 0),), _HEAD)
    yield _row(first - 1, tuple((text, styles.heading) for text in heads), _HEAD)
    for at, remark in enumerate(remarks):
        linked = styles.link if remark.address else styles.text
        texts = (str(at + 1), remark.texts[0], remark.shown, *remark.texts[1:])
        yield _row(
            first + at,
            tuple((text, linked if n == _LINK else styles.text) for n, text in enumerate(texts)),
            _height(texts),
        )
    yield "</sheetData>"
    links = [_link(remark, first + at) for at, remark in enumerate(remarks) if remark.address]
    if links:
        yield f"<hyperlinks>{''.join(links)}</hyperlinks>"
    yield '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>'
    yield '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>'


def _row(row: int, cells: Sequence[tuple[str, int]], high: float = 0) -> str:
    inner = "".join(
        f'<c r="{address(row, column)}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{typed(text)}</t></is></c>'
        for column, (text, style) in enumerate(cells)
    )
    size = f' ht="{high:g}" customHeight="1"' if high else ""
    return f'<row r="{row + 1}"{size}>{inner}</row>'


def _height(texts: Sequence[str]) -> float:
    """Return how high a row of the list has to be, in points: no program breaks lines before it shows them."""
    lines = max(
        sum(-(-max(display_width(line), 1) // (wide - 2)) for line in text.split("\n"))
        for text, wide in zip(texts, _WIDTHS, strict=True)
    )
    return min(lines * _LINE + 4, _HIGHEST)


def _link(remark: Remark, row: int) -> str:
    sheet = remark.sheet.replace("'", "''")
    target = quoted(f"'{sheet}'!{remark.address}")
    return f'<hyperlink ref="{address(row, _LINK)}" location="{target}" display="{quoted(remark.shown)}"/>'
