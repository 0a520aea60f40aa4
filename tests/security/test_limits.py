"""Nothing exhausts the machine: what is too much is refused by number, what takes too long is ended."""

import io
import os
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from perflint.judge import InputError
from perflint.judge.budget import OverBudget, bounded, cost_of
from perflint.judge.cel import CelError
from perflint.judge.inspection import Inspection
from perflint.office.grid import Unopened
from perflint.office.reading import read_document
from perflint.workspace.checking import Checker, Options
from perflint.workspace.configuration.config import Config
from perflint.workspace.processes.apart import NotDone, do_apart
from perflint.workspace.processes.timing import TimeUp, time_limit
from tests.security.running import INPUTS, MEGABYTE, bound_memory, perflint

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither fork nor such clocks")
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def member_put(data: bytes, name: str, content: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.namelist():
            new.writestr(member, content if member == name else old.read(member))
    return held.getvalue()


def workbook(rows: str) -> bytes:
    held = io.BytesIO()
    book = openpyxl.Workbook()
    book.active["A1"] = "x"
    book.save(held)
    ns = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    return member_put(
        held.getvalue(),
        "xl/worksheets/sheet1.xml",
        f"<worksheet {ns}><sheetData>{rows}</sheetData></worksheet>".encode(),
    )


def cells_500k() -> bytes:
    line = "".join(f'<c r="{letter}{{0}}"><v>1</v></c>' for letter in "ABCDEFGHIJKLMNOPQRSTUVWXY")
    return workbook("".join(f'<row r="{number}">{line.format(number)}</row>' for number in range(1, 20_001)))


def rows_90k() -> bytes:
    return workbook("".join(f'<row r="{number}"><c r="A{number}"><v>1</v></c></row>' for number in range(1, 90_001)))


def long_texts() -> bytes:
    text = "".join(chr(0x4E00 + place * 7919 % 20_000) for place in range(30_000))  # no bomb: it packs by two or three
    return workbook("".join(f'<row r="{row}"><c r="A{row}" t="str"><v>{text}</v></c></row>' for row in range(1, 201)))


def word_rows() -> bytes:
    import docx  # noqa: PLC0415  # an extra

    held = io.BytesIO()
    docx.Document().save(held)
    row = (
        "<w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>乙</w:t></w:r></w:p></w:tc></w:tr>"
    )
    body = f"<w:document {_W}><w:body><w:tbl>{row * 60_000}</w:tbl></w:body></w:document>"
    return member_put(held.getvalue(), "word/document.xml", body.encode())


MUCH: dict[str, Callable[[], bytes]] = {
    "cells.xlsx": cells_500k, "rows.xlsx": rows_90k, "text.xlsx": long_texts, "rows.docx": word_rows,
    "lines.txt": lambda: "甲\t乙\n".encode() * 200_000, "line.txt": lambda: "甲".encode() * 6_000_000,
    "lines.csv": lambda: b"a,b\n" * 200_000, "cells.html": lambda: b"<table>" + b"<tr>" + b"<td>1</td>" * 1_000_000,
    "laughs.pdf": (INPUTS / "laughs.pdf").read_bytes, "text.pdf": (INPUTS / "text3m.pdf").read_bytes,
    "lines.pdf": (INPUTS / "lines200k.pdf").read_bytes,
}  # fmt: skip


@pytest.mark.parametrize("name", MUCH)
def test_a_document_that_holds_too_much_is_refused_by_number(name: str) -> None:
    with pytest.raises(Unopened) as refused:
        read_document(MUCH[name](), name)
    assert any(character.isdecimal() for character in refused.value.zh)
    assert any(character.isdecimal() for character in refused.value.en)


@posix
def test_within_two_gigabytes_and_a_minute(tmp_path: Path) -> None:
    for name, made in MUCH.items():
        (tmp_path / name).write_bytes(made())
    started = time.monotonic()
    done = perflint("check", *MUCH, "--no-config", "--jobs", "1", folder=tmp_path, seconds=300, preexec_fn=bound_memory)
    assert done.returncode == 2
    assert len(done.stdout.splitlines()) > len(MUCH)
    assert time.monotonic() - started < 200


def forever() -> None:
    while True:
        pass


def hungry() -> int:
    return len(bytearray(3 * 1024 * MEGABYTE))


def dies() -> None:
    os._exit(9)


def fails() -> None:
    raise KeyError


@posix
@pytest.mark.parametrize(("work", "why"), [(forever, "time"), (hungry, "memory"), (dies, "ended"), (fails, "failed")])
def test_work_apart_comes_to_an_end(work: Callable[[], object], why: str) -> None:
    with pytest.raises(NotDone) as caught:
        do_apart(work, seconds=1 if work is forever else 30)
    assert caught.value.why == why
    assert do_apart(len, "still there", seconds=30) == 11


@posix
def test_a_clock_interrupts_what_takes_too_long() -> None:
    with pytest.raises(TimeUp), time_limit(0.2):
        forever()
    with time_limit(0.2):
        pass
    time.sleep(0.3)  # nothing rings any more


@posix
@pytest.mark.parametrize("name", ["t.yaml", "t.docx"])
def test_a_file_that_takes_too_long_is_a_finding(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(*_: object, **__: object) -> None:
        forever()

    monkeypatch.setattr("perflint.workspace.checking.read_source", slow)
    monkeypatch.setattr("perflint.workspace.checking.open_document", slow)
    found = Checker(Config(), Options(seconds=0.3)).check(b"kind: project", name)
    assert isinstance(found, Inspection)
    assert [finding.code for finding in found.findings] == ["STR001"]
    assert "0.3 秒" in found.findings[0].message


def test_a_large_table_is_read_or_refused_by_number() -> None:
    row = "  - {level1: 产出指标, level2: 数量指标, name: 次数, value: ≥5次}\n"
    checker = Checker(Config(), Options(select=("DIR001",), seconds=60))
    found = checker.check(("kind: project\nindicators:\n" + row * 20_000).encode(), "t.yaml")
    assert not isinstance(found, InputError)
    assert found.glance.indicators == 20_000 or "秒" in found.findings[0].message
    found = checker.check(b"kind: project\ngoals: " + "甲".encode() * 1_700_000, "t.yaml")
    assert not isinstance(found, InputError)


def test_an_input_over_64_megabytes_is_refused_by_number() -> None:
    found = Checker(Config(), Options()).check(b"#" * (65 * MEGABYTE), "t.yaml")
    assert isinstance(found, InputError)
    assert str(65 * MEGABYTE) in found.message


@pytest.mark.parametrize("expression", [
    'text.full.replace("", "' + "a" * 100 + '").replace("", "' + "a" * 100 + '").replace("", "' + "a" * 100 + '").size() > 0',
    "text.full.replace('a', text.full).replace('a', text.full).size() > 0",
])  # fmt: skip
def test_a_text_that_would_grow_without_end_is_over_budget(expression: str) -> None:
    cost = cost_of(expression)
    assert cost is not None
    with pytest.raises(OverBudget):
        cost.check({"text.full": "甲" * 100})


def test_steps_are_bounded_too() -> None:
    ten = "[0,1,2,3,4,5,6,7,8,9]"
    nested = "true"
    for number in range(4):
        nested = f"{ten}.all(x{number}, {nested})"
    cost = cost_of(nested)
    assert cost is not None
    assert cost.depth == 4
    with pytest.raises(OverBudget):
        cost.check({})
    assert cost_of(f"{ten}.all(x, x > 1)") is None
    with pytest.raises(CelError):
        bounded("(" * 100 + ")" * 100)
    with pytest.raises(CelError):
        bounded("a" * 20_000)


def test_what_the_shipped_rules_say_is_within_budget() -> None:
    from perflint.judge import load_pack  # noqa: PLC0415  # only here

    for rule in load_pack().rules:
        for _, text, _ in rule.expressions:
            bounded(text)
            if (cost := cost_of(text)) is not None:
                cost.check({"list": ["x"] * 20, "text": "甲" * 500})
