"""Files that are not annotated: each with the reason and what to do, in both languages; a hostile one never a traceback."""

import contextlib
import io
import zipfile
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perflint.office.annotate import Refused, annotate, can_annotate, without_own
from perflint.office.grid import Unopened
from tests.office.annotate.word_package import (
    NAME,
    annotated,
    document_of,
    form,
    p,
    package,
    parts_of,
    r,
    replaced,
    row,
)
from tests.office.annotate.workbook import NAME as BOOK
from tests.office.annotate.workbook import book, with_parts

BODY = form(row(p(r("≤98%"))))
SETTINGS = '<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{}</w:settings>'


def _refusal(data: bytes, name: str) -> Refused | Unopened:
    with pytest.raises((Refused, Unopened)) as refusal:
        annotate(data, name, ())
    found: Refused | Unopened = refusal.value  # type: ignore[assignment]  # one of the two that were awaited
    assert found.en.replace(name, "").isascii()
    return found


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("表.yaml", "--add-suppressions"), ("表.doc", "另存为 .docx"), ("表.wps", "另存为 .docx"), ("表.xls", "另存为 .xlsx"),
        ("表.et", "另存为 .xlsx"), ("表.pdf", "perflint report"), ("表.png", "perflint report"), ("表", "perflint report"),
    ],
)  # fmt: skip
def test_other_kinds_are_answered_with_what_to_do(name: str, what: str) -> None:
    assert what in _refusal(b"\xd0\xcf\x11\xe0" * 9, name).zh
    assert not can_annotate(name)


@pytest.mark.parametrize("edit", ["readOnly", "forms"])
def test_a_word_file_that_takes_no_comments(edit: str) -> None:
    settings = SETTINGS.format(f'<w:documentProtection w:edit="{edit}" w:enforcement="1"/>')
    data = package(BODY, {"word/settings.xml": settings}, {"settings": "settings.xml"})
    assert "停止保护" in _refusal(data, NAME).zh


@pytest.mark.parametrize(
    "protection",
    ['<w:documentProtection w:edit="readOnly" w:enforcement="0"/>', '<w:writeProtection w:recommended="1"/>'],
)
def test_what_only_advises_is_no_protection(protection: str) -> None:
    data = package(BODY, {"word/settings.xml": SETTINGS.format(protection)}, {"settings": "settings.xml"})
    assert annotated(data).comments == 2


def test_a_sheet_that_is_protected_against_notes() -> None:
    def protect(made: object) -> None:
        sheet = made.active  # type: ignore[attr-defined]  # openpyxl ships no types
        sheet.protection.sheet = sheet.protection.objects = True

    with pytest.raises(Refused, match="申报表"):
        annotated(book(protect), BOOK)


def test_a_workbook_whose_structure_is_locked() -> None:
    def lock(made: object) -> None:
        made.security.lockStructure = True  # type: ignore[attr-defined]  # the same

    assert "保护工作簿" in _refusal(book(lock), BOOK).zh


@pytest.mark.parametrize(("data", "name"), [(package(BODY), NAME), (book(), BOOK)])
def test_a_signed_file(data: bytes, name: str) -> None:
    assert "签名" in _refusal(with_parts(data, {"_xmlsignatures/sig1.xml": b"<Signature/>"}), name).zh


def test_a_file_that_is_locked_with_a_password() -> None:
    locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")
    assert "密码" in _refusal(locked, NAME).zh


def test_two_parts_of_one_name() -> None:
    held = io.BytesIO(package(BODY))
    with zipfile.ZipFile(held, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("word/document.xml", "<x/>")
    _refusal(held.getvalue(), NAME)


def test_parts_that_bomb() -> None:
    data = with_parts(package(BODY), {"word/media/x.xml": b" " * 30_000_000})
    assert "过大" in _refusal(data, NAME).zh


def test_xml_in_another_encoding_is_not_spliced() -> None:
    text = '<?xml version="1.0" encoding="GB18030"?>' + document_of(package(BODY))
    _refusal(replaced(package(BODY), "word/document.xml", text.encode("gb18030")), NAME)


@settings(deadline=None, max_examples=60)
@given(
    which=st.sampled_from([NAME, BOOK]), part=st.integers(0, 40), at=st.integers(0, 5000), gone=st.integers(0, 9),
    put=st.sampled_from([b"", b"<", b'"', b">", b"&x;", b"99999999999", b"-1", b"\xff", b"<!--x-->", b"../"]),
)  # fmt: skip
def test_damage_in_any_part_is_refused_or_does_no_harm(which: str, part: int, at: int, gone: int, put: bytes) -> None:
    data = _annotated_before(which)
    parts = parts_of(data)
    name = list(parts)[part % len(parts)]
    old = parts[name]
    at %= len(old) + 1
    damaged = replaced(data, name, old[:at] + put + old[at + gone :])
    for work in (lambda: annotate(damaged, which, ()), lambda: without_own(damaged, which)):
        with contextlib.suppress(Refused, Unopened):
            work()


@cache
def _annotated_before(name: str) -> bytes:
    return annotated(package(BODY) if name == NAME else book(note="甲"), name).data


def test_a_document_type_is_not_followed() -> None:
    text = document_of(package(BODY))
    bomb = f"<!--{'x' * 5000}--><!DOCTYPE w [<!ENTITY a 'aa'>]>{text}"
    _refusal(replaced(package(BODY), "word/document.xml", bomb.encode()), NAME)


def test_a_drawing_of_boxes_without_ends_takes_no_time() -> None:
    once = annotated(book(), BOOK).data
    drawing = next(part for part in parts_of(once) if part.endswith(".vml"))
    made = without_own(replaced(once, drawing, b"<v:shape " * 100_000), BOOK)
    assert parts_of(made)[drawing] == b"<v:shape " * 100_000
