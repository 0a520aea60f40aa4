"""The three styles that the list of remarks needs, put behind those that a workbook has; equal ones are used again."""

from typing import Final, NamedTuple

from perflint.office.annotate.markup import Element, Markup, read_markup, unreadable
from perflint.office.annotate.notes import SHEET
from perflint.office.annotate.package import Package

_BOLD: Final = '{0}font>{0}b/>{0}sz val="11"/>{0}name val="宋体"/>{0}charset val="134"/>{1}font>'
_LINK: Final = (
    '{0}font>{0}u/>{0}sz val="11"/>{0}color rgb="FF0563C1"/>{0}name val="宋体"/>{0}charset val="134"/>{1}font>'
)
_PLAIN: Final = '{0}font>{0}sz val="11"/>{0}name val="宋体"/>{0}charset val="134"/>{1}font>'
_FORMAT: Final = (
    '{0}xf numFmtId="49" fontId="{2}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"'
    ' applyAlignment="1">{0}alignment vertical="top" wrapText="{3}"/>{1}xf>'
)


class Styles(NamedTuple):
    """The numbers of the styles of headings, texts and links."""

    heading: int
    text: int
    link: int


def styles_in(package: Package, workbook: str) -> Styles:
    """Return the styles of the list, added to the workbook's own where it does not have them; 0 for one without styles."""
    place = package.target(workbook, "styles")
    if place is None:
        return Styles(0, 0, 0)
    markup = read_markup(package.parts[place])
    start = markup.tag(markup.root, SHEET, "")
    fonts, formats = (_list(markup, name) for name in ("fonts", "cellXfs"))
    made = [_add(markup, fonts, font.format(start, f"</{start[1:]}")) for font in (_BOLD, _PLAIN, _LINK)]
    package.put(place, _counted(markup, fonts))
    markup = read_markup(package.parts[place])
    formats = _list(markup, "cellXfs")
    wrapped = (0, 1, 1)  # a heading goes on over the cells beside it
    found = [
        _add(markup, formats, _FORMAT.format(start, f"</{start[1:]}", font, wrap))
        for font, wrap in zip(made, wrapped, strict=True)
    ]
    package.put(place, _counted(markup, formats))
    return Styles(*found)


def _list(markup: Markup, name: str) -> Element:
    found = next(markup.root.iterchildren(f"{{{SHEET}}}{name}"), None)
    if found is None or markup.extents[found].is_empty:
        raise unreadable()
    return found


def _add(markup: Markup, above: Element, text: str) -> int:
    """Return the number of an entry of a list that is typed just so; it is put at the end where there is none."""
    known = [markup.raw(one) for one in above.iterchildren("*")]
    extent = markup.extents[above]
    added = markup.edits.setdefault((extent.after, extent.after), [])
    every = [*known, *added]
    if text in every:
        return every.index(text)
    added.append(text)
    return len(every)


def _counted(markup: Markup, above: Element) -> bytes:
    """Return the XML with the count of a list set right."""
    extent = markup.extents[above]
    added = len(markup.edits.get((extent.after, extent.after), ()))
    count = above.get("count")
    if added and count is not None:
        fresh = str(sum(1 for _ in above.iterchildren("*")) + added)
        typed = markup.data[extent.start : extent.inside].decode()
        markup.open_anew(above, typed.replace(f'count="{count}"', f'count="{fresh}"', 1))
    return markup.text()
