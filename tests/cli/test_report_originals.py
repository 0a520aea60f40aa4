"""A review of tables that were imported names the documents that the department knows, and the places in them."""

import io
import json
import re
import zipfile
from html import unescape
from pathlib import Path

import pytest
from typer.testing import CliRunner

from perflint.cli.init import _TABLE
from perflint.cli.main import command_line
from tests.office.annotate.word_package import form, p, package, r, row

TABLE = _TABLE.replace("≤5万元", "约5万元以下")


def run(*words: str, code: int = 0) -> str:
    done = CliRunner().invoke(command_line([words[0]]), list(words))
    assert done.exit_code == code, done.output
    return done.output


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two documents of one agency, imported; the tables lie in a folder of their own."""
    monkeypatch.chdir(tmp_path)
    for name, text in (("甲", TABLE), ("乙", TABLE.replace("食品安全抽检经费", "药品安全抽检经费"))):
        Path("written.yaml").write_text(text, encoding="utf-8")
        run("export", "written.yaml", "-o", f"{name}.docx")
        run("import", f"{name}.docx", "-o", "tables")
    Path("written.yaml").unlink()
    return tmp_path


def said(path: Path) -> str:
    """Return the text of a review, of whatever kind."""
    data = path.read_bytes()
    if path.suffix == ".md":
        return data.decode().replace("\\", "")
    if not data.startswith(b"PK"):
        return data.decode()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [archive.read(name).decode() for name in archive.namelist() if name.endswith((".xml", ".rels"))]
    return unescape("\n".join(re.sub(r"<[^>]+>", "", part) for part in parts))


@pytest.mark.parametrize("suffix", ["md", "html", "docx", "xlsx"])
def test_no_name_of_the_data_is_shown(folder: Path, suffix: str) -> None:
    names = [path.name for path in (folder / "tables").glob("*.yaml")]
    assert len(names) == 2
    run("report", "tables", "-o", f"意见.{suffix}", "--select", "VAL013,XTB")
    text = said(folder / f"意见.{suffix}")
    assert "甲.docx" in text
    assert not any(name in text for name in names)
    kept = re.findall(r"rows: \[(.*?)\]", "".join(path.read_text("utf-8") for path in (folder / "tables").iterdir()))
    fourth = kept[0].split(", ")[3]
    assert f"[{fourth}] " in text
    if suffix in {"html", "docx"}:  # the other formats leave out what is seen elsewhere
        assert "乙.docx 另一张表" in text


def test_programs_are_told_both(folder: Path) -> None:
    run("report", "tables", "-o", "意见.json", "--select", "VAL013")
    tables = json.loads((folder / "意见.json").read_text(encoding="utf-8"))["tables"]
    assert {(one["original"], Path(one["path"]).suffix) for one in tables} == {
        ("甲.docx", ".yaml"),
        ("乙.docx", ".yaml"),
    }


def test_rows_that_came_or_went_are_not_placed_and_a_document_itself_is_named_once(folder: Path) -> None:
    [path, _] = sorted((folder / "tables").glob("*.yaml"))
    text = path.read_text(encoding="utf-8")
    start = text.index("  - {一级指标")
    path.write_text(
        text[:start] + "  - {一级指标: 产出指标, 三级指标: 新的, 指标值: 1个}\n" + text[start:], encoding="utf-8"
    )
    run("report", str(path), "-o", "意见.md", "--select", "VAL013")
    assert re.findall(r"\[表[^\]]*\]", said(folder / "意见.md")) == []
    (folder / "丙.docx").write_bytes(package(form(row(p(r("≤98%"))))))
    run("report", "丙.docx", "-o", "丙.md", "--select", "DIR001")
    assert said(folder / "丙.md").count("[表1 第5行第4列]") == 1
