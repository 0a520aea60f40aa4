"""What budget platforms export under the names of Excel and Word: XML Spreadsheet, tab text, web archives."""

from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

import pytest

from perflint.office.grid import Unopened
from perflint.office.reading.opening import read_document
from perflint.office.recognition import Leaf, recognise

_ROWS = (
    ("项目名称", "道路养护", "", ""), ("一级指标", "二级指标", "三级指标", "指标值"), ("产出指标", "数量指标", "养护里程", "≥30公里"),
    ("", "质量指标", "合格率", "100%"),
)  # fmt: skip
_HEAD = '<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:'
_HEAD += 'office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="表1"><Table>'


_THIRD = ' ss:Index="3"'


def _xml_sheet() -> bytes:
    """Return the rows as XML Spreadsheet: a cell over three columns, one over two rows, a row and a cell at places they name."""
    more = {(0, 1): ' ss:MergeAcross="2"', (2, 0): ' ss:MergeDown="1"', (3, 1): ' ss:Index="2"'}
    lines = []
    for row, texts in enumerate(_ROWS):
        cells = [
            f'<Cell{more.get((row, column), "")}><Data ss:Type="String">{text}</Data></Cell>'
            for column, text in enumerate(texts) if text
        ]  # fmt: skip
        lines.append(f"<Row{_THIRD if row == 1 else ''}>{''.join(cells)}</Row>")
    return f"{_HEAD}{''.join(lines)}</Table></Worksheet></Workbook>".encode()


def _archive() -> bytes:
    cells = "".join(f"<tr>{''.join(f'<td>{text}</td>' for text in row)}</tr>" for row in _ROWS)
    whole = MIMEMultipart("related")
    whole["Subject"] = "表"
    whole.attach(MIMEText(f"<html><body><table>{cells}</table></body></html>", "html", "gb2312"))
    return whole.as_bytes()


def _tabs(encoding: str) -> bytes:
    return "".join("\t".join(row) + "\r\n" for row in _ROWS).encode(encoding)


_FILES = {
    "XML Spreadsheet": (_xml_sheet(), (".xml", ".xls", ".et")),
    "a web archive": (_archive(), (".mht", ".mhtml", ".doc", ".xls")),
    "tab text": (_tabs("gb18030"), (".xls", ".et", ".txt")),
    "tab text in UTF-16": (_tabs("utf-16"), (".xls", ".txt")),
}


@pytest.mark.parametrize(
    ("kind", "suffix"), [(kind, one) for kind, (_, suffixes) in _FILES.items() for one in suffixes]
)
def test_a_platform_file_is_read_whatever_it_is_called(kind: str, suffix: str) -> None:
    (draft,) = recognise(read_document(_FILES[kind][0], f"表{suffix}")).tables
    assert draft.text("project.name") == "道路养护"
    assert [(_said(row, "level1"), _said(row, "name"), _said(row, "value")) for row in draft.rows] == [
        ("产出指标", "养护里程", "≥30公里"), ("产出指标", "合格率", "100%"),
    ]  # fmt: skip


def _said(row: object, key: str) -> str:
    leaf = row.get(key) if isinstance(row, dict) else None
    return leaf.text if isinstance(leaf, Leaf) else ""


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (b"<a/>", "a.xml", ".xml"),
        (_xml_sheet()[:400], "a.xml", ".xlsx"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x--\n", "a.mht", ".html"),
        (b"PK", "a.dotm", ".docx"),
        (b"PK", "a.xlsb", ".xlsx"),
    ],
)
def test_what_cannot_be_read_is_told_with_what_to_save_it_as(data: bytes, name: str, said: str) -> None:
    with pytest.raises(Unopened) as fault:
        read_document(data, name)
    assert said in fault.value.zh
    assert said in fault.value.en


def test_entities_of_an_xml_sheet_are_not_followed() -> None:
    head = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]>'
    data = head + _xml_sheet().partition(b'?><?mso-application progid="Excel.Sheet"?>')[2].replace(
        "道路养护".encode(), b"&b;"
    )
    paper = read_document(data, "a.xls")
    assert "道路养护" not in {cell.text for grid in paper.grids for cell in grid.cells}
    assert all(len(cell.text) < 10 for grid in paper.grids for cell in grid.cells)
