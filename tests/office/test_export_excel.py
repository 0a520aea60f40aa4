"""The workbook: one worksheet a table, every cell as text, ready to print on A4."""

import io
from typing import Any

import pytest
from openpyxl import load_workbook

from perflint.office.export import TooLong, write_excel
from tests.office.export_tables import TABLES
from tests.office.test_export_conservation import sheets_of


def book_of(*texts: str) -> Any:  # noqa: ANN401  # openpyxl has no types
    return load_workbook(io.BytesIO(write_excel([sheet for text in texts for sheet in sheets_of(text)])))


def values(page: Any) -> list[str]:  # noqa: ANN401  # the same
    return [cell.value for row in page.iter_rows() for cell in row if cell.value is not None]


@pytest.mark.parametrize("form", TABLES)
def test_page_is_set_up_to_print(form: str) -> None:
    page = book_of(TABLES[form]).worksheets[0]
    assert page.page_setup.paperSize == 9
    assert page.page_setup.orientation == ("landscape" if form in {"D1", "D3", "G"} else "portrait")
    assert (page.page_setup.fitToWidth, page.page_setup.fitToHeight) == (1, 0)
    assert page.sheet_properties.pageSetUpPr.fitToPage


def test_amounts_and_formula_like_texts_stay_text() -> None:
    page = book_of(TABLES["H"]).worksheets[0]
    assert {"12.00", "010", "=90%"} <= set(values(page))
    assert all(cell.data_type in {"s", "inlineStr", "n"} for row in page.iter_rows() for cell in row)
    assert all(isinstance(value, str) for value in values(page))


def test_equal_classes_and_labels_are_merged() -> None:
    page = book_of(TABLES["H"]).worksheets[0]
    corners = {page.cell(area.min_row, area.min_col).value: area for area in page.merged_cells.ranges}
    assert corners["产出指标"].size["rows"] == 3
    assert corners["数量指标"].size["rows"] == 2
    assert corners["预算规模及资金用途"].size["rows"] == 2
    assert corners["食品抽检经费绩效目标表"].min_col == 1


@pytest.mark.parametrize("form", [form for form in TABLES if form != "DN"])
def test_heading_of_the_indicators_repeats_on_each_page(form: str) -> None:
    page = book_of(TABLES[form]).worksheets[0]
    first, last = (int(part.strip("$")) for part in page.print_title_rows.split(":"))
    titles = {cell.value for row in page.iter_rows(first, last) for cell in row}
    assert titles & {"三级指标", "绩效指标"}
    assert last - first == (3 if form == "D1" else 0)


def test_no_line_is_higher_than_excel_shows_and_none_too_low() -> None:
    long = "全面加强食品安全监管，" * 200
    page = book_of(
        f"kind: project\nprofile: hebei\ngoals: {long}\nindicators: [{{name: 甲, value: 1次}}]\n"
    ).worksheets[0]
    heights = {row: dimension.height for row, dimension in page.row_dimensions.items()}
    assert max(heights.values()) <= 409
    area = next(area for area in page.merged_cells.ranges if page.cell(area.min_row, area.min_col).value == long)
    lines = len(long) / 41  # so many characters of 10.5 points stand in 152 mm
    assert sum(heights[row] for row in range(area.min_row, area.max_row + 1)) >= lines * 10.5 * 1.2


def test_worksheets_have_names_that_excel_takes() -> None:
    names = ["甲/乙:丙?*[丁]", "甲/乙:丙?*[丁]", "项" * 40, "项" * 40, "'引'", ""]
    book = book_of(*(f'{{kind: project, project: {{name: "{name}"}}, indicators: []}}' for name in names))
    assert len({name.casefold() for name in book.sheetnames}) == len(names)
    assert all(0 < len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in book.sheetnames)


def test_text_that_no_cell_can_hold_is_refused() -> None:
    sheets = sheets_of(f"kind: project\ngoals: {'字' * 32_768}\nindicators: []\n")
    with pytest.raises(TooLong) as raised:
        write_excel(sheets)
    assert "32768" in raised.value.zh
    assert "docx" in raised.value.en
