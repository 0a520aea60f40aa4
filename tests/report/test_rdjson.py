"""rdjson: columns in bytes of the file as it stands on the disk, suggestions that give the right file."""

import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from msgspec.structs import replace

from perflint.report.formats import renderer
from perflint.report.lines import Lines
from perflint.report.rdjson import render_rdjson, render_rdjsonl
from tests.report import example

# The Reviewdog Diagnostic Format in short, without members that it does not know: it ignores them without a word.
POSITION = {
    "type": "object", "required": ["line"], "additionalProperties": False,
    "properties": {"line": {"type": "integer", "minimum": 1}, "column": {"type": "integer", "minimum": 1}},
}  # fmt: skip
RANGE = {"type": "object", "required": ["start"], "additionalProperties": False,
         "properties": {"start": POSITION, "end": POSITION}}  # fmt: skip
LOCATION = {"type": "object", "required": ["path"], "additionalProperties": False,
            "properties": {"path": {"type": "string", "minLength": 1}, "range": RANGE}}  # fmt: skip
SOURCE = {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}}}
DIAGNOSTIC = {
    "type": "object", "required": ["message", "location", "severity"], "additionalProperties": False,
    "properties": {
        "message": {"type": "string", "minLength": 1}, "location": LOCATION, "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
        "source": SOURCE, "code": {"type": "object", "required": ["value"]},
        "suggestions": {"items": {"type": "object", "required": ["range", "text"], "properties": {"range": RANGE}}},
        "related_locations": {"items": {"type": "object", "properties": {"location": LOCATION}}},
    },
}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    example.write_files(tmp_path)
    return tmp_path


def diagnostics(folder: Path) -> list[Any]:
    data = json.loads("".join(render_rdjson(example.report(), example.context(folder))))
    assert data["source"] == {"name": "perflint"}
    return list(data["diagnostics"])


def spans(folder: Path, diagnostic: dict[str, Any]) -> Iterator[tuple[bytes, int, int]]:
    """Yield the bytes of the file and where the diagnostic's range begins and ends in them."""
    span = diagnostic["location"].get("range")
    if not span:
        return
    data = (folder / diagnostic["location"]["path"]).read_bytes()
    starts = [0]
    for line in data.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    yield (data, *(starts[span[key]["line"] - 1] + span[key]["column"] - 1 for key in ("start", "end")))


def test_each_diagnostic_is_of_the_format(folder: Path) -> None:
    for diagnostic in diagnostics(folder):
        Draft202012Validator(DIAGNOSTIC).validate(diagnostic)


def test_columns_are_bytes_of_the_file(folder: Path) -> None:
    marked = [data[start:end].decode() for found in diagnostics(folder) for data, start, end in spans(folder, found)]
    assert marked == [finding.value for finding in example.findings()]


def test_suggestion_is_the_whole_fix(folder: Path) -> None:
    plan, goal, rate, note, _ = diagnostics(folder)
    for found, text in ((plan, "{3月底: 25%, 6月底: 50%, 9月底: 75%, 12月底: 100%}"), (rate, '指标值: "100%"')):
        suggestion = found["suggestions"][0]
        ((data, start, end),) = spans(
            folder, {"location": {"path": found["location"]["path"], "range": suggestion["range"]}}
        )
        assert text in (data[:start] + suggestion["text"].encode() + data[end:]).decode()
    assert "suggestions" not in goal
    assert "suggestions" not in note  # a fix for display only


def test_lines_hold_the_same_diagnostics(folder: Path) -> None:
    lines = "".join(render_rdjsonl(example.report(), example.context(folder))).splitlines()
    assert [{**json.loads(line), "source": None} for line in lines] == [
        {**found, "source": None} for found in diagnostics(folder)
    ]


@pytest.mark.parametrize("name", ["rdjson", "rdjsonl"])
def test_what_cannot_be_read_again_is_counted_in_the_line_that_is_known(name: str, folder: Path) -> None:
    context = replace(example.context(folder), on_disk=False)
    (folder / example.MARKED).write_text("别的内容\n", encoding="utf-8")
    text = "".join(renderer(name)(replace(example.report(), findings=example.findings()[2:3], errors=()), context))
    found = json.loads(text)
    span = (found["diagnostics"][0] if name == "rdjson" else found)["location"]["range"]
    assert span == {"start": {"line": 1, "column": 20}, "end": {"line": 1, "column": 27}}


@pytest.mark.parametrize(
    ("line", "column", "expected"),
    [("预算金额: 12", 7, 15), ("a😀b", 3, 6), ("abc", 4, 4), ("", 1, 1)],
)
@pytest.mark.parametrize(("encoding", "mark"), [("utf-8", 0), ("utf-8-sig", 3), ("utf-16-le", 0), ("gb18030", 0)])
def test_byte_column(line: str, column: int, expected: int, encoding: str, mark: int, tmp_path: Path) -> None:
    file = tmp_path / "表.yaml"
    text = f"{line}\r\n备注: 第二行\r\n第三行: 1\r\n"
    file.write_bytes((b"\xff\xfe" if encoding == "utf-16-le" else b"") + text.encode(encoding))
    assert Lines().byte_column(file.as_posix(), 1, column) == expected + mark
    assert Lines().byte_column(file.as_posix(), 2, 3) == 7
    assert Lines().byte_column(file.as_posix(), 9, 1) is None


@given(piece=st.text(st.sampled_from("a预😀\n"), min_size=1, max_size=60), data=st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_byte_column_in_long_lines(piece: str, data: st.DataObject, tmp_path: Path) -> None:
    text = piece * 200
    file = tmp_path / "长.yaml"
    file.write_bytes(text.encode())
    lines = text.split("\n")
    line = data.draw(st.integers(1, len(lines)))
    column = data.draw(st.integers(1, len(lines[line - 1]) + 1))
    assert Lines().byte_column(file.as_posix(), line, column) == len(lines[line - 1][: column - 1].encode()) + 1


def test_a_line_of_a_million_characters_with_many_findings_takes_no_time(tmp_path: Path) -> None:
    file = tmp_path / "长.yaml"
    file.write_text("a: [" + "预😀, " * 300_000 + "]\n", encoding="utf-8")
    lines = Lines()
    began = time.perf_counter()
    found = [lines.byte_column(file.as_posix(), 1, 5 + 4 * number) for number in range(0, 300_000, 60)]
    assert found == [5 + 9 * number for number in range(0, 300_000, 60)]
    assert time.perf_counter() - began < 2
