"""What a platform does not take is left out by gravity, the least grave first, and never without a word."""

import gzip
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from perflint.judge import Severity
from perflint.report import Report
from perflint.report.choosing import from_severity
from perflint.report.context import Context
from perflint.report.gitlab import render_gitlab
from perflint.report.limits import Limit
from perflint.report.sarif import LIMIT, render_sarif
from tests.report import example

Render = Callable[[Report, Context, Limit], Iterator[str]]
GRAVITY = (Severity.INFO, Severity.ERROR, Severity.WARNING)
ROOM = 10_000_000


def many(count: int) -> Report:
    """Return a report of so many findings whose severities take turns, the gravest not first."""
    first, *_ = example.clean().findings or example.report().findings
    found = [
        replace(first, severity=GRAVITY[number % 3], fingerprint=f"{number:024x}", message=f"第{number}条")
        for number in range(count)
    ]
    return replace(example.clean(), findings=found)


def written(render: Render, report: Report, limit: Limit, lang: str = "zh") -> tuple[Any, str, list[str]]:
    said: list[str] = []
    text = "".join(render(report, Context(lang, warn=said.append), limit))
    return json.loads(text), text, said


def results(data: dict[str, Any] | list[dict[str, Any]]) -> list[dict[str, Any]]:
    if isinstance(data, list):
        return data
    found: list[dict[str, Any]] = data["runs"][0]["results"]
    return found


def levels(data: dict[str, Any] | list[dict[str, Any]]) -> list[str]:
    return [entry.get("level") or entry["severity"] for entry in results(data)]


@pytest.mark.parametrize(("render", "grave"), [(render_sarif, "error"), (render_gitlab, "major")])
def test_the_gravest_are_kept_and_the_rest_is_counted(render: Render, grave: str) -> None:
    data, _, said = written(render, many(30), Limit(10, ROOM, zipped=False))
    assert levels(data) == [grave] * 10
    (told,) = said
    assert "10" in told
    assert "20" in told


@pytest.mark.parametrize("render", [render_sarif, render_gitlab])
def test_what_fits_is_left_in_its_order_without_a_word(render: Render) -> None:
    data, _, said = written(render, many(30), Limit(30, ROOM, zipped=False))
    assert len(set(levels(data)[:3])) == 3
    assert (len(results(data)), said) == (30, [])


@pytest.mark.parametrize("zipped", [False, True])
@pytest.mark.parametrize("render", [render_sarif, render_gitlab])
def test_the_size_stays_within_the_limit(render: Render, zipped: bool) -> None:  # noqa: FBT001  # a case
    report = many(3_000)
    whole = "".join(render(report, Context(), Limit(10_000, 1 << 40, zipped=False))).encode()
    size = (len(gzip.compress(whole)) if zipped else len(whole)) * 3 // 4 + 64 * 1024
    data, text, said = written(render, report, Limit(10_000, size, zipped=zipped))
    assert (len(gzip.compress(text.encode())) if zipped else len(text.encode())) <= size
    assert 1_000 <= len(results(data)) < 3_000
    assert len(said) == 1


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_sarif_log_says_itself_what_it_lacks(lang: str) -> None:
    data, _, said = written(render_sarif, many(30), Limit(10, ROOM, zipped=True), lang)
    notes = data["runs"][0]["invocations"][0]["toolExecutionNotifications"]
    assert [(note["level"], note["message"]["text"]) for note in notes] == [("warning", said[0])]


def test_more_than_github_shows_is_said() -> None:
    data, _, said = written(render_sarif, many(5_001), LIMIT, "en")
    assert len(results(data)) == 5_001
    assert said == ["SARIF: of 5001 results GitHub shows the gravest 5000 alone"]


@pytest.mark.parametrize(("least", "kept"), [(Severity.ERROR, 10), (Severity.WARNING, 20), (Severity.INFO, 30)])
def test_findings_below_a_severity_are_counted_and_not_told(least: Severity, kept: int) -> None:
    report = from_severity(many(30), least)
    assert (len(report.findings), len(list(report.findings)), report.hidden) == (kept, kept, 30 - kept)
    assert report.summary == many(30).summary


def test_a_log_says_what_is_hidden() -> None:
    data, _, _ = written(render_sarif, from_severity(many(30), Severity.ERROR), LIMIT, "en")
    notes = data["runs"][0]["invocations"][0]["toolExecutionNotifications"]
    assert [(note["level"], note["message"]["text"]) for note in notes] == [("note", "20 hidden (--min-severity)")]


def test_a_file_that_cannot_be_read_keeps_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    issues, _, _ = written(render_gitlab, example.report(), Limit(1, ROOM, zipped=False))
    assert [issue["severity"] for issue in issues] == ["major", "blocker"]
