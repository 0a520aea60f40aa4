"""Points as printed, and numbers that are others rounded."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perflint.facts.evaluation.executionview import read_rate
from perflint.facts.evaluation.points import fits, label_points, read_points
from perflint.facts.evaluation.reason import gives_reason


@pytest.mark.parametrize(
    ("text", "value"),
    [("10", 10), ("９.５分", "9.5"), ("10%", 10), ("-2", -2), ("100分", 100), ("", None), ("/", None), ("98分(优)", None)],
)  # fmt: skip
def test_points_as_printed(text: str, value: object) -> None:
    found = read_points(text)
    assert (None if found is None else found.value) == (None if value is None else Decimal(str(value)))


@pytest.mark.parametrize(
    ("label", "points"), [("产出指标（50分）", 50), ("产出指标(60分)", 60), ("效益指标 30 分", 30), ("产出指标", None)]
)
def test_points_in_a_label(label: str, points: int | None) -> None:
    assert label_points(label) == points


@settings(deadline=None)
@given(st.decimals(0, 100, places=6), st.integers(0, 3))
def test_a_number_rounded_or_cut_off_is_the_number(exact: Decimal, decimals: int) -> None:
    rounded = round(exact, decimals)
    cut = exact.quantize(Decimal(1).scaleb(-decimals), rounding="ROUND_DOWN")
    for number in (rounded, cut):
        printed = read_points(f"{number:f}")
        assert printed is not None
        assert fits(printed, exact)
        assert not fits(printed, exact + Decimal(2).scaleb(-decimals))


@pytest.mark.parametrize(
    ("text", "exact", "right"),
    [
        ("97.43%", "97.428", True), ("86%", "86.2", True), ("0.958", "95.862", True), ("1", "100", True), ("99.9", "99.899", True),
        ("100%", "80.45", False), ("1%", "100", False), ("0.9", "80.45", False), ("102.59%", "102.5897", True),
    ],
)  # fmt: skip
def test_a_rate_is_the_exact_one_as_printed(text: str, exact: str, right: bool) -> None:  # noqa: FBT001  # a table of cases
    rate = read_rate(text)
    assert rate is not None
    assert rate.is_about(Decimal(exact)) is right


@pytest.mark.parametrize(
    ("text", "reason"),
    [("市场价格下跌", True), ("无", False), ("已完成", False), ("0", False), ("——", False), ("无偏差。", False), ("", False),
     ("无法完成，因企业停产", True)],
)  # fmt: skip
def test_a_cell_gives_a_reason(text: str, reason: bool) -> None:  # noqa: FBT001  # a table of cases
    assert gives_reason(text) is reason
