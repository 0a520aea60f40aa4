"""From what a rule would write to a fix of the file: every cell of it, or none and the reason."""

from collections.abc import Iterator
from typing import NamedTuple

from perflint.facts.placing import find_cell, place_of
from perflint.judge.finding import Change, Edit, Fix, Refusal
from perflint.judge.obstacle import Obstacle
from perflint.judge.stub import write_stub
from perflint.judge.violation import Proposal
from perflint.judge.writing import Written, write_cell
from perflint.model import Cell, Table, catalogue
from perflint.source import Source

_TITLE = {"zh": "改为：", "en": "change to: "}
_STUB = {"zh": "补填：", "en": "add: "}


class Patch(NamedTuple):
    """One scalar written anew: the characters replaced, and what that changes in the tree."""

    edits: tuple[Edit, ...]
    change: Change


def patch_of(table: Table, row: int, proposal: Proposal, lang: str) -> Fix | Refusal | None:
    """Return a proposal as a fix, the reason why it cannot be one, or None where there is nothing to write.

    Several cells are one fix: where one of them is missing or cannot be written, none is. A cell that is not there, or
    blank, and is to have no text needs nothing.
    """
    said = "en" if lang == "en" else "zh"
    if proposal.insert:
        return _stub(table, row, proposal, said)
    patches: list[Patch] = []
    for spot, text in proposal.texts:
        cell = find_cell(table, row, spot)
        if not text and (cell is None or not cell.filled):
            continue
        if cell is None:
            return None
        for written in _written(table.source, cell, text, key=spot.field.startswith("@key:")):
            if isinstance(written, Obstacle):
                return Refusal(proposal.safety, written.say(lang))
            patches.append(written)
    edits = tuple(edit for patch in patches for edit in patch.edits)
    changes = tuple(patch.change for patch in patches)
    return Fix(proposal.safety, _TITLE[said] + _words(proposal, changes, said), edits, changes) if patches else None


def proposed(fix: Fix, lang: str) -> str:
    """Return what a fix would write, in the words of its title."""
    said = "en" if lang == "en" else "zh"
    return fix.title.removeprefix(_TITLE[said]).removeprefix(_STUB[said])


def _words(proposal: Proposal, changes: tuple[Change, ...], said: str) -> str:
    """Return the new texts; of linked cells those that change, each with the name of its column unless it is the first."""
    if len({spot.field for spot, _ in proposal.texts}) == 1 or not _label(proposal.texts[0][0].field, said):
        return "；".join(text for _, text in proposal.texts)
    new = {change.text for change in changes}
    written = [(spot, text) for spot, text in proposal.texts if text and text in new]
    if len(written) == 1 and written[0] == proposal.texts[0]:
        return written[0][1]
    joint = ": " if said == "en" else "："
    return "；".join(dict.fromkeys(f"{_label(spot.field, said)}{joint}{text}" for spot, text in written))


def _label(field: str, said: str) -> str:
    """Return what a column is called: as its first Chinese spelling, or in English; "" for a period of the plan."""
    section, _, name = field.rpartition(".")
    known = next((entry for entry in catalogue().sections.get(section or "indicators", ()) if entry.name == name), None)
    return "" if known is None else name if said == "en" else known.spellings[0]


def _written(source: Source, cell: Cell, text: str, *, key: bool) -> Iterator[Patch | Obstacle]:
    """Yield what writes a text into a cell, piece by piece where the cell is a list of lines."""
    parts = _parts(cell, text)
    if parts is None:
        yield Obstacle.LINES
        return
    for part, new in parts:
        if part.text != new:
            written = write_cell(source, part, new)
            if isinstance(written, Obstacle):
                yield written
            else:
                change = Change(part.pointer, new, key, part.text)
                yield Patch(tuple(edit_of(source, piece) for piece in written), change)


def _parts(cell: Cell, text: str) -> list[tuple[Cell, str]] | None:
    """Return the scalars of a cell with the new text of each, None where the lines of the text cannot be told apart.

    Line ends that a block scalar has after its text are kept, for facts leave them out.
    """
    lines = (text + cell.text[len(cell.text.rstrip("\n")) :] if not text.endswith("\n") else text).split("\n")
    found = []
    for part in cell.texts:
        count = part.text.count("\n") + 1
        found.append((part, "\n".join(lines[:count])))
        lines = lines[count:]
    return None if lines or any(part.text.count("\n") != new.count("\n") for part, new in found) else found


def edit_of(source: Source, written: Written) -> Edit:
    """Return a replacement of characters with its lines and columns."""
    start, end, text = written
    place = place_of(source, "", start, end)
    return Edit(place.line, place.column, place.end_line, place.end_column, start, end, text)


def _stub(table: Table, row: int, proposal: Proposal, said: str) -> Fix | None:
    text = proposal.texts[0][1]
    written = write_stub(table, row, proposal.insert, text)
    return (
        Fix(proposal.safety, _STUB[said] + written[2].strip(), (edit_of(table.source, written),)) if written else None
    )
