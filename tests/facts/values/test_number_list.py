"""Rows of numbers that belong to nobody, and signs that were read as digits."""

import pytest

from perflint.facts.values import number_list
from tests.facts.judging import violates
from tests.facts.rows import row_of


@pytest.mark.parametrize(
    ("value", "row"),
    [
        ("2;3;1;2", True), ("12、5、8", True), ("２；３；１", True), ("2;2;2", False), ("1,200,000", False), ("2024/6/30", False), ("1/2", False),
        ("甲县2；乙县3；丙县1", False),
    ],
)  # fmt: skip
def test_numbers_in_a_row(value: str, *, row: bool) -> None:
    assert violates("VAL049", row_of("补助县数量", value)) is row


@pytest.mark.parametrize(
    ("value", "numbers"),
    [("2;3;1", ("2", "3", "1")), ("2、2、2。", ("2", "2", "2")), ("1,200,000", ()), ("甲2；乙3；丙1", ())],
)
def test_a_cell_that_is_only_a_list_of_numbers(value: str, numbers: tuple[str, ...]) -> None:
    assert number_list.listed_numbers(row_of("补助县数量", value)) == numbers


@pytest.mark.parametrize(
    ("value", "digit", "rest", "signed"),
    [("290%", "2", 90.0, "≥90%"), ("150.5%", "1", 50.5, "≥50.5%"), ("205%", "", 0.0, ""), ("90%以上", "", 0.0, "")],
)
def test_a_percentage_without_its_first_digit(value: str, digit: str, rest: float, signed: str) -> None:
    row = row_of("群众满意度", value)
    assert (number_list.first_digit(row), number_list.after_first_digit(row), number_list.with_sign(row)) == (
        digit, rest, signed,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("value", "misread"),
    [
        ("290%", True),
        ("2100%", True),
        ("７９５％", True),
        ("210%", False),
        ("150%", False),
        ("≥290%", False),
        ("290", False),
        ("90%", False),
    ],
)
def test_a_sign_read_as_a_digit(value: str, *, misread: bool) -> None:
    assert violates("VAL007", row_of("重大工程优良率", value)) is misread
