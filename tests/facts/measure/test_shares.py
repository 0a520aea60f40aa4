"""Rates without %."""

import pytest

from perflint.facts.measure import shares
from tests.facts.rows import row_of


@pytest.mark.parametrize(
    ("name", "value", "unit", "bare"),
    [
        ("苗木成活率", "≥85", "", True),
        ("群众满意度", "90", "", True),
        ("苗木成活率（%）", "≥85", "", False),
        ("苗木成活率", "85", "%", False),
        ("苗木成活率", "0.85", "", False),
        ("工作效率", "85", "", False),
        ("用户增长数", "85", "", False),
    ],
)
def test_a_rate_without_its_sign(name: str, value: str, unit: str, *, bare: bool) -> None:
    assert shares.bare_share(row_of(name, value, unit=unit)) is bare
