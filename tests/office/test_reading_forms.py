"""Every form, read back from each kind of file, is cell by cell what was printed."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from perflint.office.grid import Grid, Paragraph
from perflint.office.reading import read_document
from tests.office import form_hebei, form_others, form_shandong, form_sichuan
from tests.office.excel_file import write_excel
from tests.office.fixtures import CLEAN, EXAMPLES, FORMS, OWN, build, tables
from tests.office.leaf import Lines, Part, placed, width
from tests.office.text_file import write_line_cells, write_tabbed
from tests.office.web_file import write_web_page
from tests.office.word_file import write_word


def _forms() -> Iterator[tuple[str, list[Part]]]:
    yield "monthly", form_hebei.monthly(tables(EXAMPLES / "lulong-2023/01.yaml")[0], repeat_after=3)
    yield "quarterly", form_hebei.quarterly(tables(EXAMPLES / "tangshan-2021/projects.yaml")[0])
    yield "approval", form_sichuan.approval(tables(EXAMPLES / "bazhong-2022/02.yaml")[0])
    yield "department", form_sichuan.department(tables(EXAMPLES / "bazhong-2022/department.yaml")[0])
    yield "policy", form_sichuan.policy(tables(OWN / "policy.yaml")[0])
    yield "duty", form_shandong.paged(tables(EXAMPLES / "linyi-2023/department.yaml")[0])
    yield "split", form_others.split(tables(CLEAN / "schools-02.yaml")[0])
    yield "costed", form_others.costed(tables(CLEAN / "costed-01.yaml")[0])
    yield "towns", form_others.towns(tables(OWN / "towns.yaml")[0])


_BLANKS = re.compile(" +")
PRINTED = dict(_forms())
EACH = pytest.mark.parametrize("form", PRINTED)


def _cells(grid: Grid) -> list[tuple[str, int, int, int, int]]:
    return [(cell.text, cell.row, cell.column, cell.rows, cell.columns) for cell in grid.cells]


def _printed(lines: Lines) -> list[tuple[str, int, int, int, int]]:
    cells = [(cell.text, row, column, cell.rows, cell.cols) for cell, row, column in placed(lines)]
    used = [*sorted({column for _, _, column, _, _ in cells}), width(lines)]
    return [
        (text, row, used.index(column), rows, sum(column <= line < column + columns for line in used))
        for text, row, column, rows, columns in sorted(cells, key=lambda cell: (cell[1], cell[2]))
    ]


def _tables(parts: list[Part]) -> list[Lines]:
    return [part for part in parts if isinstance(part, Lines)]


@EACH
def test_word(form: str, tmp_path: Path) -> None:
    path = tmp_path / "form.docx"
    write_word(path, PRINTED[form])
    paper = read_document(path.read_bytes(), path.name)
    assert [_cells(grid) for grid in paper.grids] == [_printed(lines) for lines in _tables(PRINTED[form])]
    texts = [part for part in PRINTED[form] if isinstance(part, str) and part.strip()]
    assert [part.text for part in paper.parts if isinstance(part, Paragraph)] == texts


@EACH
@pytest.mark.parametrize("charset", ["gb2312", "utf-8"])
def test_web_page(form: str, charset: str, tmp_path: Path) -> None:
    path = tmp_path / "form.html"
    write_web_page(path, PRINTED[form], charset)
    paper = read_document(path.read_bytes(), path.name)
    assert [_cells(grid) for grid in paper.grids] == [
        [(_BLANKS.sub(" ", text).strip(" "), *place) for text, *place in table]
        for table in (_printed(lines) for lines in _tables(PRINTED[form]))
    ]


@EACH
def test_workbook(form: str, tmp_path: Path) -> None:
    path = tmp_path / "form.xlsx"
    write_excel(path, [("绩效目标表", PRINTED[form])])
    (grid,) = read_document(path.read_bytes(), path.name).grids
    texts = [text for lines in _tables(PRINTED[form]) for text, *_ in _printed(lines) if text.strip(" ")]
    first = min(cell.row for cell in grid.cells if cell.text == texts[0])
    assert [cell.text for cell in grid.cells if cell.text and (cell.row >= first) and cell.columns < grid.width] == [
        text for text in texts if text
    ]
    assert all(cell.place.startswith("绩效目标表!") for cell in grid.cells)


@EACH
def test_line_cells(form: str, tmp_path: Path) -> None:
    path = tmp_path / "form.txt"
    write_line_cells(path, PRINTED[form])
    paper = read_document(path.read_bytes(), path.name)
    assert [[(text, row) for text, row, *_ in _cells(grid) if text] for grid in paper.grids] == [
        [(text, row) for text, row, *_ in _printed(lines) if text] for lines in _tables(PRINTED[form])
    ]
    lines = path.read_text(encoding="utf-8").split("\n")
    for grid in paper.grids:
        for cell in grid.cells:
            at = int(cell.place.removeprefix("第").removesuffix("行"))
            assert lines[at - 1].strip(" \t") == cell.text.split("\n")[0].strip(" \t")


@EACH
def test_tabbed(form: str, tmp_path: Path) -> None:
    path = tmp_path / "form.txt"
    write_tabbed(path, PRINTED[form])
    paper = read_document(path.read_bytes(), path.name)
    assert [[(text, row) for text, row, *_ in _cells(grid) if text] for grid in paper.grids] == [
        [(text.replace("\n", " "), row) for text, row, *_ in _printed(lines) if text.strip(" ")]
        for lines in _tables(PRINTED[form])
    ]


@pytest.mark.parametrize("form", FORMS)
def test_every_fixture_is_read_without_gap_or_overlap(form: str, tmp_path: Path) -> None:
    for fixture in build(form, tmp_path):
        paper = read_document(fixture.path.read_bytes(), fixture.path.name)
        assert paper.grids
        assert tables(fixture.expected)
        for grid in paper.grids:
            covered = sum(cell.rows * cell.columns for cell in grid.cells)
            assert covered == len(grid.covering())
            assert all(cell.row + cell.rows <= grid.height for cell in grid.cells)
            assert len({cell.place for cell in grid.cells}) == len(grid.cells)


@pytest.mark.parametrize("boxes", ["characters", "controls", "fields", "symbols", "letters"])
def test_boxes_are_the_same_characters_however_word_makes_them(boxes: str, tmp_path: Path) -> None:
    path = tmp_path / "boxes.docx"
    write_word(path, PRINTED["approval"], boxes)
    (grid,) = read_document(path.read_bytes(), path.name).grids
    assert _cells(grid) == _printed(_tables(PRINTED["approval"])[0])
