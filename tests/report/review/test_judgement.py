"""Verdicts by severities and rules that a bureau sets."""

from pathlib import Path

import pytest

from perflint.judge import SettingError
from perflint.report.review.model import Review, Verdict
from tests.report.review.sample import BROKEN, HISTORY, RATE, review

RETURNED, AMENDED, PASSED = Verdict.RETURNED, Verdict.AMENDED, Verdict.PASSED


def verdict(made: Review) -> Verdict:
    return made.sheets[0].verdict


def test_an_error_sends_back_and_the_verdict_names_the_remarks(tmp_path: Path) -> None:
    sheet = review(tmp_path, a=RATE).sheets[0]
    assert sheet.verdict is RETURNED
    assert {remark.code for remark in sheet.remarks if remark.number in sheet.deciding} == {
        "PLN001",
        "DIR001",
        "STR007",
        "STR008",
    }


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ("{verdict.return: [], verdict.amend: [error]}", AMENDED),
        ("{verdict.return: [], verdict.amend: []}", PASSED),
        ("{verdict.return: [DIR], verdict.amend: []}", RETURNED),
        ("{verdict.return: DIR001}", RETURNED),
        ("{verdict.return: [plan-not-cumulative]}", RETURNED),
        ("{verdict.return: [BUD], verdict.amend: [positive-rate-upper-bound]}", AMENDED),
    ],
)
def test_a_bureau_sets_what_sends_back(tmp_path: Path, settings: str, expected: Verdict) -> None:
    assert verdict(review(tmp_path, configuration=f"settings: {settings}\n", a=RATE)) is expected


def test_severities_changed_by_the_project_count_as_changed(tmp_path: Path) -> None:
    made = review(
        tmp_path, configuration="severity: {DIR001: warning, PLN001: info, STR007: info, STR008: info}\n", a=RATE
    )
    assert verdict(made) is AMENDED


def test_a_word_that_means_nothing_is_told(tmp_path: Path) -> None:
    with pytest.raises(SettingError, match=r"verdict.return: eror.*did you mean|verdict.return: eror.*error"):
        review(tmp_path, configuration="settings: {verdict.return: [eror]}\n", a=RATE)


def test_a_file_that_is_no_table_is_sent_back_by_its_path(tmp_path: Path) -> None:
    made = review(tmp_path, a=BROKEN, b=HISTORY)
    broken = next(sheet for sheet in made.sheets if sheet.path.endswith("a.yaml"))
    assert broken.verdict is RETURNED
    assert broken.remarks[0].code == "STR001"
