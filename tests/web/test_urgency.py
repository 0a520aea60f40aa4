"""Errors first, then the five warnings that help most, then everything else; nothing twice, nothing lost."""

from hypothesis import given
from hypothesis import strategies as st

from perflint.judge import Severity
from perflint.report.review.model import Remark
from perflint.web.urgency import by_urgency
from tests.web.remarks import remark


def _remark(number: int, code: str, severity: Severity, suggested: str = "") -> Remark:
    return remark(number, "", code, severity, suggested)


def test_one_of_each_rule_comes_before_a_second_of_any() -> None:
    many = [_remark(number, "SRC002", Severity.WARNING) for number in range(1, 9)]
    grouped = by_urgency([*many, _remark(9, "VAL001", Severity.WARNING), _remark(10, "DIR001", Severity.ERROR)])
    assert [one.number for one in grouped.first] == [10]
    assert [one.number for one in grouped.then] == [1, 2, 3, 4, 9]
    assert [one.number for one in grouped.rest] == [5, 6, 7, 8]


def test_a_warning_that_says_what_to_write_comes_before_one_that_does_not() -> None:
    plain = [_remark(number, f"VAL00{number}", Severity.WARNING) for number in range(1, 6)]
    grouped = by_urgency([*plain, _remark(6, "DAT001", Severity.WARNING, "11月底前")])
    assert [one.number for one in grouped.then] == [1, 2, 3, 4, 6]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["A", "B", "C"]),
            st.sampled_from([Severity.ERROR, Severity.WARNING, Severity.INFO]),
            st.sampled_from(["", "≥90%"]),
        )
    )
)
def test_every_finding_stands_in_one_group(drawn: list[tuple[str, Severity, str]]) -> None:
    remarks = [_remark(number, *one) for number, one in enumerate(drawn, 1)]
    grouped = by_urgency(remarks)
    assert sorted(one.number for group in (grouped.first, grouped.then, grouped.rest) for one in group) == [
        one.number for one in remarks
    ]
    assert {one.severity for one in grouped.first} <= {Severity.ERROR}
    assert len(grouped.then) <= 5
