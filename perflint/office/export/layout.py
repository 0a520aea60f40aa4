"""A table on its official form: template and content become a sheet."""

from collections.abc import Mapping

from perflint.model import Profile, Table, choose_form
from perflint.office.export.columns import columns_for
from perflint.office.export.content import Content, content_of
from perflint.office.export.listing import list_lines
from perflint.office.export.narrative import narrated
from perflint.office.export.plain import plan_lines, remark_lines, row_line
from perflint.office.export.sheet import LANDSCAPE, PORTRAIT, Line, Panel, Printed, Prose, Sheet
from perflint.office.export.template import Block, Template, templates
from perflint.office.export.wording import fields_of, filled_words, worded

_BROAD = 1.3  # times the width of a page
_PROSE = "DN"
_NO_PROSE = ("level1", "level2", "standard.planned", "standard.current", "history.last_year", "history.average_3y")
_FALLBACK = {"project": "G", "department": "D"}


def template_for(table: Table, profiles: Mapping[str, Profile], profile: str = "") -> Template:
    """Return the form that a table is printed on: that of its profile, of `profile` where it names none, else a general one."""
    named = table.text("profile").strip() or profile
    form = choose_form(profiles.get(named, profiles["general"]), table)
    known = templates()
    if form.letter == _PROSE and any(row.text(field).strip() for row in table.rows for field in _NO_PROSE):
        return known[_FALLBACK[form.kind]]
    national = next((one for one in known.values() if one.instead == form.letter and named in one.profiles), None)
    return national or known.get(form.letter) or known[_FALLBACK[form.kind]]


def lay_out(table: Table, template: Template) -> Sheet:
    """Return a table laid out on a form; everything filled in it is printed somewhere."""
    content = content_of(table)
    annex = content.take("annex")
    title = content.peek("title") if content.filled("title") else _title(template, table)
    content.take("title")
    name = content.peek("project.name") or content.peek("agency.name") or content.peek("agency")
    landscape = template.landscape or _is_broad(template, content)
    width = (LANDSCAPE if landscape else PORTRAIT)[0] - 2 * template.margin
    parts = _narrative(template, content) if _is_prose(template) else _form(template, content, width)
    return Sheet(content.peek("project.code"), name, annex, title, landscape, template.margin, template.size, parts)


def _is_broad(template: Template, content: Content) -> bool:
    """Return whether a list has so many columns that they can be read only on a page laid across."""
    room = PORTRAIT[0] - 2 * template.margin
    lists = [block.rows for block in template.blocks if block.rows]
    widths = (sum(column.width for column in columns_for(rows, content.lists.get(rows.of, []))) for rows in lists)
    return any(width > _BROAD * room for width in widths)


def _title(template: Template, table: Table) -> str:
    """Return the title of a form for a table without one; its fields are printed in their own cells as well."""
    return worded(template.title, content_of(table))


def _is_prose(template: Template) -> bool:
    return any(block.section for block in template.blocks)


def _form(template: Template, content: Content, width: float) -> tuple[Panel | Prose, ...]:
    caption = _caption(template, content, width)
    panels: list[list[Line]] = [[caption] if caption else []]
    for block in template.blocks:
        if block.when and not any(content.filled(name) for name in block.when):
            continue
        lines = _block(block, content, width)
        if block.rows and block.rows.repeat and any(len(line.cells) for line in panels[-1][1 if caption else 0 :]):
            panels.append([])
        panels[-1] += lines
    panels[-1] += remark_lines(content, template.remark, width)
    if caption and len(panels[0]) > 1 and panels[0][1].head:
        panels[0][0] = Line(caption.cells, head=True)  # heading lines repeat only from the top of a table on
    return tuple(Panel(tuple(lines)) for lines in panels)


def _block(block: Block, content: Content, width: float) -> list[Line]:
    if block.plan:
        return plan_lines(block.plan, content, width)
    return list_lines(block.rows, content, width) if block.rows else [row_line(block.row, content, width)]


def _caption(template: Template, content: Content, width: float) -> Line | None:
    """Return the line above the table: up to three texts, the last one at the right margin."""
    texts = [filled_words(words, content) for words in template.caption]
    places = [content.at(*fields_of(words)) for words in template.caption]
    if not any(texts):
        return None
    shares = {1: (1.0,), 2: (0.7, 0.3)}.get(len(texts), (0.5, 0.25, 0.25))
    aligns = {1: ("right",), 2: ("left", "right")}.get(len(texts), ("left", "center", "right"))
    cells, start = [], 0.0
    for text, share, align, at in zip(texts, shares, aligns, places, strict=True):
        cells.append(Printed(text, start, share * width, role="caption", align=align, cells=at))
        start += share * width
    return Line(tuple(cells))


def _narrative(template: Template, content: Content) -> tuple[Panel | Prose, ...]:
    captions = [(filled_words(words, content), content.at(*fields_of(words))) for words in template.caption]
    sections = [block.section for block in template.blocks if block.section]
    return (*(Prose(text, "caption", places) for text, places in captions if text), *narrated(sections, content))
