"""Text with a line for each cell and nothing that says where rows end: rows found by labels, headings and classes."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from perflint.office.grid import Grid, Paragraph
from perflint.office.reading.flowrows import Headings, headings_at, others_at, rows_of
from perflint.office.reading.layout import Block, lay
from perflint.office.recognition.vocabulary import vocabulary
from perflint.office.recognition.wording import exact, halves

_LONG = ("goals.", "project.purpose", "project.basis", "duties", "measures", "remark")
_ENDS = ("指标", "标")


class Cell(NamedTuple):
    """A line that is a cell: its number from 1, and its text."""

    line: int
    text: str


Row = list[tuple[Cell, int]]  # cells with the columns over which they go


def cells_of(lines: Sequence[str]) -> list[Cell]:
    """Return the filled lines as cells, a label that was broken over two lines as one."""
    cells = [Cell(number, line.strip(" \t\u3000\xa0")) for number, line in enumerate(lines, start=1)]
    cells = [cell for cell in cells if cell.text]
    found: list[Cell] = []
    for cell in cells:
        if found and _are_one(found[-1].text, cell.text):
            found[-1] = Cell(found[-1].line, found[-1].text + cell.text)
        else:
            found.append(cell)
    return found


def _are_one(first: str, second: str) -> bool:
    """Return whether two lines are one label that a narrow cell broke off."""
    both = first + second
    if exact(both) in vocabulary().levels and second in _ENDS:
        return True
    return _is_known(both) and not _is_known(first) and not _is_known(second) and not halves(both)


def flows(lines: Sequence[str]) -> bool:
    """Return whether a text lists a form cell by cell: the headings of an indicator list stand below each other."""
    texts = [cell.text for cell in cells_of(lines)]
    return any(headings_at(texts, place) for place in range(len(texts)))


def read_flowing(lines: Sequence[str]) -> Iterator[Paragraph | Grid]:
    """Yield what stands before the first label as paragraphs, the form as one grid, then the cells that fit in no row."""
    cells = cells_of(lines)
    texts = [cell.text for cell in cells]
    start = next((place for place, text in enumerate(texts) if _label(text) or headings_at(texts, place)), len(cells))
    yield from (Paragraph(cell.text, f"第{cell.line}行") for cell in cells[:start])
    strays: list[Cell] = []
    rows = [row for row in _rows(cells[start:], strays) if row]
    if rows:
        yield lay(1, "", list(_blocks(rows)))
    yield from (Paragraph(cell.text, f"第{cell.line}行") for cell in strays)


def _rows(cells: Sequence[Cell], strays: list[Cell]) -> Iterator[Row]:
    texts = [cell.text for cell in cells]
    place = 0
    while place < len(cells):
        heads = headings_at(texts, place)
        if heads:
            yield from _list(cells, heads, strays)
            place = heads.end + sum(map(len, rows_of(texts, heads)))
            continue
        if _label(texts[place]) and not _is_bare_label(texts[place]):  # a label and its value in one cell
            yield [(cells[place], 0)]
            place += 1
            continue
        count = others_at(texts, place)
        values = place + (count or _run(texts, place))
        end = values
        while end < len(texts) and (end == place or not _opens(texts, end)):  # at least one cell at a time
            end += 1
        if count and (end - values) % count == 0:
            yield from ([(cell, 1) for cell in cells[at : at + count]] for at in range(place, end, count))
        else:
            yield from _head(cells[place:values], cells[values:end])
        place = end


def _opens(texts: Sequence[str], place: int) -> bool:
    """Return whether a cell is a label or heading, or the first of several, and no value."""
    return bool(_label(texts[place]) or _heads(texts[place]) or headings_at(texts, place) or others_at(texts, place))


def _head(labels: Sequence[Cell], values: Sequence[Cell]) -> Iterator[Row]:
    """Yield rows of a form's head: a label with its value, or labels beside each other over their values."""
    over = list(labels)
    while over and len(over) > len(values) and _heads(over[0].text):
        yield [(over.pop(0), 0)]
    fields = {str(_label(cell.text)) for cell in over}
    if len(over) > 1 and len(over) == len(values) and all(field.startswith("goals.") for field in fields):
        yield [(cell, 1) for cell in over]
        yield [(cell, 1) for cell in values]
        return
    yield from ([(cell, 0)] for cell in over[:-1])
    last = over[-1:]
    long = last and str(_label(last[0].text)).startswith(_LONG)
    if last and long and values:
        text = "\n".join(cell.text for cell in values)
        yield [(last[0], 1), (Cell(values[0].line, text), 0)]
        return
    if last:
        yield [(cell, 1) for cell in (*last, *values[:1])]
    yield from ([(cell, 0)] for cell in values[len(last) :])


def _list(cells: Sequence[Cell], heads: Headings, strays: list[Cell]) -> Iterator[Row]:
    start = heads.end - heads.width
    yield [(cell, 1) for cell in cells[start : heads.end]]
    place = heads.end
    for row in rows_of([cell.text for cell in cells], heads):
        pairs = list(zip(cells[place : place + len(row)], row, strict=True))
        yield [(cell, column) for cell, column in pairs if column]
        strays += [cell for cell, column in pairs if not column]
        place += len(row)


def _blocks(rows: Sequence[Row]) -> Iterator[Block]:
    """Yield the cells; a column below 0 says at which column a cell stands: -1 is the first."""
    width = max(2, *(len(row) for row in rows))
    for number, row in enumerate(rows):
        at = 0
        for cell, columns in row:
            column = -columns - 1 if columns < 0 else at
            span = 1 if columns else width - column
            yield Block(cell.text, number, column, 1, span, f"第{cell.line}行")
            at = column + span


def _run(texts: Sequence[str], place: int) -> int:
    end = place
    while end < len(texts) and (_is_bare_label(texts[end]) or _heads(texts[end])) and not others_at(texts, end):
        end += 1
    return end - place


def _is_known(text: str) -> bool:
    return bool(_label(text)) or _heads(text) or exact(text) in vocabulary().levels


def _is_bare_label(text: str) -> bool:
    return bool(vocabulary().label(text))


def _label(text: str) -> str | None:
    named = halves(text)
    return vocabulary().label(text) or (vocabulary().label(named[0]) if named else None)


def _heads(text: str) -> bool:
    return vocabulary().heads(text)
