"""A list of rows on the form: heading lines, cells, equal neighbours merged, a label on the left over all of it."""

from collections.abc import Sequence

from msgspec import Struct

from perflint.office.export.columns import REMARK, columns_for, scaled
from perflint.office.export.content import Content, Entry
from perflint.office.export.halves import ANNUAL, MIDTERM, paired
from perflint.office.export.plain import row_line
from perflint.office.export.sheet import Line, Printed
from perflint.office.export.template import Column, Rows, Slot
from perflint.office.labels import label_of, lined
from perflint.typography import is_blank

_INDICATORS = "indicators"


class _Body(Struct, frozen=True):
    """The texts of a list by line and column, where the columns begin, and in which of them neighbours are merged."""

    columns: tuple[Column, ...]
    texts: tuple[tuple[str, ...], ...]
    start: float


def list_lines(rows: Rows, content: Content, width: float) -> list[Line]:
    """Return a list with its heading; where the form has a label on its left, that is one cell over all lines."""
    entries = content.entries(rows.of)
    columns = scaled(columns_for(rows, entries), width - rows.label_width)
    head = _heading(rows, columns, content)
    body = _Body(columns, (*_sum(rows, columns, content), *_texts(rows, columns, entries)), rows.label_width)
    lines = [*head, *_merged(body)]
    if not rows.label:
        return lines
    label = Printed(rows.label, 0, rows.label_width, len(lines), "label", "center")
    return [Line((label, *lines[0].cells), lines[0].head), *lines[1:]]


def _heading(rows: Rows, columns: Sequence[Column], content: Content) -> list[Line]:
    """Return the heading: one line of titles, or the lines of the form with further columns going over all of them."""
    given = rows.header or (tuple(Slot(column.width, column.title) for column in columns),)
    if rows.header and len(columns) > len(rows.columns):
        given = _widened(given, rows.columns, columns)
    total = sum(column.width for column in columns)
    lines = [row_line(slots, content, total, head=True) for slots in given]
    return [
        Line(tuple(_moved(cell, rows.label_width) for cell in line.cells), head=rows.of == _INDICATORS)
        for line in lines
    ]


def _widened(
    given: Sequence[tuple[Slot, ...]], own: Sequence[Column], columns: Sequence[Column]
) -> tuple[tuple[Slot, ...], ...]:
    scale = sum(column.width for column in own) / sum(column.width for column in columns[: len(own)])
    first, *others = given
    more = tuple(Slot(column.width * scale, column.title, rows=len(given)) for column in columns[len(own) :])
    hidden = tuple(Slot(slot.width, covered=True) for slot in more)
    return ((*first, *more), *((*slots, *hidden) for slots in others))


def _moved(cell: Printed, by: float) -> Printed:
    return Printed(cell.text, cell.start + by, cell.width, cell.rows, cell.role, cell.align)


def _texts(rows: Rows, columns: Sequence[Column], entries: Sequence[Entry]) -> list[tuple[str, ...]]:
    halves = any(column.horizon for column in columns)
    pairs = paired(entries) if halves else [(None, entry) for entry in entries]
    texts = [_line(rows.of, columns, left, right) for left, right in pairs]
    return [*texts, *[("",) * len(columns)] * (rows.least - len(texts))]


def _line(section: str, columns: Sequence[Column], left: Entry | None, right: Entry | None) -> tuple[str, ...]:
    level2 = next((entry.cells.get("level2", "") for entry in (right, left) if entry), "")
    found: dict[int, str] = {}
    for place, column in enumerate(columns):
        sides = {MIDTERM: (left,), "": (right, left)}.get(column.horizon, (right,))
        if column.field != REMARK:
            found[place] = _taken(column.field, sides) if any(sides) or column.field != "level2" else level2
    rest = "\n".join((*_rest(section, right), *_of_left(_rest(section, left), alone=right is None)))
    return tuple(found.get(place, rest) for place in range(len(columns)))


def _taken(name: str, sides: Sequence[Entry | None]) -> str:
    texts = [entry.take(name) for entry in sides if entry]
    usual = ANNUAL if name == "horizon" else ""  # a blank below 中长期 would be taken for its continuation
    return next((text for text in texts if text), usual)


def _of_left(lines: Sequence[str], *, alone: bool) -> list[str]:
    """Return what is said of a row in the left half; beside another row it is marked as that half's."""
    return list(lines) if alone else [f"{MIDTERM}·{line}" for text in lines for line in text.split("\n")]


def _rest(section: str, entry: Entry | None) -> list[str]:
    if entry is None:
        return []
    remark = entry.take(REMARK)
    left = [f"{label_of(f'{section}.{name}')}：{text}" for name, text in entry.left().items()]
    return [*([] if is_blank(remark) else [remark]), *left, *(_labelled(*stray) for stray in entry.strays)]


def _labelled(label: str, text: str) -> str:
    return text if label == label_of("remark") else lined(label, text)


def _sum(rows: Rows, columns: Sequence[Column], content: Content) -> list[tuple[str, ...]]:
    """Return the sum line that stands above the rows, if the form has one."""
    if not rows.sum:
        return []
    texts = [content.take(f"{rows.sum}.{column.field}") for column in columns]
    return [(rows.sum_label, *texts[1:])]


def _merged(body: _Body) -> list[Line]:
    lines: list[list[Printed]] = [[] for _ in body.texts]
    same = [True] * len(body.texts)  # whether all merged columns so far equal those of the line above
    start = body.start
    for place, column in enumerate(body.columns):
        texts = [texts[place] for texts in body.texts]
        joined = [
            column.merge and number > 0 and same[number] and not is_blank(text) and text == texts[number - 1]
            for number, text in enumerate(texts)
        ]
        for number, text in enumerate(texts):
            if not joined[number]:
                rows = _length(joined, number)
                align = column.align or ("center" if column.merge else "left")
                lines[number].append(Printed(text, start, column.width, rows, "value", align))
        if column.merge:
            same = joined
        start += column.width
    return [Line(tuple(cells)) for cells in lines]


def _length(joined: Sequence[bool], first: int) -> int:
    end = first + 1
    while end < len(joined) and joined[end]:
        end += 1
    return end - first
