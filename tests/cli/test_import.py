"""A folder of Word and Excel files in, tables and a report of every cell out."""

import json
from pathlib import Path

import pytest

from perflint.model import read_tables
from perflint.office.reading.opening import read_document
from perflint.source import read_source
from perflint.typography import is_blank
from tests.office.fixtures import build
from tests.pages import run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a folder of documents below it."""
    for form in ("hebei-quarterly", "policy"):
        build(form, tmp_path / "文档" / form)
    (tmp_path / "文档" / "~$锁定.docx").write_bytes(b"")
    for expected in (tmp_path / "文档").rglob("*.yaml"):
        expected.unlink()
    return tmp_path


def test_every_document_of_a_folder_is_imported(folder: Path) -> None:
    output = run("perflint import 文档 -o 表 --report 报告.json", folder)
    assert output.endswith("[exit 0]\n")
    written = sorted(path.name for path in (folder / "表").iterdir())
    assert "228002B20DX0001-食品安全抽检经费.yaml" in written
    assert len(written) == 7 + 3
    for path in (folder / "表").iterdir():
        source = read_source(path.read_bytes(), str(path))
        assert not source.faults
        assert len(read_tables(source).tables) == 1
    assert run("perflint check 表 --select STR001,STR002,STR003,STR004", folder).endswith("[exit 0]\n")


def test_the_report_names_every_filled_cell(folder: Path) -> None:
    run("perflint import 文档/hebei-quarterly/tangshan.docx -o 表 --report 报告.json", folder)
    report = json.loads((folder / "报告.json").read_text(encoding="utf-8"))
    (file,) = report["files"]
    named = {cell["place"] for table in file["tables"] for cell in (*table["cells"], *table["left_over"])}
    named |= {cell["place"] for cell in file["outside"]}
    path = folder / "文档" / "hebei-quarterly" / "tangshan.docx"
    filled = {
        cell.place for grid in read_document(path.read_bytes(), path.name).grids for cell in grid.cells
        if not is_blank(cell.text)
    }  # fmt: skip
    assert filled <= named
    assert all(table["concluded"] for table in file["tables"])


def test_a_second_import_writes_only_with_force(folder: Path) -> None:
    command = "perflint import 文档/policy/policy.docx -o 表"
    assert run(command, folder).endswith("[exit 0]\n")
    (path,) = (folder / "表").iterdir()
    first = path.read_text(encoding="utf-8")
    path.write_text("改过", encoding="utf-8")
    assert run(command, folder).endswith("[exit 2]\n")
    assert path.read_text(encoding="utf-8") == "改过"
    assert run(f"{command} --force", folder).endswith("[exit 0]\n")
    assert path.read_text(encoding="utf-8") == first


def test_a_bundle_is_one_file(folder: Path) -> None:
    assert run("perflint import 文档/hebei-quarterly -o 表 --bundle --keys en", folder).endswith("[exit 0]\n")
    (path,) = (folder / "表").iterdir()
    assert path.name == "tangshan.yaml"
    assert len(read_tables(read_source(path.read_bytes(), str(path))).tables) == 7
