"""Rows of numbers that belong to nobody, and signs that were read as digits."""

import pytest

from perflint.facts.values import number_list
from tests.facts.rows import row_of


@pytest.mark.parametrize(
    ("value", "row"),
    [
        ("2;3;1;2", True), ("12、5、8", True), ("２；３；１", True), ("2;2;2", False), ("1,200,000", False), ("2024/6/30", False), ("1/2", False),
        ("甲县2；乙县3；丙县1", False),
    ],
)  # fmt: skip
def test_numbers_in_a_row(value: str, *, row: bool) -> None:
    assert number_list.numbers_in_row(row_of("补助县数量", value)) is row


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        ("290%", "≥90%"),
        ("2100%", "≥100%"),
        ("７９５％", "≥95%"),
        ("210%", ""),
        ("150%", ""),
        ("≥290%", ""),
        ("290", ""),
        ("90%", ""),
    ],
)
def test_a_sign_read_as_a_digit(value: str, meant: str) -> None:
    assert number_list.misread_sign(row_of("群众满意度", value)) == meant
