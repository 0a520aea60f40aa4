"""The notes of a worksheet: its comments part, its drawing of their boxes, and how large these are."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from perflint.office.annotate.markup import Element, quoted, read_markup, typed, unreadable
from perflint.office.annotate.notebox import Box, Measures, box_of, shape
from perflint.office.annotate.package import OFFICE, Package

MARK: Final = "perflint"
SHEET: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_COMMENTS: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_DRAWING: Final = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_EMPTY: Final = (
    f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="{SHEET}"><authors></authors>'
    "<commentList></commentList></comments>"
)
_DRAWN: Final = (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="{block}"/>'
    '</o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype></xml>'
)
_SHAPE: Final = re.compile(r"<((?:\w{1,20}:)?shape)\s")
_NUMBER: Final = re.compile(r'id="_x0000_s(\d{1,9})"')
_CELL: Final = re.compile(r"<(?:\w+:)?(Row|Column)>\s*(\d{1,7})\s*</")
# What stands behind the drawing of notes in a worksheet.
_BEHIND: Final = tuple(
    f"{{{SHEET}}}{name}" for name in ("legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems",
                                      "tableParts", "extLst")
)  # fmt: skip
_BLOCK: Final = 1024


class Note(NamedTuple):
    """A note to be written: the address of its cell (C5), row and column from 0, its lines."""

    address: str
    row: int
    column: int
    lines: tuple[str, ...]


def noted(package: Package, sheet: str) -> Mapping[str, str]:
    """Return the cells of a sheet that have a note, each with its author."""
    place = package.target(sheet, "comments")
    if place is None:
        return {}
    root = read_markup(package.parts[place]).root
    authors = _authors(root)
    return {one.get("ref") or "": _author(one, authors) for one in root.iter(f"{{{SHEET}}}comment")}


def is_own(author: str) -> bool:
    """Return whether an author is perflint, by whatever name beside it."""
    return author.endswith((MARK, f"（{MARK}）"))


def signature(author: str) -> str:
    """Return the author of notes, recognisable again."""
    return author if is_own(author) else f"{author}（{MARK}）"


def take_out_notes(package: Package, sheet: str) -> int:
    """Take perflint's notes out of a sheet and return how many there were."""
    place = package.target(sheet, "comments")
    own = {address for address, author in noted(package, sheet).items() if is_own(author)}
    if place is None or not own:
        return 0
    markup = read_markup(package.parts[place])
    for one in markup.root.iter(f"{{{SHEET}}}comment"):
        if one.get("ref") in own:
            markup.remove(one)
    package.put(place, markup.text())
    drawing = _drawing(package, sheet)
    if drawing is not None:
        package.put(drawing, "".join(_others(_read(package, drawing), own)).encode())
    return len(own)


def write_notes(package: Package, sheet: str, notes: Sequence[Note], author: str, number: int) -> None:
    """Write notes on cells of a sheet that have none; `number` is that of the sheet, from 1."""
    if not notes:
        return
    _write_comments(package, sheet, notes, author)
    drawing = _drawing(package, sheet) or _new_drawing(package, sheet, number)
    text = _read(package, drawing)
    end = text.rfind("</")
    if end < 0:
        raise unreadable()
    last = max([int(found) for found in _NUMBER.findall(text)], default=number * _BLOCK)
    measures = Measures(read_markup(package.parts[sheet]).root)
    shapes = (shape(_box(note, measures), last + at) for at, note in enumerate(notes, start=1))
    package.put(drawing, (text[:end] + "".join(shapes) + text[end:]).encode())


def _box(note: Note, measures: Measures) -> Box:
    return box_of(note.row, note.column, note.lines, measures)


def _write_comments(package: Package, sheet: str, notes: Sequence[Note], author: str) -> None:
    place = package.target(sheet, "comments")
    if place is None:
        place = package.free_name("xl/perflintComments{}.xml")
        package.put(place, _EMPTY.encode())
        package.declare(place, _COMMENTS)
        package.relate(sheet, "comments", place)
    markup = read_markup(package.parts[place])
    authors = _authors(markup.root)
    named = signature(author)
    lists = {one.tag.rpartition("}")[2]: one for one in markup.root.iterchildren(f"{{{SHEET}}}*")}
    if not {"authors", "commentList"} <= lists.keys():
        raise unreadable()
    if named not in authors:
        tag = markup.tag(markup.root, SHEET, "author")
        markup.append(lists["authors"], f"{tag}>{typed(named)}</{tag[1:]}>")
        authors.append(named)
    for note in notes:
        markup.append(lists["commentList"], _comment(markup.tag(markup.root, SHEET, ""), note, authors.index(named)))
    package.put(place, markup.text())


def _comment(start: str, note: Note, author: int) -> str:
    """Return a comment; `start` is the beginning of a tag of the sheet's language."""
    begin, end = start, f"</{start[1:]}"
    size = f'{begin}sz val="9"/>{begin}rFont val="宋体"/>{begin}charset val="134"/>'
    lines = "".join(
        f"{begin}r>{begin}rPr>{f'{begin}b/>' if line.startswith(('【', '[')) else ''}{size}{end}rPr>"
        f'{begin}t xml:space="preserve">{typed(line)}{chr(10) if at < len(note.lines) else ""}{end}t>{end}r>'
        for at, line in enumerate(note.lines, start=1)
    )
    return f'{begin}comment ref="{note.address}" authorId="{author}">{begin}text>{lines}{end}text>{end}comment>'


def _authors(root: Element) -> list[str]:
    return [one.text or "" for one in root.iter(f"{{{SHEET}}}author")]


def _author(comment: Element, authors: Sequence[str]) -> str:
    number = comment.get("authorId") or ""
    return authors[int(number)] if number.isdecimal() and int(number) < len(authors) else ""


def _drawing(package: Package, sheet: str) -> str | None:
    """Return the part that draws the notes and controls of a sheet."""
    found = next(read_markup(package.parts[sheet]).root.iterchildren(f"{{{SHEET}}}legacyDrawing"), None)
    if found is None:
        return None
    number = found.get(f"{{{OFFICE}}}id")
    return next(
        (one.target for one in package.relations(sheet) if one.id == number and one.target in package.parts), None
    )


def _new_drawing(package: Package, sheet: str, number: int) -> str:
    place = package.free_name("xl/drawings/perflintNotes{}.vml")
    package.put(place, _DRAWN.format(block=number).encode())
    package.declare(place, _DRAWING)
    key = package.relate(sheet, "vmlDrawing", place)
    markup = read_markup(package.parts[sheet])
    if (
        next(markup.root.iterchildren(f"{{{SHEET}}}legacyDrawing"), None) is not None
    ):  # it leads to a part that is not there
        raise unreadable()
    tag = f'{markup.tag(markup.root, SHEET, "legacyDrawing")} xmlns:r="{OFFICE}" r:id="{quoted(key)}"/>'
    behind = next(markup.root.iterchildren(*_BEHIND), None)
    if behind is None:
        markup.append(markup.root, tag)
    else:
        markup.before(behind, tag)
    package.put(sheet, markup.text())
    return place


def _read(package: Package, place: str) -> str:
    try:
        return package.parts[place].decode()
    except UnicodeDecodeError as fault:
        raise unreadable() from fault


def _others(text: str, addresses: Collection[str]) -> Iterator[str]:
    """Yield a drawing piece by piece without the boxes of the notes on some cells; it need not be good XML."""
    at = 0
    while found := _SHAPE.search(text, at):
        close = f"</{found[1]}>"
        end = text.find(close, found.end())
        if end < 0:
            break
        end += len(close)
        yield text[at : found.start()] if _is_of(text[found.start() : end], addresses) else text[at:end]
        at = end
    yield text[at:]


def _is_of(text: str, addresses: Collection[str]) -> bool:
    """Return whether a shape is the box of a note on one of some cells."""
    found = {name: int(number) for name, number in _CELL.findall(text)}
    if 'ObjectType="Note"' not in text or found.keys() != {"Row", "Column"}:
        return False
    return address(found["Row"], found["Column"]) in addresses


def address(row: int, column: int) -> str:
    """Return the address of a cell, row and column from 0."""
    return f"{''.join(_letters(column))}{row + 1}"


def _letters(column: int) -> Iterator[str]:
    number, text = column + 1, ""
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(ord("A") + rest) + text
    yield text
