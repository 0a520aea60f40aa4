"""GitHub annotations: commands that say what is meant, ten of each kind, and no command that a table wrote."""

import re
from pathlib import Path

import pytest
from msgspec.structs import replace

from perflint.judge import Finding, Severity
from perflint.report import Report
from perflint.report.github import render_github
from perflint.report.step_summary import append_summary
from perflint.typography import visible
from tests.report import example

COMMAND = re.compile(r"^::(error|warning|notice) ([^:]*)::(.*)$")
MANY = 27


def many(count: int) -> Report:
    """Return a report with so many findings of each severity, in mixed order."""
    first = example.findings()[0]
    each = tuple(
        replace(first, severity=severity, message=f"第{number}条", fingerprint=f"{number:024x}")
        for number in range(count)
        for severity in (Severity.INFO, Severity.ERROR, Severity.WARNING)
    )
    return replace(example.report(), findings=each, errors=(), summary=replace(example.report().summary, errors=count,
                   warnings=count, infos=count))  # fmt: skip


def unescaped(text: str) -> str:
    return text.replace("%0A", "\n").replace("%0D", "\r").replace("%3A", ":").replace("%2C", ",").replace("%25", "%")


def test_runner_reads_what_was_meant(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    lines = "".join(render_github(replace(example.report(), errors=()), example.context(tmp_path))).splitlines()
    by_severity = sorted(example.findings(), key=lambda finding: finding.severity.rank)
    for line, finding in zip(lines, by_severity, strict=True):
        found = COMMAND.match(line)
        assert found
        fields = {key: unescaped(value) for key, _, value in (entry.partition("=") for entry in found[2].split(","))}
        assert fields["file"] == finding.place.path
        assert ("col" in fields) == (finding.place.line == finding.place.end_line)
        assert unescaped(found[3]).startswith("\n".join(map(visible, finding.message.split("\n"))))


def test_ten_of_a_kind_and_the_rest_in_a_group(tmp_path: Path) -> None:
    lines = "".join(render_github(many(MANY), example.context(tmp_path))).splitlines()
    kinds = [found[1] for line in lines if (found := COMMAND.match(line))]
    assert kinds == ["error"] * 10 + ["warning"] * 10 + ["notice"] * 10
    group = lines[30:]
    assert group[0].startswith("::group::")
    assert str(3 * (MANY - 10)) in group[0]
    token = group[1].removeprefix("::stop-commands::")
    assert len(token) == 32
    assert group[-2:] == [f"::{token}::", "::endgroup::"]
    assert len(group) == 4 + 3 * (MANY - 10)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_summary_is_added_and_stays_within_a_megabyte(lang: str, tmp_path: Path) -> None:
    target = tmp_path / "summary.md"
    target.write_text("之前的内容\n", encoding="utf-8")
    append_summary(example.report(), example.context(tmp_path, lang), target)
    text = target.read_text(encoding="utf-8")
    assert text.startswith("之前的内容\n## perflint ❌\n")
    assert text.count("\n| ") == 4 + 2 * 2

    long: Finding = replace(example.findings()[0], message="很长的说明" * 1000)
    append_summary(replace(example.report(), findings=(long,) * 200), example.context(tmp_path, lang), target)
    assert 800_000 < target.stat().st_size < 1_048_576
    assert re.search(r"还有 \d+ 条未列出|\d+ more findings are not listed", target.read_text(encoding="utf-8"))
