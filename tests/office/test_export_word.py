"""The Word document: A4, borders, merged cells, heading lines that repeat, fonts that Chinese offices have."""

import io
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm

from perflint.office.export import write_word
from tests.office.export_tables import TABLES
from tests.office.test_export_conservation import sheets_of


def document_of(*forms: str) -> Any:  # noqa: ANN401  # python-docx gives no type that tells enough
    return Document(io.BytesIO(write_word([sheet for form in forms for sheet in sheets_of(TABLES[form])])))


@pytest.mark.parametrize("form", TABLES)
def test_page_is_a4_in_the_position_of_the_form(form: str) -> None:
    section = document_of(form).sections[0]
    sides = (round(section.page_width.mm), round(section.page_height.mm))
    assert sides == ((297, 210) if form in {"D1", "D3", "G"} else (210, 297))


@pytest.mark.parametrize("form", TABLES)
def test_tables_are_as_wide_as_the_text(form: str) -> None:
    document = document_of(form)
    section = document.sections[0]
    room = section.page_width - section.left_margin - section.right_margin
    for table in document.tables:
        width = sum(int(column.get(qn("w:w"))) for column in table._tbl.tblGrid) * 635  # noqa: SLF001  # no other way
        assert abs(width - room) < Mm(1)


@pytest.mark.parametrize("form", ["H", "S", "O", "D1", "D3", "G"])
def test_heading_of_the_indicators_repeats_on_each_page(form: str) -> None:
    heads = [row for table in document_of(form).tables for row in table.rows if row._tr.xpath("./w:trPr/w:tblHeader")]  # noqa: SLF001
    assert heads
    assert any("绩效指标" in cell.text or "三级指标" in cell.text for row in heads for cell in row.cells)


@pytest.mark.parametrize("form", TABLES)
def test_repeated_lines_begin_a_table(form: str) -> None:
    for table in document_of(form).tables:
        flags = [bool(row._tr.xpath("./w:trPr/w:tblHeader")) for row in table.rows]  # noqa: SLF001
        assert flags == sorted(flags, reverse=True)  # Word repeats only lines from the first one on


def test_equal_classes_are_one_cell() -> None:
    table = document_of("H").tables[1]
    assert [row.cells[0].text for row in table.rows][:5] == [
        "一级指标",
        "产出指标",
        "产出指标",
        "产出指标",
        "满意度指标",
    ]
    assert table.cell(1, 0)._tc is table.cell(3, 0)._tc  # noqa: SLF001  # one cell over three lines
    assert table.cell(1, 1)._tc is table.cell(2, 1)._tc  # noqa: SLF001


def test_cells_have_borders_and_the_line_above_the_table_has_none() -> None:
    table = document_of("H").tables[0]
    assert not table.rows[0]._tr.xpath(".//w:tcBorders")  # noqa: SLF001
    assert all(cell._tc.xpath("./w:tcPr/w:tcBorders") for row in table.rows[1:] for cell in row.cells)  # noqa: SLF001


def test_letters_are_those_of_chinese_offices() -> None:
    runs = document_of("H", "DN").element.body.xpath(".//w:rFonts")
    fonts = {run.get(qn("w:eastAsia")) for run in runs}
    assert fonts == {"宋体", "黑体", "仿宋_GB2312", "楷体_GB2312"}


def test_boxes_are_ticked() -> None:
    text = "\n".join(cell.text for row in document_of("A").tables[0].rows for cell in row.cells)
    assert "☐ 新增项目　☑ 延续项目" in text
    assert "☐ 一次性　☑ 经常性" in text
    assert "☑ 法律法规　☐ 市委市政府决定　☑ 上级文件要求　☐ 市委市政府领导指示　☐ 其他　☑ 党组会议纪要" in text


def test_each_table_begins_a_page() -> None:
    document = document_of("H", "H", "D1", "H")
    assert len(document.element.body.xpath("./w:p/w:pPr/w:pageBreakBefore")) == 1  # the second on the same paper
    assert [round(section.page_width.mm) for section in document.sections] == [210, 297, 210]


def test_empty_table_still_gives_its_form() -> None:
    document = Document(io.BytesIO(write_word(sheets_of("kind: project\nprofile: hebei\nindicators: []\n"))))
    labels = {cell.text for table in document.tables for row in table.rows for cell in row.cells}
    assert {"项目编码", "项目名称", "预算数", "绩效目标", "指标值确定依据"} <= labels
