"""The annotated original: offered first where comments can be written, never a reason to fail where they cannot."""

import io
import zipfile
from pathlib import Path
from types import SimpleNamespace

import pytest

from perflint.web import annotating
from perflint.web.annotating import put_annotated, without_own
from perflint.web.delivering import Desk
from perflint.web.opening import Opened, inspected, opened
from perflint.web.reviewing import checker_in
from perflint.web.unpacking import Item
from tests.web.tables import TABLE, excel, word


class _Refused(Exception):  # noqa: N818  # named as in the room that annotates
    zh, en = "有修订", "it holds tracked changes"


def _put(folder: Path, monkeypatch: pytest.MonkeyPatch, *, refuse: bool = False) -> tuple[Desk, list[str], list[str]]:
    """Write the annotated originals of three files with a room that notes which findings it was given."""
    given: list[str] = []

    def annotate(data: bytes, name: str, findings: tuple[object, ...], _options: object) -> SimpleNamespace:
        if refuse and name.endswith("xlsx"):
            raise _Refused
        given.extend(f"{name} {finding.message}" for finding in findings)  # type: ignore[attr-defined]  # findings
        return SimpleNamespace(data=data)

    room = SimpleNamespace(
        annotate=annotate, can_annotate=lambda name: name.endswith(("docx", "xlsx")), Refused=_Refused,
        AnnotateOptions=SimpleNamespace, without_own=lambda data, _name: data[:-1],
    )  # fmt: skip
    monkeypatch.setattr(annotating, "_module", lambda: room)
    checker = checker_in("zh")
    items = [Item("甲.docx", word()), Item("乙.xlsx", excel()), Item("丙.yaml", TABLE.encode())]
    files = [one for item in items if isinstance(one := opened(item, checker, 60), Opened)]
    inspections = [inspected(one, checker) for one in files]
    findings = [finding for one in inspections for finding in one.findings]
    desk = Desk(folder)
    return desk, put_annotated(desk, files, inspections, findings, "zh"), given


def test_each_document_gets_its_own_findings_with_their_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk, notes, given = _put(tmp_path, monkeypatch)
    (made,) = desk.offered
    assert zipfile.ZipFile(io.BytesIO((tmp_path / made.file).read_bytes())).namelist() == [
        "甲-批注.docx",
        "乙-批注.xlsx",
    ]
    assert [one for one in given if "水质合格率" in one and one.startswith("甲.docx [表")]
    assert [one for one in given if "水质合格率" in one and one.startswith("乙.xlsx [")]
    assert notes == ["批注只能写进 .docx 和 .xlsx 文件；别的文件没有“带批注的原文件”。"]


def test_a_document_that_is_refused_is_told_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk, notes, _ = _put(tmp_path, monkeypatch, refuse=True)
    assert [one.name for one in desk.offered] == ["甲-批注.docx"]
    assert "乙.xlsx：有修订" in notes


def test_earlier_comments_of_perflint_are_not_judged_again(monkeypatch: pytest.MonkeyPatch) -> None:
    room = SimpleNamespace(
        can_annotate=lambda name: name == "a.docx", without_own=lambda _data, _name: b"bare", Refused=_Refused
    )
    monkeypatch.setattr(annotating, "_module", lambda: room)
    assert without_own(Item("a.docx", b"old")).data == b"bare"
    assert without_own(Item("a.yaml", b"old")).data == b"old"


def test_an_installation_that_cannot_annotate_says_nothing_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(annotating, "_module", lambda: None)
    assert put_annotated(Desk(tmp_path), [], [], [], "zh") == []
    assert without_own(Item("a.docx", b"old")).data == b"old"
