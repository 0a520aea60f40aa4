"""`--statistics`: a table whose columns stand under each other and that no terminal breaks."""

import re

import pytest
from msgspec.structs import replace

from perflint.judge import Finding, Place, Severity, TableName
from perflint.report.document import Report, Summary
from perflint.report.following import Following
from perflint.report.statistics import render_statistics
from perflint.typography import display_width

LONG = "卢龙县市场监督管理局本级及所属单位/二〇二七年度/食品安全监督抽检和不合格产品处置经费绩效目标申报表第三次修改稿.yaml"


def finding(code: str, severity: Severity, path: str = "表.yaml", name: str = "some-name") -> Finding:
    place = Place(path, "/value", 1, 1, 1, 2, 0, 1)
    return Finding(
        code, name, "x", severity, "m", None, None, place, "x", "x", TableName("project", "", 0, "", ""), None, (), None,
        "f",
    )  # fmt: skip


def report(*findings: Finding) -> Report:
    return Report(Summary(), findings, (), (), ())


FINDINGS = (
    finding("A001", Severity.WARNING), finding("A001", Severity.ERROR), finding("A001", Severity.INFO, LONG),
    finding("B002", Severity.INFO, LONG, "a-very-long-name-" * 8), finding("B002", Severity.INFO, LONG),
)  # fmt: skip


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("width", [40, 80, 99, 100, 120, 200])
def test_no_line_is_wider_than_the_terminal(width: int, lang: str) -> None:
    lines = "".join(render_statistics(report(*FINDINGS), lang, width)).splitlines()
    assert len(lines) == 3
    assert max(map(display_width, lines)) <= width


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_columns_begin_at_the_same_place(lang: str) -> None:
    lines = "".join(render_statistics(report(*FINDINGS), lang, 80)).splitlines()
    head = re.search("规则|rule ", lines[0])
    assert head
    begin = display_width(lines[0][: head.start()])
    for line, code in zip(lines[1:], ("A001", "B002"), strict=True):
        assert display_width(line[: line.index(code)]) == begin
        assert display_width(line) <= 80


def test_a_row_has_the_count_the_worst_severity_and_the_file_with_most() -> None:
    row = "".join(render_statistics(report(*FINDINGS), "en", 120)).splitlines()[1]
    assert row.split()[:4] == ["3", "0", "error", "A001"]
    assert row.endswith(" 表.yaml (2)")


def test_nothing_found_is_no_table() -> None:
    assert not "".join(render_statistics(report(), "zh", 80))


def following(target: str | None, *findings: Finding) -> str:
    watcher = Following(target)
    watcher.look(findings)
    return watcher.line("en")


def test_the_next_step_explains_the_commonest_of_the_gravest_rules() -> None:
    found = (
        finding("W001", Severity.WARNING), finding("W001", Severity.WARNING), finding("E001", Severity.ERROR),
        finding("E002", Severity.ERROR), finding("E002", Severity.ERROR),
    )  # fmt: skip
    assert following("", *found) == "Next: `perflint explain E002` tells why, with examples.\n"


def test_a_document_is_imported_before_it_can_be_mended() -> None:
    line = following("表.docx", finding("E001", Severity.ERROR, "表.docx"))
    assert line.startswith("Next: `perflint import 表.docx -o tables` makes")


def test_no_next_step_where_nothing_is_left_or_nothing_can_be_repeated() -> None:
    suppressed = replace(finding("E001", Severity.ERROR), suppressed="as approved")
    assert not following("", suppressed)
    assert not following(None, finding("E001", Severity.ERROR))
