"""Every format on one report, beside what it printed when somebody last read it (PERFLINT_UPDATE=1 writes anew)."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from perflint.report import Report
from perflint.report.formats import FORMATS, renderer
from perflint.report.github import fenced
from tests.report import example

GOLDEN = Path(__file__).parent / "golden"
ENDINGS = {"github": "txt", "gitlab": "json", "junit": "xml", "rdjson": "json", "markdown": "md"}
CASES = [
    (name, kind)
    for name in FORMATS
    if name not in {"json", "jsonl"}
    for kind in ("findings", "clean", *(("hidden",) if name == "sarif" else ()))
]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    example.write_files(tmp_path)
    return tmp_path


@pytest.mark.parametrize(("name", "kind"), CASES)
def test_format_prints_what_was_read(name: str, kind: str, folder: Path) -> None:
    report = example.clean() if kind == "clean" else example.report()
    now = "".join(renderer(name)(report, example.context(folder, hidden=kind == "hidden")))
    golden = GOLDEN / f"{name}-{kind}.{ENDINGS.get(name, name)}"
    if os.environ.get("PERFLINT_UPDATE"):
        golden.write_text(now, encoding="utf-8", newline="")
    assert now == golden.read_bytes().decode()


@pytest.mark.parametrize("name", FORMATS)
def test_format_speaks_both_languages_and_comes_in_pieces(name: str, folder: Path) -> None:
    pieces = renderer(name)(example.report(), example.context(folder, "en"))
    assert isinstance(pieces, Iterator)
    text = "".join(pieces)
    assert text.endswith("\n")
    assert not {"已屏蔽：", "另有", "还有", "错误", "未能检查"} & {
        word for word in ("已屏蔽：", "另有", "还有", "错误", "未能检查") if word in text
    }


@pytest.mark.parametrize("name", FORMATS)
def test_a_report_with_nothing_at_all_is_rendered(name: str, folder: Path) -> None:
    nothing = Report(example.clean().summary, (), (), (), ())
    assert isinstance("".join(renderer(name)(nothing, example.context(folder))), str)


def test_fence_hides_commands_of_a_table() -> None:
    assert list(fenced(["::error::x\n"], "t")) == ["::stop-commands::t\n", "::error::x\n", "::t::\n"]
    assert next(fenced([])) != next(fenced([]))
