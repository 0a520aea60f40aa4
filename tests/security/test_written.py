"""What perflint writes: pages that run nothing but their own script, sheets in which no text is a formula."""

import io
import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import openpyxl
import pytest
from lxml import html
from markdown_it import MarkdownIt

from tests.security.running import inside

TABLE = """\
kind: project
year: 2023
agency: '=HYPERLINK("http://evil","x")'
project: {code: "1", name: "=cmd|'/c calc'!A1"}
goals: '@SUM(1)'
indicators:
  - {level1: 产出指标, level2: 质量指标, name: '=1+1<script>alert(1)</script>', value: ≤95%}
  - {level1: 产出指标, level2: 质量指标, name: '-2+3', value: '+95%'}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "t.yaml").write_text(TABLE, encoding="utf-8")
    return tmp_path


def test_the_page_runs_its_own_script_alone(folder: Path) -> None:
    assert inside("report", "t.yaml", "-o", "r.html", "--no-config", folder=folder).returncode == 0
    page = (folder / "r.html").read_text(encoding="utf-8")
    (script,) = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    digest = b64encode(sha256(script.encode()).digest()).decode()
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    allowed = dict(
        part.strip().split(" ", 1) for part in policy.replace("&#39;", "'").replace("&#x27;", "'").split(";")
    )
    assert allowed["script-src"] == f"'sha256-{digest}'"
    assert allowed["default-src"] == "'none'"
    assert not re.search(r"<[^>]+\son\w+=", page)
    assert "<script>alert" not in page


@pytest.mark.parametrize("words", [("export", "t.yaml", "-o", "o.xlsx"), ("report", "t.yaml", "-o", "o.xlsx")])
def test_no_text_of_a_sheet_is_a_formula(folder: Path, words: tuple[str, ...]) -> None:
    assert inside(*words, "--no-config", folder=folder).returncode == 0
    book = openpyxl.load_workbook(io.BytesIO((folder / "o.xlsx").read_bytes()))
    cells = [
        cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)
    ]
    risky = [cell for cell in cells if cell.value.startswith(("=", "+", "-", "@"))]
    assert risky
    assert {cell.data_type for cell in cells} == {"s"}
    assert all(cell.quotePrefix for cell in risky)


def test_no_link_leads_where_a_cell_says(folder: Path) -> None:
    hostile = """'[x](http://evil) <a href="http://evil">x</a> <http://evil>'"""
    (folder / "t.yaml").write_text(TABLE.replace("'@SUM(1)'", hostile), encoding="utf-8")
    for name in ("o.html", "o.md"):
        assert inside("report", "t.yaml", "-o", name, "--no-config", folder=folder).returncode == 0
    page = html.document_fromstring((folder / "o.html").read_bytes())
    assert {link.partition("#")[0] for _, _, link, _ in page.iterlinks()} == {""}
    tokens = MarkdownIt().enable("table").parse((folder / "o.md").read_text(encoding="utf-8"))
    inner = [token for block in tokens for token in (block, *(block.children or ()))]
    assert not [
        token for token in inner if token.type in {"link_open", "html_inline", "html_block"} and "evil" in str(token)
    ]
