"""Nothing reaches a terminal or a build log raw: control characters, marks of direction, orders to a build service."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perflint.report import Layout, Report, render_concise, render_statistics, render_text
from perflint.report.context import Context
from perflint.report.formats import renderer
from perflint.typography import visible, visible_lines, visible_path
from perflint.workspace.checking import Checker, Options
from perflint.workspace.configuration.config import Config
from perflint.workspace.runs.run import run_one
from perflint.workspace.runs.workers import Job
from tests.security.running import INPUTS, inside

RAW = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
ORDER = re.compile(r"^\s*::|##\[|##vso\[", re.MULTILINE)
NAMES = ["t.yaml", "::error::x.yaml", "a\x1b[31m.yaml", "a\n::error::x.yaml", "##[error]x.yaml", "\u202eyaml.t.yaml"]


def report_on(name: str) -> Report:
    data = (INPUTS / "esc.yaml").read_bytes()
    options = Options()
    return run_one(Job(Path(name), name, Config()), Checker(Config(), options).check(data, name), options)


@pytest.mark.parametrize("name", NAMES)
def test_text_reports_hold_nothing_raw(name: str) -> None:
    report = report_on(name)
    assert report.summary.errors + report.summary.warnings > 3
    for text in ("".join(render_text(report, Layout(target=None))), "".join(render_concise(report, Layout(show_suppressed=True))),
                 "".join(render_statistics(report, "zh", 200))):  # fmt: skip
        assert not RAW.search(text)
        assert not ORDER.search(text)
    assert "␛" in "".join(render_text(report, Layout()))


def test_concise_is_one_line_a_finding() -> None:
    report = report_on("a\nb.yaml")
    assert len("".join(render_concise(report, Layout())).splitlines()) == len(report.findings) + 1


@pytest.mark.parametrize("kind", ["markdown", "json", "jsonl", "sarif", "junit", "gitlab", "rdjson", "rdjsonl"])
def test_no_format_holds_an_order(kind: str, tmp_path: Path) -> None:
    report = report_on("##[error]x.yaml")
    context = _context(tmp_path)
    text = "".join(renderer(kind)(report, context))
    assert not ORDER.search(text)
    assert not RAW.search(text)


def _context(root: Path) -> Context:
    from perflint.judge import load_pack  # noqa: PLC0415  # only here

    return Context("zh", lambda: load_pack().rules, str(root), hidden=False, on_disk=False)


def test_streams_hold_nothing_raw(tmp_path: Path) -> None:
    (tmp_path / "a\x1b[2J\n::error::z.yaml").write_bytes((INPUTS / "esc.yaml").read_bytes())
    for words in (("check", "."), ("check", ".", "--format", "github"), ("fix", ".", "--diff"), ("check", "\x1b[2J"), ("explain", "\x1b[2J"),
                  ("report", ".", "--format", "md")):  # fmt: skip
        done = inside(*words, "--lang", "zh", folder=tmp_path)
        own = [
            line
            for line in (done.stdout + done.stderr).split("\n")
            if not line.startswith(("::error file", "::notice", "::warning", "::group", "::stop", "::end"))
        ]
        assert not RAW.search("\n".join(own)), words
        assert not re.search(r"^\s*::error::", "\n".join(own), re.MULTILINE), words


@given(st.text(alphabet=st.characters(), max_size=30))
def test_what_is_visible_stays_so(text: str) -> None:
    assert not RAW.search(visible(text).replace("\t", ""))
    assert "\n" not in visible(text)
    assert visible(visible(text)) == visible(text)
    assert not ORDER.search(visible_lines(text))
    assert not visible_path(text).lstrip().startswith("::")


def test_what_is_shown_instead() -> None:
    assert visible("\x1b[31m\u202e\x7f\x9b\n") == "␛[31m<U+202E>␡<U+009B>␊"
    assert visible("≥95%，甲\u3000乙") == "≥95%，甲\u3000乙"
    assert visible_lines("a\n  ::error::b\n##[x]") == "a\n  ∶:error::b\n＃＃[x]"


def test_every_character_that_is_not_shown_is_known_at_a_glance() -> None:
    """`visible` looks closer only where Python calls a text not printable: each character that it replaces must be such."""
    assert not [char for char in map(chr, range(0x110000)) if RAW.match(char) and char.isprintable()]
    assert all(visible(f"年{char}度") != f"年{char}度" for char in "\u200b\u2060\ufeff\ufff9\U000e0041\x1b")
