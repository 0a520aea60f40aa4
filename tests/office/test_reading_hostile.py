"""Broken, locked, huge and lying files: a sentence in both languages, never a traceback, never much time."""

import io
import sys
import time
import zipfile
from collections.abc import Callable

import docx
import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perflint.office.grid import Unopened
from perflint.office.reading import read_document
from perflint.office.reading.limits import MOST_BYTES
from tests.thorough import tries

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_ALL = ("docx", "xlsx", "xlsm", "xls", "html", "txt", "csv", "tsv", "pdf")


def _refused(data: bytes, name: str) -> Unopened:
    with pytest.raises(Unopened) as refusal:
        read_document(data, name)
    assert refusal.value.zh
    assert refusal.value.en
    assert refusal.value.en.replace(name, "").isascii()
    return refusal.value


def _word() -> bytes:
    document = docx.Document()
    document.add_table(2, 2).cell(0, 0).text = "项目名称"
    return _saved(document.save)


def _book() -> bytes:
    book = openpyxl.Workbook()
    book.active["A1"] = "项目名称"
    return _saved(book.save)


def _saved(save: Callable[[io.BytesIO], object]) -> bytes:
    held = io.BytesIO()
    save(held)
    return held.getvalue()


def _with(data: bytes, name: str, content: bytes) -> bytes:
    """Return an archive with one member put in or replaced."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.namelist():
            if member != name:
                new.writestr(member, old.read(member))
        new.writestr(name, content)
    return held.getvalue()


def _body(inner: str) -> bytes:
    xml = f"<?xml version='1.0' encoding='UTF-8'?><w:document {_W}><w:body>{inner}</w:body></w:document>"
    return _with(_word(), "word/document.xml", xml.encode())


def _sheet(inner: str) -> bytes:
    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    return _with(_book(), "xl/worksheets/sheet1.xml", f"<worksheet {space}>{inner}</worksheet>".encode())


@pytest.mark.parametrize("suffix", _ALL)
def test_an_empty_file_is_said_to_be_empty(suffix: str) -> None:
    assert "0 字节" in _refused(b"", f"空.{suffix}").zh


def test_an_unknown_suffix_lists_what_is_known() -> None:
    assert ".docx" in _refused(b"x", "目标表.pptx").zh


@pytest.mark.parametrize(("name", "better"), [("a.dotm", ".docx"), ("a.XLSB", ".xlsx"), ("a.dot", ".docx")])
def test_kinds_that_hold_macros_are_told_what_to_become(name: str, better: str) -> None:
    assert f"另存为 {better}" in _refused(b"x", name).zh


@pytest.mark.parametrize(("library", "suffix", "extra"), [("docx", "docx", "office"), ("openpyxl", "xlsx", "office"),
                                                          ("lxml", "html", "office"), ("pdfplumber", "pdf", "pdf")])  # fmt: skip
def test_without_its_library_it_says_what_to_install(
    library: str, suffix: str, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = {"docx": _WORD, "xlsx": _BOOK, "html": b"<html><p>x</p></html>", "pdf": b"%PDF-1.4"}[suffix]
    monkeypatch.setitem(sys.modules, library, None)
    refusal = _refused(data, f"a.{suffix}")
    assert f'pip install ".[{extra}]"' in refusal.zh


@pytest.mark.parametrize("suffix", ["docx", "xlsx", "xlsm"])
def test_an_archive_cut_short(suffix: str) -> None:
    data = _word() if suffix == "docx" else _book()
    for cut in range(4, len(data), max(1, len(data) // 40)):
        assert "损坏" in _refused(data[:cut], f"a.{suffix}").zh


@pytest.mark.parametrize("suffix", ["docx", "xlsx"])
def test_a_locked_office_file(suffix: str) -> None:
    assert "密码" in _refused(_OLE + "EncryptedPackage".encode("utf-16-le"), f"a.{suffix}").zh


def test_a_locked_archive() -> None:
    data = bytearray(_word())
    for mark, offset in ((b"PK\1\2", 8), (b"PK\3\4", 6)):
        at = -1
        while (at := data.find(mark, at + 1)) >= 0:
            data[at + offset] |= 1
    assert "密码" in _refused(bytes(data), "a.docx").zh


@pytest.mark.parametrize("name", ["a.xls", "a.et", "a.doc", "a.wps"])
def test_a_web_page_that_a_platform_exports_under_an_old_name_is_read(name: str) -> None:
    page = "<html><table><tr><td>项目名称</td><td rowspan=2>甲</td></tr></table></html>".encode("gb18030")
    (grid,) = read_document(page, name).grids
    assert [cell.text for cell in grid.cells] == ["项目名称", "甲"]


@pytest.mark.parametrize(("data", "name"), [(_book(), "a.xls"), (_word(), "a.doc")])
def test_a_new_format_under_its_old_name_is_read(data: bytes, name: str) -> None:
    assert read_document(data, name).grids


@pytest.mark.parametrize(
    ("data", "name", "told"),
    [
        (_book(), "a.docx", ".xlsx"),
        (_word(), "a.xlsx", ".docx"),
        (_word(), "a.xls", ".docx"),
        (b"<html><table><tr><td>1</td></tr></table></html>", "a.xlsx", ".html"),
        (_OLE + "WordDocument".encode("utf-16-le"), "a.docx", ".doc"),
        (_OLE + "Workbook".encode("utf-16-le"), "a.xlsx", ".xls"),
        (b"%PDF-1.7", "a.docx", ".pdf"),
        (b"{\\rtf1", "a.doc", ".rtf"),
        (b"%PDF-1.7", "a.txt", ".pdf"),
        (b"\x89PNG\r\n", "a.docx", "图片"),
        (b"plain", "a.docx", "损坏"),
        (b"plain", "a.xls", "损坏"),
    ],
)
def test_a_false_suffix_is_named(data: bytes, name: str, told: str) -> None:
    assert told in _refused(data, name).zh


def test_macros_under_an_innocent_name() -> None:
    assert "宏" in _refused(_with(_word(), "word/vbaProject.bin", b"x"), "a.docx").zh
    assert "宏" in _refused(_with(_book(), "xl/vbaProject.bin", b"x"), "a.xlsx").zh
    assert read_document(_with(_book(), "xl/vbaProject.bin", b"x"), "a.xlsm").grids[0].cells[0].text == "项目名称"


def test_a_bomb_is_not_unpacked() -> None:
    started = time.monotonic()
    refusal = _refused(_with(_word(), "word/document.xml", b"\n" * 20_000_000), "a.docx")
    assert "展开" in refusal.zh
    assert time.monotonic() - started < 10


def test_more_bytes_than_are_read() -> None:
    assert "过大" in _refused(b"\0" * (MOST_BYTES + 1), "a.docx").zh


@pytest.mark.parametrize("entity", ["<!ENTITY a 'x'>", "<!ENTITY a SYSTEM 'file:///etc/passwd'>"])
def test_entities_are_turned_away(entity: str) -> None:
    xml = f"<?xml version='1.0'?><!DOCTYPE d [{entity}]><w:document {_W}><w:body><w:p/></w:body></w:document>"
    assert "损坏" in _refused(_with(_word(), "word/document.xml", xml.encode()), "a.docx").zh


def test_a_document_without_a_body() -> None:
    xml = f"<w:document {_W}/>"
    assert "损坏" in _refused(_with(_word(), "word/document.xml", xml.encode()), "a.docx").zh


def test_spans_beyond_reason() -> None:
    cell = '<w:tc><w:tcPr><w:gridSpan w:val="{}"/></w:tcPr><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc>'
    for span in ("999999999", "-3", "0", "x", "²", "9" * 4000):
        (grid,) = read_document(_body(f"<w:tbl><w:tr>{cell.format(span)}</w:tr></w:tbl>"), "a.docx").grids
        assert [(one.text, one.columns) for one in grid.cells] == [("甲", 1)]
    for span in ("999999999", "-3", "0", "x", "²", "9" * 4000):
        page = f"<table><tr><td colspan='{span}' rowspan='{span}'>甲</td></tr></table>".encode()
        (grid,) = read_document(page, "a.html").grids
        assert [(one.text, one.columns, one.rows) for one in grid.cells] == [("甲", 1, 1)]


def test_tables_within_tables_within_tables() -> None:
    deep = "<w:tbl><w:tr><w:tc>" * 70 + "<w:p><w:r><w:t>底</w:t></w:r></w:p>" + "</w:tc></w:tr></w:tbl>" * 70
    assert read_document(_body(deep), "a.docx").grids[-1].cells[0].text == "底"
    deeper = "<w:tbl><w:tr><w:tc>" * 5000 + "</w:tc></w:tr></w:tbl>" * 5000
    _refused(_body(deeper), "a.docx")
    paper = read_document(b"<table><tr><td>" * 5000 + b"x", "a.html")
    assert len(paper.grids) < 5001


def test_a_cell_at_the_end_of_the_sheet() -> None:
    rows = (
        '<row r="1"><c r="A1" t="str"><v>甲</v></c></row><row r="1048576"><c r="XFD1048576" t="str"><v>乙</v></c></row>'
    )
    assert "过大" in _refused(_sheet(f"<sheetData>{rows}</sheetData>"), "a.xlsx").zh


def test_merging_the_whole_sheet() -> None:
    merged = '<sheetData/><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    assert "过大" in _refused(_sheet(merged), "a.xlsx").zh


@pytest.mark.parametrize("inner", ["<sheetData><row><c r='ZZZZ9'><v>1</v></c></row></sheetData>", "<sheetData>",
                                   "<sheetData><row r='x'><c r='A1'><v>1</v></c></row></sheetData>",
                                   "<sheetData><row r='1'><c r='A1' s='99999'><v>1</v></c></row></sheetData>",
                                   "<sheetData><row r='1'><c r='A1' t='s'><v>99999</v></c></row></sheetData>",
                                   "<sheetData><row r='1'><c r='A1'><v>9e999999</v></c></row></sheetData>"])  # fmt: skip
def test_a_sheet_of_nonsense(inner: str) -> None:
    try:
        read_document(_sheet(inner), "a.xlsx")
    except Unopened as refusal:
        assert refusal.zh  # noqa: PT017  # either is right, as long as it is no traceback


@pytest.mark.parametrize(("row", "name"), [("指标,", "a.csv"), ("一级指标\t", "a.txt"), ("| 指标 ", "a.md")])
def test_a_row_of_more_cells_than_any_form_has(row: str, name: str) -> None:
    assert "同一行的单元格过多" in _refused((row * 1000 + "\n" + row * 1000 + "\n").encode(), name).zh


def test_quotes_without_end_and_endless_cells() -> None:
    assert "第" in _refused(b'a,"' + b"x" * 300_000, "a.csv").zh
    assert "文本" in _refused(b"\0\1\2\3" * 100, "a.txt").zh
    assert "编码" in _refused(b"\xff\xfe\x00", "a.csv").zh


def test_long_texts_take_little_time() -> None:
    started = time.process_time()
    for line in ("\t\n", "\t甲\n\n", "甲\t乙\n", "[bookmark: ", '<input type="checkbox"', " \t甲\n", "\t" * 50 + "\n"):
        try:
            read_document((line * 20_000).encode(), "a.txt")
        except Unopened as refusal:
            assert "过大" in refusal.zh  # noqa: PT017  # either is right
    for piece in ("<td>", "<table>", "<p>", "<!--", "&#", "<input ", "<table><tr><td rowspan=0>"):
        try:
            read_document((piece * 20_000).encode(), "a.html")
        except Unopened as refusal:
            assert "网页" in refusal.zh  # noqa: PT017  # the same
    assert time.process_time() - started < 20


@given(data=st.binary(max_size=400), start=st.sampled_from([b"", b"PK\3\4", _OLE, b"<html>", b"\xff\xfe", b"%PDF-1.4\n"]),
       suffix=st.sampled_from(_ALL))  # fmt: skip
@settings(max_examples=tries(300), deadline=None)
def test_any_bytes(data: bytes, start: bytes, suffix: str) -> None:
    try:
        read_document(start + data, f"a.{suffix}")
    except Unopened as refusal:
        assert refusal.zh  # noqa: PT017  # either is right, as long as it is no traceback


@given(at=st.integers(0, 30_000), byte=st.integers(0, 255), kind=st.sampled_from(["docx", "xlsx"]))
@settings(max_examples=tries(200), deadline=None)
def test_one_byte_changed(at: int, byte: int, kind: str) -> None:
    data = bytearray(_WORD if kind == "docx" else _BOOK)
    data[at % len(data)] = byte
    try:
        read_document(bytes(data), f"a.{kind}")
    except Unopened as refusal:
        assert refusal.zh  # noqa: PT017  # the same


_WORD, _BOOK = _word(), _book()
