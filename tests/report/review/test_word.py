"""The document read back: tables, fonts, paper, and texts that Word could not hold."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

docx = pytest.importorskip("docx")

from docx.oxml.ns import qn  # noqa: E402  # only where the library is

from perflint.report.review.word.document import render_docx  # noqa: E402
from tests.report.review.sample import HISTORY, HOSTILE, RATE, review  # noqa: E402


def texts(paper: Any) -> list[list[str]]:  # noqa: ANN401  # the library may be missing where types are checked
    return [[cell.text for cell in row.cells] for table in paper.tables for row in table.rows]


def test_the_document_says_what_the_review_says(tmp_path: Path) -> None:
    paper = docx.Document(BytesIO(render_docx(review(tmp_path, a=RATE, b=HISTORY))))
    titles = [p.text for p in paper.paragraphs if p.style.name.startswith(("Title", "Heading"))]
    assert titles[:3] == ["绩效目标审核意见", "各单位情况", "常见问题"]
    assert "卢龙县市场监督管理局本级" in titles
    assert "1. 市场监管综合事务经费" in titles
    rows = texts(paper)
    assert any("20.00万元" in row for row in rows)
    remark = next(row for row in rows if any("越高越好，" in cell for cell in row))
    assert remark[1] == "绩效指标第1行“运转保障率”\n指标值"
    assert "依据：逻辑（DIR001）" in remark[2]
    assert remark[3] == "≤100%"
    assert remark[4] == "100%\n（确认后可自动修改）"
    assert ["安全防护类计量器具检定数量", "20000台件", "28000台件", "29000台件", "20000台件", "20000台件"] in rows


def test_paper_fonts_and_heads_are_those_of_an_office(tmp_path: Path) -> None:
    paper = docx.Document(BytesIO(render_docx(review(tmp_path, a=RATE))))
    section = paper.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert round(section.left_margin.mm) == round(section.right_margin.mm) == 20
    fonts = {
        name: paper.styles[name].element.rPr.rFonts.get(qn("w:eastAsia")) for name in ("Normal", "Title", "Heading 1")
    }
    assert fonts == {"Normal": "仿宋_GB2312", "Title": "方正小标宋简体", "Heading 1": "黑体"}
    remarks = next(table for table in paper.tables if table.rows[0].cells[-1].text == "建议修改为")
    assert remarks._tbl.find(f".//{qn('w:tblHeader')}") is not None  # noqa: SLF001  # no call for it


def test_any_text_can_be_written(tmp_path: Path) -> None:
    paper = docx.Document(BytesIO(render_docx(review(tmp_path, "en", a=HOSTILE))))
    said = "\n".join(p.text for p in paper.paragraphs)
    assert "<script>alert(1)</script>\ufffd" in said
    assert "Review of performance targets" in said
