"""Forms of many places, years and kinds: every cell goes where it belongs, as Word, Excel and web page, and none is lost."""

from pathlib import Path

import pytest

from perflint.office.grid import Paragraph
from perflint.office.reading.opening import read_document
from perflint.office.recognition import recognise
from perflint.typography import is_blank
from tests.office.laid_out import KINDS, NAMES, cells, layout, write


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", NAMES)
def test_every_cell_of_a_published_form_goes_to_its_field(name: str, kind: str, tmp_path: Path) -> None:
    path = write(name, kind, tmp_path)
    found = recognise(read_document(path.read_bytes(), path.name))
    assert [cells(draft) for draft in found.tables] == layout(name).tables


@pytest.mark.parametrize("name", NAMES)
def test_no_cell_of_a_published_form_is_lost(name: str, tmp_path: Path) -> None:
    path = write(name, "docx", tmp_path)
    paper = read_document(path.read_bytes(), path.name)
    found = recognise(paper)
    known = {use.place for draft in found.tables for use in draft.uses} | {use.place for use in found.loose}
    filled = [(cell.place, cell.text) for grid in paper.grids for cell in grid.cells]
    filled += [(part.place, part.text) for part in paper.parts if isinstance(part, Paragraph)]
    assert [place for place, text in filled if not is_blank(text) and place not in known] == []
