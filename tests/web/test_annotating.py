"""The annotated original: each document with its own findings, and a word on those that cannot have any."""

import io
import zipfile
from pathlib import Path

import pytest

from perflint.office import annotate as comments
from perflint.office.annotate import Annotated, AnnotateOptions, Refused
from perflint.web.annotating import put_annotated, without_own
from perflint.web.delivering import Desk
from perflint.web.opening import Opened, inspected, opened
from perflint.web.reviewing import checker_in
from perflint.web.unpacking import Item
from tests.web.tables import TABLE, excel, word


def _put(folder: Path) -> tuple[Desk, list[str]]:
    """Write the annotated originals of a Word file, a workbook and a table in YAML."""
    checker = checker_in("zh")
    items = [Item("甲.docx", word()), Item("乙.xlsx", excel()), Item("丙.yaml", TABLE.encode())]
    files = [one for item in items if isinstance(one := opened(item, checker, 60), Opened)]
    inspections = [inspected(one, checker) for one in files]
    findings = [finding for one in inspections for finding in one.findings]
    desk = Desk(folder)
    return desk, put_annotated(desk, files, inspections, findings, "zh")


def _part(data: bytes, part: str) -> str:
    return zipfile.ZipFile(io.BytesIO(data)).read(part).decode()


def test_each_document_gets_its_own_findings(tmp_path: Path) -> None:
    desk, notes = _put(tmp_path)
    (made,) = desk.offered
    archive = zipfile.ZipFile(io.BytesIO((tmp_path / made.file).read_bytes()))
    assert archive.namelist() == ["甲-批注.docx", "乙-批注.xlsx"]
    assert "水质合格率" in _part(archive.read("甲-批注.docx"), "word/comments.xml")
    sheets = zipfile.ZipFile(io.BytesIO(archive.read("乙-批注.xlsx")))
    assert any("水质合格率" in sheets.read(name).decode() for name in sheets.namelist() if "Comments" in name)
    assert notes == ["批注只能写进 .docx 和 .xlsx 文件；别的文件没有“带批注的原文件”。"]


def test_a_document_that_is_refused_is_told_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written = comments.annotate

    def refusing(data: bytes, name: str, findings: tuple[object, ...], options: AnnotateOptions) -> Annotated:
        if name.endswith("xlsx"):
            raise Refused("工作簿已锁定", "the workbook is locked")
        return written(data, name, findings, options)  # type: ignore[arg-type]  # findings

    monkeypatch.setattr(comments, "annotate", refusing)
    desk, notes = _put(tmp_path)
    assert [one.name for one in desk.offered] == ["甲-批注.docx"]
    assert "乙.xlsx：工作簿已锁定" in notes


def test_earlier_comments_of_perflint_are_not_judged_again(tmp_path: Path) -> None:
    desk, _ = _put(tmp_path)
    archive = zipfile.ZipFile(io.BytesIO((tmp_path / desk.offered[0].file).read_bytes()))
    commented = Item("甲.docx", archive.read("甲-批注.docx"))
    assert "<w:comment " in _part(commented.data, "word/comments.xml")
    again = without_own(commented)
    with zipfile.ZipFile(io.BytesIO(again.data)) as package:
        left = package.read("word/comments.xml").decode() if "word/comments.xml" in package.namelist() else ""
    assert "<w:comment " not in left
    assert without_own(Item("a.yaml", b"old")).data == b"old"
