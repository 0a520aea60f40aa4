"""Workbooks: notes on cells, a list with links, and everything else as it was."""

import io
import re
from typing import Any

import openpyxl
import pytest

from perflint.office.annotate import Fixes, without_own
from perflint.office.reading import read_document
from tests.office.annotate.word_package import annotated, found, parts_of
from tests.office.annotate.workbook import NAME, book, list_of, notes_of, with_parts

_VML = (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape id="_x0000_s1025" type="#_x0000_t201"><x:ClientData'
    ' ObjectType="Checkbox"><x:Anchor>1,0,1,0,2,0,2,0</x:Anchor><br></x:ClientData></v:shape></xml>'
)


def test_a_note_stands_on_the_cell_of_its_finding() -> None:
    ((address, (author, text)),) = notes_of(annotated(book(), NAME).data).items()
    lines = text.split("\n")
    assert (address, author) == ("D6", "perflint")
    assert lines[0].startswith("【错误】“设备完好率”越高越好")
    assert [line.partition("：")[0] for line in lines[1:]] == ["为什么", "建议", "依据", "代码"]


def test_the_list_names_each_remark_with_a_link_to_its_cell() -> None:
    made = annotated(book(), NAME).data
    rows = list_of(made)
    assert rows[0][0].startswith("perflint 审核：共 1 条意见，其中错误 1。")
    assert rows[3] == ("序号", "级别", "单元格", "意见", "为什么", "建议", "依据", "代码")
    assert rows[4][:3] == ("1", "错误", "申报表!D6")
    cell = openpyxl.load_workbook(io.BytesIO(made))["审核意见"]["C5"]
    assert cell.hyperlink.location == "'申报表'!D6"


def test_all_findings_of_a_cell_are_one_note() -> None:
    def widen(made: Any) -> None:  # noqa: ANN401  # openpyxl ships no types
        made.active["D6"] = "≤９８％"

    made = annotated(book(widen), NAME, select=("DIR001", "VAL021"))
    ((_, (_, text)),) = notes_of(made.data).items()
    assert re.findall("代码：(.*)", text) == ["DIR001", "VAL021"]
    assert made.comments == 1
    assert [row[-1] for row in list_of(made.data)[4:]] == ["DIR001", "VAL021"]


def test_boxes_are_as_large_as_their_text() -> None:
    vml = parts_of(annotated(book(), NAME).data)["xl/drawings/perflintNotes1.vml"].decode()
    wide, high = (float(size) for size in re.findall(r"(?:width|height):([\d.]+)pt", vml))
    assert wide == 285
    assert 5 * 12 <= high <= 200
    assert "<x:Row>5</x:Row><x:Column>3</x:Column>" in vml


def test_the_list_is_not_read_as_a_table_and_annotating_again_gives_the_same_bytes() -> None:
    data = book()
    once = annotated(data, NAME, select=("ALL",))
    assert read_document(once.data, NAME).parts == read_document(data, NAME).parts
    assert found(once.data, NAME, ("ALL",)) == found(data, NAME, ("ALL",))
    again = annotated(once.data, NAME, select=("ALL",))
    assert again.data == once.data
    assert again.replaced == once.comments


def test_a_list_that_was_renamed_is_known_again() -> None:
    once = annotated(book(), NAME).data
    text = parts_of(once)["xl/workbook.xml"].decode().replace("审核意见", "意见")
    again = annotated(with_parts(once, {"xl/workbook.xml": text.encode()}), NAME).data
    assert openpyxl.load_workbook(io.BytesIO(again)).sheetnames == ["申报表", "意见"]


def test_a_sheet_of_that_name_that_is_somebody_elses_stays() -> None:
    data = book(lambda made: made.create_sheet("审核意见").append(["别人的"]))
    made = annotated(data, NAME).data
    assert openpyxl.load_workbook(io.BytesIO(made)).sheetnames == ["申报表", "审核意见", "审核意见2"]
    assert list_of(made) == [("别人的",)]


def test_notes_of_others_are_kept_and_their_cells_left_to_them() -> None:
    made = annotated(book(note="请提高到99%", at="D6"), NAME)
    assert notes_of(made.data) == {"D6": ("王科长", "请提高到99%")}
    assert (made.comments, made.kept) == (0, 1)
    assert [one.reason for one in made.elsewhere] == ["该单元格已有他人的批注，意见只列在“审核意见”表里"]
    assert list_of(made.data)[4][-1] == "DIR001"


def test_notes_of_others_stand_beside_new_ones_and_stay_when_these_go() -> None:
    data = book(note="请核对次数")
    made = annotated(data, NAME).data
    assert notes_of(made).keys() == {"D6", "D7"}
    assert notes_of(without_own(made, NAME)) == {"D7": ("王科长", "请核对次数")}


@pytest.mark.parametrize("name", [NAME, "绩效目标表.xlsm"])
def test_parts_that_need_no_change_are_the_same_bytes(name: str) -> None:
    more = {
        "xl/media/image1.png": b"\x89PNG" + bytes(range(256)), "xl/charts/chart1.xml": b"<c:chartSpace  xmlns:c='x'/>",
        "xl/ctrlProps/ctrlProp1.xml": b"<formControlPr objectType='CheckBox'/>", "xl/threadedComments/threadedComment1.xml": b"<t/>",
        **({"xl/vbaProject.bin": bytes(range(256)) * 4} if name.endswith("m") else {}),
    }  # fmt: skip
    data = with_parts(book(), more)
    before, after = parts_of(data), parts_of(annotated(data, name).data)
    assert {part for part in before if before[part] != after[part]} == {
        "[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/worksheets/sheet1.xml",
    }  # fmt: skip
    assert list(after)[: len(before)] == list(before)
    drawing = re.compile(rb'<legacyDrawing xmlns:r="[^"]*" r:id="[^"]*"/>')
    assert drawing.sub(b"", after["xl/worksheets/sheet1.xml"]) == before["xl/worksheets/sheet1.xml"]


def test_the_drawing_of_form_controls_is_added_to_though_it_is_no_good_xml() -> None:
    data = book(note="甲")
    drawing = next(part for part in parts_of(data) if part.endswith(".vml"))
    made = annotated(with_parts(data, {drawing: _VML.encode()}), NAME).data
    text = parts_of(made)[drawing].decode()
    assert text.startswith(_VML.removesuffix("</xml>"))
    assert text.endswith("</v:shape></xml>")
    assert 'id="_x0000_s1026"' in text


def test_changes_are_not_tracked_in_a_workbook_and_that_is_said() -> None:
    made = annotated(book(), NAME, fixes=Fixes.TRACKED)
    assert made.changes == 0
    assert [one.reason for one in made.unchanged] == ["Excel 没有修订，建议写在批注里"]
