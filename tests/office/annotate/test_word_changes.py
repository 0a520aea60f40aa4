"""Tracked changes: accepted they give the fixed text, rejected the old one, and nothing is changed that is not one cell's own."""

import re

import pytest

from perflint.office.annotate import Annotated, Fixes
from perflint.office.grid import Paper
from perflint.office.reading import read_document
from tests.office.annotate.word_package import (
    NAME,
    annotated,
    comments_of,
    decided,
    document_of,
    form,
    p,
    package,
    r,
    row,
    tc,
    tr,
)

BOLD = "<w:b/>"
SETTINGS = '<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{}</w:settings>'


def _tracked(body: str, select: tuple[str, ...] = ("DIR001",), **more: str) -> Annotated:
    parts = {"word/settings.xml": SETTINGS.format(more["protection"])} if more else {}
    relations = {"settings": "settings.xml"} if more else {}
    return annotated(package(body, parts, relations), fixes=Fixes.TRACKED, select=select)


def _cells(paper: Paper) -> list[str]:
    return [cell.text for grid in paper.grids for cell in grid.cells]


@pytest.mark.parametrize(
    ("value", "code", "old", "new"),
    [
        (p(r("≤98%")), "DIR001", "≤98%", "≥98%"),
        (p(r("≤") + r("98%", BOLD)), "DIR001", "≤98%", "≥98%"),
        (p(r("≤100%")), "DIR001", "≤100%", "100%"),
        (p(r("≥９５％")), "VAL021", "≥９５％", "≥95%"),
        (p(r("≥９") + r("５", BOLD) + r("％")), "VAL021", "≥９５％", "≥95%"),
        (p(f'<w:hyperlink w:anchor="x">{r("≤98%")}</w:hyperlink>'), "DIR001", "≤98%", "≥98%"),
    ],
)
def test_a_change_accepted_is_the_fix_and_rejected_the_old_text(value: str, code: str, old: str, new: str) -> None:
    body = form(row(value))
    made = _tracked(body, (code,))
    before = _cells(read_document(package(body), NAME))
    assert (made.changes, made.unchanged) == (1, ())
    assert _cells(read_document(decided(made.data, accept=False), NAME)) == before
    assert _cells(read_document(decided(made.data, accept=True), NAME)) == [
        new if text == old else text for text in before
    ]
    assert _cells(read_document(made.data, NAME)) == [new if text == old else text for text in before]


def test_a_change_bears_author_date_and_the_format_of_its_run() -> None:
    text = document_of(_tracked(form(row(p(r("≤98%", BOLD))))).data)
    inserted = re.search(r"<w:ins ([^>]*)>(.*?)</w:ins>", text)
    assert inserted
    assert 'w:author="perflint" w:date="2025-11-30T09:30:00Z"' in inserted[1]
    assert inserted[2] == '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">≥</w:t></w:r>'


def test_each_tracked_change_has_a_number_of_its_own() -> None:
    body = form(
        row(p(r("≤９８％"))), row(p(r("≤97%")), "运转率"), before=p('<w:bookmarkStart w:id="5" w:name="a"/>' + r("甲"))
    )
    numbers = re.findall(r'<w:(?:ins|del) w:id="(\d+)"', document_of(_tracked(body, ("DIR001", "VAL021")).data))
    assert len(set(numbers)) == len(numbers)
    assert min(map(int, numbers)) > 5


def test_the_comment_tells_that_it_is_a_change_and_covers_it() -> None:
    summary, comment = comments_of(_tracked(form(row(p(r("≤98%"))))).data)
    assert comment.on == "[≤]≥98%"
    assert "已写成修订，可接受或拒绝。" in comment.text.split("\n")
    assert "另有 1 处修改已写成修订" in summary.text


def test_one_cell_holds_one_change() -> None:
    made = _tracked(form(row(p(r("≤９８％")))), ("DIR001", "VAL021"))
    assert made.changes == 1
    assert [one.reason for one in made.unchanged] == ["该单元格已写了另一处修订"]


MERGED = (
    tr("产出指标", tc(p(r("数量指标")), merge="restart"), "设备完好率", "98%"),
    tr("产出指标", tc(p(""), merge="continue"), "巡检次数", "12次"),
)
TRACKED = '<w:ins w:id="7" w:author="李" w:date="2025-01-01T00:00:00Z">{}</w:ins>'
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>=1</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
LOCKED = '<w:sdt><w:sdtPr><w:lock w:val="sdtContentLocked"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>'


@pytest.mark.parametrize(
    ("rows", "code", "reason"),
    [
        ((row(p(TRACKED.format(r("≤98%")))),), "DIR001", "该单元格已有修订，先接受或拒绝原有修订"),
        (MERGED, "TAX006", "这是几行共用的合并单元格，改了会牵动其他行"),
        ((row(p(FIELD.format(r("≤98%")))),), "DIR001", "文字由域、公式或内容控件生成"),
        ((row(p(LOCKED.format(r("≤98%")))),), "DIR001", "文字由域、公式或内容控件生成"),
        ((row(p(r("≤９")) + p(r("８％"))),), "VAL021", "单元格里的文字与读出的值不能逐字对应"),
    ],
)
def test_what_cannot_be_changed_without_harm_is_said_in_the_comment(
    rows: tuple[str, ...], code: str, reason: str
) -> None:
    body = form(*rows)
    made = _tracked(body, (code,))
    assert made.changes == 0
    assert [one.reason for one in made.unchanged] == [reason]
    assert f"未写成修订：{reason}。" in comments_of(made.data)[1].text
    assert read_document(made.data, NAME).parts == read_document(package(body), NAME).parts


def test_a_protection_that_allows_comments_alone_gets_no_changes() -> None:
    made = _tracked(form(row(p(r("≤98%")))), protection='<w:documentProtection w:edit="comments" w:enforcement="1"/>')
    assert made.changes == 0
    assert [one.reason for one in made.unchanged] == ["文档设了保护，不能加修订"]


def test_a_protection_that_wants_changes_tracked_gets_them() -> None:
    made = _tracked(
        form(row(p(r("≤98%")))), protection='<w:documentProtection w:edit="trackedChanges" w:enforcement="1"/>'
    )
    assert made.changes == 1
