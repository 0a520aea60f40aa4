"""The text report: markers in display columns, long lines cut around the marker."""

import pytest

from perflint.judge import Finding, Place, Severity, TableName
from perflint.report.terminal import excerpt
from perflint.typography import display_width


def finding(line: str, start: int, end: int) -> Finding:
    place = Place("t.yaml", "/value", 1, start + 1, 1, end + 1, start, end)
    table = TableName("project", "", 0, "", "")
    return Finding(
        "X001", "x", "x", Severity.ERROR, "m", None, None, place, line, line[start:end], table, None, (), None, "f"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("value: ≤100%", "≤100%"),
        ("  指标值: 较大提高", "较大提高"),
        ("😀 备注: ５％", "５％"),
        ("长" * 90 + "｜目标｜" + "尾" * 90, "目标"),
        ("a" * 300 + " end", "end"),
    ],
)
def test_marker_stands_under_the_characters_meant(line: str, meant: str) -> None:
    start = line.index(meant)
    shown, marker = excerpt(finding(line, start, start + len(meant)), 76)
    assert display_width(shown) <= 76
    before = len(marker) - len(marker.lstrip(" "))
    assert before == display_width(shown[: shown.index(meant)])
    assert marker.count("^") == display_width(meant)
