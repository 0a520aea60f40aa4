"""Comparisons with the past."""

import pytest

from perflint.facts.history import comparison
from tests.facts.rows import row_of, row_under


@pytest.mark.parametrize(
    ("value", "texts", "lacking"),
    [
        ("较上年提高", {}, True),
        ("不低于上年", {}, True),
        ("进一步优化", {}, True),
        ("较上年提高", {"history.last_year": "92%"}, False),
        ("同比增长10%", {}, False),
        ("继续保持全省第一", {}, False),
        ("95%", {}, False),
    ],
)
def test_baselines(value: str, texts: dict[str, str], *, lacking: bool) -> None:
    assert comparison.no_baseline(row_of("产品质量", value, **texts)) is lacking


def test_a_number_needs_its_baseline_where_the_form_has_a_cell_for_it() -> None:
    row = row_under(frozenset({"history.last_year"}), {"name": "产品质量", "value": "同比增长10%"})
    assert comparison.no_baseline(row)
