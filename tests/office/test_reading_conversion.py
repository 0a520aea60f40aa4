"""Documents for LibreOffice: converted where it is, and said what to do where it is not."""

import shutil
import sys
from pathlib import Path

import pytest
import xlwt

from perflint.office.grid import Unopened
from perflint.office.reading import conversion, read_document
from tests.office import form_hebei
from tests.office.excel_file import write_excel
from tests.office.fixtures import EXAMPLES, tables
from tests.office.word_file import write_word

_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le")
_POSIX = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")


def _stand_in(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")


def test_without_libreoffice_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conversion, "_program", lambda: None)
    for name, data in (("a.doc", _OLD), ("a.wps", _OLD), ("a.rtf", b"{\\rtf1 x}")):
        with pytest.raises(Unopened) as refusal:
            read_document(data, name)
        assert "LibreOffice" in refusal.value.zh
        assert "另存为 .docx" in refusal.value.zh
        assert "save it as .docx" in refusal.value.en


@_POSIX
@pytest.mark.parametrize("script", ["exit 0", "exit 77", "echo broken >&2; exit 1"])
def test_a_conversion_that_makes_nothing(script: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _stand_in(tmp_path, monkeypatch, script)
    with pytest.raises(Unopened, match="could not convert"):
        read_document(_OLD, "a.doc")


@_POSIX
def test_a_conversion_that_does_not_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _stand_in(tmp_path, monkeypatch, "sleep 600 & sleep 600")
    monkeypatch.setattr(conversion, "_PATIENCE", 0.3)
    with pytest.raises(Unopened, match="could not convert"):
        read_document(_OLD, "a.doc")


@_POSIX
def test_what_was_converted_is_read_under_its_own_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ready = tmp_path / "ready.docx"
    write_word(ready, form_hebei.monthly(tables(EXAMPLES / "lulong-2023/01.yaml")[0]))
    _stand_in(tmp_path, monkeypatch, f'for last; do :; done; cp {ready} "${{last%.*}}.docx"')
    paper = read_document(_OLD, "目标表.doc")
    assert paper.name == "目标表.doc"
    assert paper.grids == read_document(ready.read_bytes(), "ready.docx").grids


def test_what_wps_writes_under_names_of_its_own_needs_no_libreoffice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(conversion, "_program", lambda: None)
    parts = form_hebei.monthly(tables(EXAMPLES / "lulong-2023/01.yaml")[0])
    write_word(tmp_path / "a.docx", parts)
    write_excel(tmp_path / "a.xlsx", [("表", parts)])
    old = xlwt.Workbook()
    old.add_sheet("表").write(0, 0, "甲")
    old.save(str(tmp_path / "a.xls"))
    for real, own in (("a.docx", "a.wps"), ("a.xlsx", "a.et"), ("a.xls", "a.et")):
        data = (tmp_path / real).read_bytes()
        assert read_document(data, own).grids == read_document(data, real).grids


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_libreoffice_itself() -> None:
    cells = r"{\rtf1\ansi\trowd\cellx2000\cellx4000\intbl A1\cell B1\cell\row\pard after\par}"
    (grid,) = read_document(cells.encode(), "a.rtf").grids
    assert [cell.text for cell in grid.cells] == ["A1", "B1"]
