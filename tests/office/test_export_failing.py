"""Export says what is wrong and what to do, and never leaves half a file."""

import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from perflint.cli.main import COMMANDS, command_line

TABLE = "kind: project\nprofile: hebei\nproject: {name: 甲}\nindicators: []\n"


def export(folder: Path, *words: str) -> tuple[int, str]:
    """Return exit code and output of an export of one table from a folder."""
    (folder / "a.yaml").write_text(TABLE, encoding="utf-8")
    done = CliRunner().invoke(command_line(COMMANDS), ["export", str(folder / "a.yaml"), *words, "--lang", "en"])
    return done.exit_code, done.output


@pytest.mark.parametrize(
    ("library", "named", "kind"), [("docx", "python-docx", "docx"), ("openpyxl", "openpyxl", "xlsx")]
)
def test_missing_library_is_named(
    library: str, named: str, kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] == library]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, library, None)
    code, output = export(tmp_path, "-o", str(tmp_path / f"b.{kind}"))
    assert code == 2
    assert f'{named}; in a checkout of perflint, run: pip install ".[office]"' in output
    assert not (tmp_path / f"b.{kind}").exists()


def test_folder_that_is_a_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "b").write_text("", encoding="utf-8")
    code, output = export(tmp_path, "-o", str(tmp_path / "b" / "c.docx"))
    assert code == 2
    assert "cannot be written" in output


def test_text_too_long_for_a_workbook_is_said(tmp_path: Path) -> None:
    (tmp_path / "long.yaml").write_text(f"kind: project\ngoals: {'字' * 40_000}\nindicators: []\n", encoding="utf-8")
    code, output = export(tmp_path, str(tmp_path / "long.yaml"), "-o", str(tmp_path / "b.xlsx"))
    assert code == 2
    assert "40000 characters" in output
    assert not (tmp_path / "b.xlsx").exists()


def test_what_is_there_stays_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "b.docx").write_bytes(b"mine")
    assert export(tmp_path, "-o", str(tmp_path / "b.docx"))[0] == 2
    assert (tmp_path / "b.docx").read_bytes() == b"mine"
    assert export(tmp_path, "-o", str(tmp_path / "b.docx"), "--force")[0] == 0
    assert (tmp_path / "b.docx").read_bytes().startswith(b"PK")


def test_folder_gets_a_document_named_after_the_table(tmp_path: Path) -> None:
    assert export(tmp_path, "-o", str(tmp_path / "out"), "--format", "xlsx")[0] == 0
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["甲.xlsx"]
