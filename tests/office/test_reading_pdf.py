"""PDF: ruled tables cell by cell, wrapped lines put together, tables over page ends, and what cannot be read."""

from pathlib import Path

import pytest

from perflint.office.grid import Paper, Paragraph, Unopened
from perflint.office.reading import pdf, read_document
from tests.office import form_hebei, form_others
from tests.office.fixtures import CLEAN, EXAMPLES, OWN, tables
from tests.office.leaf import C, Lines, PageBreak, Part, placed
from tests.office.pdf_file import write_pdf

FORMS = {
    "monthly": form_hebei.monthly(tables(EXAMPLES / "lulong-2023/01.yaml")[0]),
    "split": form_others.split(tables(CLEAN / "housing-02.yaml")[0]),
    "towns": form_others.towns(tables(OWN / "towns.yaml")[0]),
}
_ROW = [C("指标"), C("值")]


def _read(path: Path, parts: list[Part]) -> Paper:
    write_pdf(path, parts)
    return read_document(path.read_bytes(), path.name)


@pytest.mark.parametrize("form", FORMS)
def test_forms_cell_by_cell(form: str, tmp_path: Path) -> None:
    paper = _read(tmp_path / "form.pdf", FORMS[form])
    printed = [part for part in FORMS[form] if isinstance(part, Lines)]
    assert [[(c.text.strip(), c.row, c.column, c.rows, c.columns) for c in grid.cells] for grid in paper.grids] == [
        sorted([(cell.text.strip(), row, column, cell.rows, cell.cols) for cell, row, column in placed(lines)],
               key=lambda cell: cell[1:3]) for lines in printed
    ]  # fmt: skip
    texts = [part for part in FORMS[form] if isinstance(part, str) and part.strip()]
    assert [part.text for part in paper.parts if isinstance(part, Paragraph)] == texts


def test_a_table_that_goes_on_over_the_page_is_one_and_says_so(tmp_path: Path) -> None:
    parts: list[Part] = [Lines([_ROW, [C("甲"), C("1")]]), "- 1 -", PageBreak(), Lines([[C("乙"), C("2")], _ROW]), "2"]
    (grid,) = _read(tmp_path / "form.pdf", parts).parts
    assert not isinstance(grid, Paragraph)
    assert [(cell.text, cell.row, cell.place) for cell in grid.cells] == [
        ("指标", 0, "第1页 表1 第1行第1列"), ("值", 0, "第1页 表1 第1行第2列"),
        ("甲", 1, "第1页 表1 第2行第1列"), ("1", 1, "第1页 表1 第2行第2列"),
        ("乙", 2, "第2页 表1 第3行第1列（跨页，请核对）"), ("2", 2, "第2页 表1 第3行第2列（跨页，请核对）"),
        ("指标", 3, "第2页 表1 第4行第1列"), ("值", 3, "第2页 表1 第4行第2列"),
    ]  # fmt: skip


def test_tables_of_two_pages_with_a_heading_between_stay_two(tmp_path: Path) -> None:
    parts: list[Part] = [Lines([_ROW]), PageBreak(), "附件2", Lines([_ROW]), PageBreak(), Lines([[*_ROW, C("来源")]])]
    paper = _read(tmp_path / "form.pdf", parts)
    assert [grid.number for grid in paper.grids] == [1, 2, 3]
    assert Paragraph("附件2", "第2页") in paper.parts


def test_wrapped_lines_are_joined_and_ended_ones_are_not(tmp_path: Path) -> None:
    text = "完成全市流通领域\n确保质量"
    (grid,) = _read(tmp_path / "form.pdf", [Lines([[C(text), C("13032423P00442810053A")]])]).grids
    assert [cell.text for cell in grid.cells] == [text, "13032423P00442810053A"]


def test_a_scan_holds_nothing(tmp_path: Path) -> None:
    with pytest.raises(Unopened, match="scan"):
        _read(tmp_path / "scan.pdf", [])


def test_too_many_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "_MOST_PAGES", 1)
    with pytest.raises(Unopened, match="2 pages"):
        _read(tmp_path / "long.pdf", ["甲", PageBreak(), "乙"])


def test_broken_ones(tmp_path: Path) -> None:
    path = tmp_path / "form.pdf"
    write_pdf(path, FORMS["monthly"])
    data = path.read_bytes()
    for cut in range(9, len(data), len(data) // 25):
        for hurt in (data[:cut], data[:cut] + b"\0\xff(<" + data[cut + 4 :]):
            try:
                read_document(hurt, "a.pdf")
            except Unopened as refusal:
                assert refusal.zh  # noqa: PT017  # either is right, as long as it is no traceback
