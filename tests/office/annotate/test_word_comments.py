"""Comments in Word files: on exactly the characters meant, whatever the cell is made of."""

import re
from itertools import count, pairwise
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from perflint.office.annotate import Fixes
from perflint.office.annotate.markup import read_markup
from perflint.office.annotate.wordcomments import marks_of
from perflint.office.annotate.wordmarks import Canvas, anchored
from perflint.office.annotate.wordplaces import word_places
from perflint.office.reading import read_document
from tests.office.annotate.word_package import (
    NAME,
    W,
    annotated,
    between,
    comments_of,
    document_of,
    form,
    p,
    package,
    parts_of,
    r,
    row,
    tc,
    tr,
)

BOLD = "<w:b/>"
CONTROL = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
VALUES = {
    "one run": p(r("≤98%")),
    "split runs": p(r("≤") + r("9", BOLD) + r("8%")),
    "two paragraphs": p(r("≤98%")) + p(""),
    "a hyperlink": p(f'<w:hyperlink w:anchor="x">{r("≤98%")}</w:hyperlink>'),
    "a rich control": p(CONTROL.format('<w:alias w:val="值"/>', r("≤98%"))),
    "a plain control": p(CONTROL.format("<w:text/>", r("≤98%"))),
    "a list to choose from": p(CONTROL.format("<w:dropDownList/>", r("≤98%"))),
    "a control of paragraphs": CONTROL.format("", p(r("≤98%"))),
    "an entity": p(r("&#8804;98%")),
    "a tracked insertion": p(f'<w:ins w:id="7" w:author="李" w:date="2025-01-01T00:00:00Z">{r("≤98%")}</w:ins>'),
    "a field": p('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>=1</w:instrText></w:r>'
                 f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r("≤98%")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'),
    "a simple field": p(f'<w:fldSimple w:instr="DOCPROPERTY x">{r("≤98%")}</w:fldSimple>'),
    "a smart tag": p(f'<w:smartTag w:element="x">{r("≤98%")}</w:smartTag>'),
    "properties and an empty run": p(f"<w:r/>{r('≤98%')}", '<w:jc w:val="center"/>'),
}  # fmt: skip


@pytest.mark.parametrize("kind", VALUES)
def test_a_comment_stands_on_the_cell_of_its_value(kind: str) -> None:
    made = annotated(package(form(row(VALUES[kind]))))
    summary, comment = comments_of(made.data)
    assert comment.on == "≤98%"
    assert comment.text.startswith("【错误】“设备完好率”越高越好")
    assert comment.text.endswith("代码：DIR001")
    assert summary.on == "项目支出绩效目标表"
    assert summary.text.startswith("perflint 审核：共 1 条意见，其中错误 1。")


def test_a_comment_stands_on_a_part_of_the_cell() -> None:
    data = package(form(row(p(r("≥9") + r("５％以", BOLD) + r("上")))))
    marked = [one.on for one in comments_of(annotated(data, select=("VAL021",)).data)[1:]]
    assert marked == ["５％"]


def test_runs_keep_their_properties_when_they_are_split() -> None:
    data = package(form(row(p(r("约≥９５％以上", BOLD)))))
    made = annotated(data, select=("VAL021",)).data
    text = parts_of(made)["word/document.xml"].decode()
    assert (
        '<w:r w:rsidR="00AB12CD"><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">约≥</w:t></w:r><w:commentRangeStart'
        in text
    )
    assert read_document(made, NAME).parts == read_document(data, NAME).parts


def test_two_comments_may_stand_on_the_same_characters() -> None:
    made = annotated(package(form(row(p(r("≤９８％"))))), select=("DIR001", "VAL021"))
    marked = {one.text.rpartition("：")[2]: one.on for one in comments_of(made.data)[1:]}
    assert marked == {"DIR001": "≤９８％", "VAL021": "９８％"}


def test_a_nested_table_bears_its_own_comments() -> None:
    inner = form(row(p(r("≤98%")))).partition("<w:tbl>")[2].partition("</w:tbl>")[0]
    outer = f"{p(r('附件'))}<w:tbl><w:tr>{tc(p(r('见下表')) + f'<w:tbl>{inner}</w:tbl>' + p(''))}</w:tr></w:tbl>{p('')}<w:sectPr/>"
    assert comments_of(annotated(package(outer)).data)[1].on == "≤98%"


def test_a_merged_cell_bears_the_comment_where_it_begins() -> None:
    rows = (
        tr(tc(p(r("产出指标")), merge="restart"), "数量指标", "巡检次数", "12次"),
        tr(tc(p(""), merge="continue"), "质量指标", "设备完好率", tc(p(r("≤98%")))),
    )
    assert comments_of(annotated(package(form(*rows))).data)[1].on == "≤98%"


def test_what_is_missing_is_said_beside_its_label() -> None:
    made = annotated(package(form(row(p("")), row(p(r("≤98%")), "运转率"))), select=("STR009",))
    assert [one.on for one in comments_of(made.data)[1:]] == ["设备完好率"]


def test_a_finding_on_the_whole_table_stands_on_its_title() -> None:
    made = annotated(package(form(row(p(r("98%"))))), select=("STR008",))
    assert comments_of(made.data)[1].on == "项目支出绩效目标表"


@pytest.mark.parametrize("bound", ["<w:dataBinding w:xpath='/x' w:storeItemID='{1}'/>"])
def test_a_control_that_word_fills_bears_no_comment_inside(bound: str) -> None:
    made = annotated(package(form(row(CONTROL.format(bound, p(r("≤98%")))))))
    assert comments_of(made.data)[1].on == "设备完好率"
    assert [one.code for one in made.elsewhere] == ["DIR001"]


def test_comments_are_bilingual() -> None:
    (_, comment) = comments_of(annotated(package(form(row(p(r("≤98%"))))), lang="en").data)
    lines = comment.text.split("\n")
    assert lines[0].startswith("[Error]")
    assert [line.partition(":")[0] for line in lines[1:]] == ["Why", "Proposal", "Basis", "Code"]


def test_proposals_can_be_left_out() -> None:
    (_, comment) = comments_of(annotated(package(form(row(p(r("≤98%"))))), fixes=Fixes.NONE).data)
    assert "建议：" not in comment.text


def test_what_is_not_touched_is_the_same_bytes() -> None:
    picture = b"\x89PNG\r\n\x1a\n" + bytes(range(256))
    data = package(form(row(p(r("≤98%"))), after="<w:p w:rsidR='1' ><w:r><w:t>尾注 &amp; 其他</w:t></w:r></w:p>"),
                   {"word/media/image1.png": picture, "customXml/item1.xml": "<x  a = '1'/>"})  # fmt: skip
    before, after = parts_of(data), parts_of(annotated(data).data)
    assert [name for name in before if before[name] != after[name]] == ["[Content_Types].xml", "word/document.xml"]
    assert [name for name in after if name not in before] == ["word/comments.xml", "word/_rels/document.xml.rels"]
    marks = r'<w:commentRange(?:Start|End) w:id="\d+"/>|<w:r><w:rPr><w:sz w:val="16"/></w:rPr><w:commentReference w:id="\d+"/></w:r>'
    assert re.sub(marks, "", after["word/document.xml"].decode()) == before["word/document.xml"].decode()


@given(at=st.integers(0, 5), length=st.integers(1, 6), cuts=st.lists(st.integers(1, 5), max_size=3))
def test_marks_between_any_characters_of_any_runs_leave_the_text(at: int, length: int, cuts: list[int]) -> None:
    text = "甲&乙<丙丁"
    edges = sorted({0, len(text), *cuts})
    runs = "".join(r(escape(text[start:end]), BOLD if start % 2 else "") for start, end in pairwise(edges))
    markup = read_markup(document_of(package(f"{p(runs)}<w:sectPr/>")).encode())
    place = word_places(markup.root, None, None).known["第1段"]
    canvas = Canvas(markup, "w:", count(1))
    start, end = at, min(at + length, len(text))
    anchored(canvas, place, (start, end), marks_of(canvas, 0))
    after = etree.fromstring(canvas.text())
    assert between(after, "0") == text[start:end]
    assert "".join(after.itertext(f"{W}t")) == text
