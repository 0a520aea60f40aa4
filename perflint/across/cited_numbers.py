"""The document numbers of a table, each with its place."""

from collections.abc import Iterator

from perflint.across.summary import Docnum, note_cell
from perflint.facts import Spot, TableView
from perflint.facts.placing import find_cell, piece_of
from perflint.facts.prose import Prose
from perflint.facts.sources.citing import NUMBER, Citation, find_citations
from perflint.typography import fold

_SIGN = "号"


def docnums_of(view: TableView) -> Iterator[Docnum]:
    """Yield the document numbers with a year in the prose cells of a table and its rows."""
    cells = [(-1, prose) for prose in view.prose_and("title", "project.name")]
    for index, row in enumerate(view.rows):
        if any(_SIGN in text for text in row.texts.values()):
            cells += [(index, prose) for prose in row.prose]
    for at, prose in cells:
        if _SIGN in prose.text:
            for found in find_citations(prose.text):
                if found.kind == NUMBER and found.year:
                    yield _docnum(view, at, prose, found)


def _docnum(view: TableView, row: int, prose: Prose, found: Citation) -> Docnum:
    issuer, _, rest = found.plain.partition("〔")
    note = note_cell(
        view, row, Spot(prose.place.field, found.start, found.end, prose.place.records, prose.place.index), found.text
    )
    typed = view.table.source.text[note.start : note.end] == found.text
    literal = typed and prose.field not in {"title", "project.name"}
    around = _around(view, row, prose, found) if literal and found.text != found.plain else ("", "")
    return Docnum(fold(issuer), found.year, rest.partition("〕")[2], found.text, found.plain, literal, note, around)


def _around(view: TableView, row: int, prose: Prose, found: Citation) -> tuple[str, str]:
    """Return what stands before and after a document number in its cell, or in the piece of a cell that is a list."""
    cell = find_cell(view.table, row, prose.place)
    if cell is None:
        return "", ""
    piece, start, end = piece_of(cell, found.start, found.end)
    return piece.text[:start], piece.text[end:]
