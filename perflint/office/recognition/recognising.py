"""A document as tables of the format, with what became of each of its cells."""

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from perflint.office.grid import Grid, Paper, Paragraph
from perflint.office.recognition.asides import ends_with_grid, is_instructions, read_aside
from perflint.office.recognition.blanks import is_choices
from perflint.office.recognition.completing import complete
from perflint.office.recognition.desk import Desk
from perflint.office.recognition.draft import Draft, Use
from perflint.office.recognition.executed import read_executed
from perflint.office.recognition.goals import read_goals
from perflint.office.recognition.heads import begin_again, begin_grid, read_captions, read_title, starts_anew
from perflint.office.recognition.lists import read_entry, read_headings
from perflint.office.recognition.narrative import read_narrative
from perflint.office.recognition.pairs import read_pairs, take_below
from perflint.office.recognition.parts import read_plan, read_sources
from perflint.office.recognition.regions import read_regions
from perflint.office.recognition.sheet import Row, Sheet
from perflint.office.recognition.titles import goes_on, is_title
from perflint.office.recognition.turning import turned
from perflint.office.recognition.values import put_value
from perflint.office.recognition.vocabulary import vocabulary
from perflint.office.recognition.yearly import read_yearly
from perflint.typography import is_blank

_STEPS: tuple[Callable[[Desk, Row], bool], ...] = (
    read_headings, read_executed, read_yearly, read_regions, read_plan, read_sources, read_goals, read_entry, read_captions, read_pairs, read_title,
)  # fmt: skip


_HEAD_CELLS = 3  # agency, year and unit of money may stand beside each other above the text


class Recognised(Struct, frozen=True):
    """The tables of a document in order, and what became of the paragraphs outside them."""

    file: str
    tables: tuple[Draft, ...]
    loose: tuple[Use, ...]


def recognise(paper: Paper, profile: str = "", packs: tuple[Path, ...] = ()) -> Recognised:
    """Return the tables of a document; `profile` is the one asked for, `packs` extend the vocabulary.

    Raises:
        ProfileError, LexiconError: a pack is broken.
    """
    desk = Desk(vocabulary(packs), Sheet(Grid(0, "", (), 0, 0)))
    for part in paper.parts:
        if isinstance(part, Paragraph):
            _take_paragraph(desk, part)
        else:
            for grid in turned(part, desk.vocabulary):
                _take_grid(desk, grid)
    _take_text(desk)
    desk.finish()
    desk.loose.extend(desk.captions)
    tables = complete(desk, paper, profile)
    loose = tuple(Use(one.place, one.text, "", "left") for one in (*desk.loose, *paper.notes))
    return Recognised(paper.name, tables, loose)


def _take_paragraph(desk: Desk, paragraph: Paragraph) -> None:
    if is_blank(paragraph.text):
        return
    if is_title(desk, paragraph.text) and desk.draft.rows and not goes_on(desk, paragraph.text):
        desk.finish()
    desk.captions.append(paragraph)


def _take_text(desk: Desk) -> None:
    """Take in the text before a grid: a department's target where it is one."""
    draft, rest = read_narrative(desk.captions, desk.vocabulary)
    if draft is not None:
        desk.finish()
        desk.done.append(draft)
        desk.captions = []
        for paragraph in rest:
            _take_paragraph(desk, paragraph)


def _take_grid(desk: Desk, grid: Grid) -> None:
    _take_text(desk)
    desk.sheet = Sheet(grid)
    if _take_lines(desk):
        return
    if is_choices(grid, desk.vocabulary) or is_instructions(grid, desk.vocabulary):
        desk.loose.extend(Paragraph(cell.text, cell.place) for cell in grid.cells if not is_blank(cell.text))
        return
    begin_grid(desk)
    if ends_with_grid(desk):
        desk.opened = None
    expected = 0
    for row in desk.sheet.rows:
        if row.number > expected:
            _take_blank(desk, expected)
        if not read_aside(desk, row):
            _take_row(desk, row)
        expected = row.number + min(cell.rows for cell in row.cells)
    desk.awaiting = None
    desk.pending = []


def _take_lines(desk: Desk) -> bool:
    """Take in a grid of single cells, one a row, that is a department's target in prose typed into a sheet."""
    rows = desk.sheet.rows
    if any(len(row.cells) > _HEAD_CELLS for row in rows) or sum(len(row.cells) > 1 for row in rows) > 1:
        return False
    lines = [Paragraph(cell.text, cell.place) for row in rows for cell in row.cells]
    draft, rest = read_narrative([*desk.captions, *lines], desk.vocabulary)
    if draft is None:
        return False
    draft.number = desk.sheet.grid.number
    desk.finish()
    desk.done.append(draft)
    desk.captions = list(rest)
    return True


def _take_blank(desk: Desk, number: int) -> None:
    """Take in a row without any filled cell: what was awaited in it is blank."""
    awaiting, desk.awaiting = desk.awaiting, None
    pending, desk.pending = desk.pending, []
    if awaiting is not None:
        awaiting(desk, Row(number, ()))
    for field, label in pending:
        if desk.draft.holds(field) is None:
            put_value(desk, field, "", label)


def _take_row(desk: Desk, row: Row) -> None:
    awaiting, desk.awaiting = desk.awaiting, None
    if starts_anew(desk, row):
        begin_again(desk, row)
    elif awaiting is not None and awaiting(desk, row):
        return
    if desk.pending:
        row = take_below(desk, row)
        if not row.cells:
            return
    if not any(step(desk, row) for step in _STEPS):
        desk.leave_all(row.cells)
