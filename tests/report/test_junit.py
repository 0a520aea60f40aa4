"""JUnit: read by an XML parser and by a JUnit reader, with names that tell every case apart."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from junitparser import Failure, JUnitXml, Skipped, TestCase, TestSuite
from msgspec.structs import replace

from perflint.report import Report
from perflint.report.junit import render_junit
from perflint.report.xmltext import attributes, content
from tests.report import example


def text_of(report: Report) -> str:
    return "".join(render_junit(report, example.context(Path("/"))))


def suites_of(report: Report) -> list[TestSuite]:
    return [suite for suite in JUnitXml.fromstring(text_of(report).encode()) if isinstance(suite, TestSuite)]


def cases_of(report: Report) -> list[TestCase]:
    return [case for suite in suites_of(report) for case in suite if isinstance(case, TestCase)]


def test_a_reader_counts_what_the_report_counts() -> None:
    suites = suites_of(example.report())
    assert [suite.name for suite in suites[:3]] == [example.PLAN, example.MARKED, example.CLEAN]
    for suite in suites:
        outcomes = [type(case.result[0]) if case.result else None for case in suite if isinstance(case, TestCase)]
        assert suite.tests == len(outcomes)
        assert suite.failures == outcomes.count(Failure)
        assert suite.skipped == outcomes.count(Skipped)
    root = ET.fromstring(text_of(example.report()))  # noqa: S314  # our own output
    for key in ("tests", "failures", "errors", "skipped"):
        assert int(root.get(key, "")) == sum(int(suite.get(key, "")) for suite in root)


def test_no_finding_is_lost_in_a_report_that_names_no_files_or_is_in_another_order() -> None:
    plan, goal, rate, note = example.findings()
    for report in (replace(example.report(), paths=()), replace(example.report(), findings=(rate, plan, note, goal))):
        failures = [case for case in cases_of(report) if case.result and isinstance(case.result[0], Failure)]
        assert len(failures) == 4


def test_names_are_unique() -> None:
    names = [(case.name, case.classname) for case in cases_of(example.report())]
    assert len(set(names)) == len(names)


def test_types_are_severities_and_skipped_cases_say_why() -> None:
    results = [case.result[0] for case in cases_of(example.report()) if case.result]
    assert [found.type for found in results if isinstance(found, Failure)] == ["error", "warning", "error", "info"]
    assert [str(found.message).split("：")[0] for found in results if isinstance(found, Skipped)] == [
        "已屏蔽",
        "在基线内",
        "没有预算数",
    ]


def test_clean_file_is_a_case_that_passes() -> None:
    (case,) = cases_of(example.clean())
    assert case.is_passed


@given(st.text(st.characters(codec=None, exclude_categories=())))
def test_any_text_is_well_formed(text: str) -> None:
    written = f"<a{attributes(b=text)}>{content(text)}</a>".encode()
    element = ET.fromstring(written)  # noqa: S314  # our own output
    assert len(element.get("b", "")) == len(text)
    assert len(element.text or "") == len(text)
    shown = "".join(sign for sign in text if sign.isprintable())
    assert "".join(sign for sign in element.get("b", "") if sign.isprintable() and sign != "\ufffd") == shown.replace(
        "\ufffd", ""
    )


@pytest.mark.parametrize("text", ["\0", "\x1b[31m", "\ud800", "\uffff", "]]>", "<!--", "&amp;", "😀"])
def test_message_survives(text: str) -> None:
    first = replace(example.findings()[0], message=f"甲{text}乙")
    result = cases_of(replace(example.report(), findings=(first,)))[0].result[0]
    assert result.message.startswith("甲")
    assert result.message.endswith("乙")
