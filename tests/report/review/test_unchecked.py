"""What could not be checked is said in every format, at its table, and where there is no table too."""

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest

from perflint.judge import InputError, Unchecked
from perflint.report import Report
from perflint.report.review.data import render_data
from perflint.report.review.html.page import render_html
from perflint.report.review.markdown import render_markdown
from perflint.report.review.model import Review
from perflint.workspace.checking import Options
from perflint.workspace.configuration.config import Config
from perflint.workspace.runs.discovering import Plan
from perflint.workspace.runs.reviewing import review_of
from perflint.workspace.runs.run import run
from tests.report.review.sample import RATE

SAID = ("单位无法换算", "文件太大", "编码无法识别")


@pytest.fixture
def made(tmp_path: Path) -> Review:
    (tmp_path / "a.yaml").write_text(RATE, encoding="utf-8")
    options = Options(summarize=True)
    found = run(Plan((tmp_path,), options, no_config=True, cached=False))
    path = (tmp_path / "a.yaml").as_posix()
    doubts = [Unchecked("HIS001", path, "/绩效指标/0/指标值", SAID[0]), Unchecked("XTB001", "else.yaml", "", SAID[1])]
    report = Report(found.summary, found.findings, found.suppressed, doubts, [InputError("c.yaml", SAID[2])],
                    table_summaries=found.table_summaries)  # fmt: skip
    return review_of(report, options, Config(), "2026-11-21", "")


def test_a_doubt_comes_to_its_table_with_the_name_of_its_cell(made: Review) -> None:
    gap = made.sheets[0].gaps[0]
    assert (gap.code, gap.where, gap.reason) == ("HIS001", "绩效指标第1行“运转保障率” 指标值", SAID[0])
    assert [gap.reason for gap in made.gaps] == [SAID[1]]
    assert [unread.path for unread in made.unread] == ["c.yaml"]


@pytest.mark.parametrize("render", [render_html, render_markdown, render_data])
def test_texts_say_it(made: Review, render: Callable[[Review], Iterator[str]]) -> None:
    text = "".join(render(made))
    assert all(said in text for said in SAID)
    assert "没有未能检查的内容" not in text


def test_office_documents_say_it(made: Review) -> None:
    docx, openpyxl = pytest.importorskip("docx"), pytest.importorskip("openpyxl")
    from perflint.report.review.excel.workbook import render_xlsx  # noqa: PLC0415  # only where the library is
    from perflint.report.review.word.document import render_docx  # noqa: PLC0415

    paper = docx.Document(BytesIO(render_docx(made)))
    written = {cell.text for table in paper.tables for row in table.rows for cell in row.cells}
    sheet = openpyxl.load_workbook(BytesIO(render_xlsx(made)))["未能检查的内容"]
    filled = {cell.value for row in sheet.iter_rows() for cell in row}
    assert set(SAID) <= written
    assert set(SAID) <= filled
