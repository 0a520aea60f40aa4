"""Word files with macros: read, judged and annotated like those without, the macros untouched and never run."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from perflint.cli.main import command_line
from perflint.office.grid import Unopened
from perflint.office.reading import read_document
from tests.office.annotate.word_package import annotated, comments_of, form, p, package, parts_of, r, replaced, row

NAME = "绩效目标表.docm"
MACROS = {"word/vbaProject.bin": bytes(range(256)) * 4, "word/vbaData.xml": b"<wne:vbaSuppData  xmlns:wne='x'/>"}
_MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_WITH_MACROS = b"application/vnd.ms-word.document.macroEnabled.main+xml"


def paper() -> bytes:
    """Return a Word file with macros, typed as Word types it."""
    relation = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"
    plain = package(form(row(p(r("≤98%")))), MACROS, {relation: "vbaProject.bin"})
    types = parts_of(plain)["[Content_Types].xml"].replace(_MAIN, _WITH_MACROS)
    macros = b'<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Override'
    return replaced(plain, "[Content_Types].xml", types.replace(b"<Override", macros, 1))


def run(folder: Path, monkeypatch: pytest.MonkeyPatch, *words: str) -> tuple[int, str]:
    monkeypatch.chdir(folder)
    done = CliRunner().invoke(command_line([words[0]]), list(words))
    return done.exit_code, done.output


def test_a_comment_is_written_and_every_other_part_is_the_same_bytes() -> None:
    made = annotated(paper(), NAME).data
    assert [comment.on for comment in comments_of(made) if "DIR001" in comment.text] == ["≤98%"]
    before, after = parts_of(paper()), parts_of(made)
    assert {name for name in before if before[name] != after[name]} == {
        "[Content_Types].xml", "word/document.xml", "word/_rels/document.xml.rels"
    }  # fmt: skip
    assert MACROS.items() <= after.items()
    assert _WITH_MACROS in after["[Content_Types].xml"]
    assert annotated(made, NAME).data == made


def test_the_commands_take_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / NAME).write_bytes(paper())
    code, said = run(tmp_path, monkeypatch, "check", NAME, "--select", "DIR001")
    assert (code, said.startswith(f"{NAME}:5:4: 错误 DIR001")) == (1, True), said
    code, said = run(tmp_path, monkeypatch, "check", ".", "--select", "DIR001")
    assert (code, NAME in said) == (1, True), said
    code, said = run(tmp_path, monkeypatch, "import", NAME, "-o", "表")
    assert code == 0, said
    assert f"file: {NAME}" in next((tmp_path / "表").glob("*.yaml")).read_text(encoding="utf-8")
    code, said = run(tmp_path, monkeypatch, "annotate", NAME, "-o", "批注.docm", "--select", "DIR001")
    assert (code, said) == (0, f"{NAME}：批注 2 条 → 批注.docm\n")
    code, said = run(tmp_path, monkeypatch, "annotate", NAME, "-o", "批注.docx")
    assert (code, "批注.docx" in said) == (2, True), said


def test_macros_under_the_name_of_a_file_without_are_turned_away() -> None:
    with pytest.raises(Unopened, match="macros"):
        read_document(paper(), "绩效目标表.docx")
