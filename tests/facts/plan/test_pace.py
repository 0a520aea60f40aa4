"""The pace of spending plans, and how evenly their cells are written."""

import pytest

from perflint.facts.plan.pace import read_checkpoints
from perflint.facts.plan.plan import PLAN
from tests.facts.plan.test_plan import plan_of

FACTS = PLAN.facts
OCTOBER = ("3月底", "6月底", "10月底", "12月底")


@pytest.mark.parametrize(
    ("cells", "lag"),
    [
        ("25/50/75/100", ""), ("30/60/90/100", ""), ("50/100/100/100", ""), ("10/40/60/100", "6月底"),
        ("0/50/50/100", "9月底"), ("0/0/0/100", "6月底"), ("20/49.6/75/100", ""), ("33/67/100", ""), ("50/100", ""),
        ("25/25/25/25", ""), ("0.1/0.2/0.3/1", ""), ("25/x/75/100", ""),
    ],
)  # fmt: skip
def test_lag_behind_the_usual_checkpoints(cells: str, lag: str) -> None:
    names = ("4月底", "8月底", "12月底") if cells == "33/67/100" else ("3月底", "6月底", "9月底", "12月底")
    plan = plan_of(cells, names=("6月底", "12月底") if cells == "50/100" else names)
    assert FACTS["plan.lag"].derive(plan) == lag


def test_a_period_that_ends_a_month_later_is_not_late() -> None:
    assert FACTS["plan.lag"].derive(plan_of("25/50/75/100", names=OCTOBER)) == ""
    assert FACTS["plan.lag"].derive(plan_of("25/50/60/100", names=OCTOBER)) == "9月底"


def test_checkpoints_are_read_from_a_setting() -> None:
    assert [(point.month, int(point.floor)) for point in read_checkpoints(("6月底 50%", "9: 75", "何时"))] == [
        (6, 50),
        (9, 75),
    ]


@pytest.mark.parametrize(
    ("cells", "even"),
    [
        ("25/50%/75/100%", "25%/50%/75%/100%"), ("30.00/60/90.0/100", "30/60/90/100"),
        ("50%/100%/' 100%'/'100% '", "50%/100%/100%/100%"), ("25/25/25%/25", ""), ("0.25/0.5/0.75/100%", ""),
    ],
)  # fmt: skip
def test_even_writing(cells: str, even: str) -> None:
    plan = plan_of(cells)
    assert "/".join(FACTS["plan.even"].derive(plan)) == even  # type: ignore[arg-type]  # a list of texts


@pytest.mark.parametrize(
    ("cells", "signs", "spaced", "padded", "decimals"),
    [
        ("25/50%/75/100%", 2, 0, 0, 1), ("30.00/60/90.0/100", 1, 0, 2, 3), ("50%/100%/' 100%'/'100% '", 1, 2, 0, 1),
        ("0/30%/60%/100%", 1, 0, 0, 1), ("33.3/66.7/80/100", 1, 0, 0, 2), ("30.00/60.00/90.00/100.00", 1, 0, 4, 1),
    ],
)  # fmt: skip
def test_how_the_cells_are_written(cells: str, signs: int, spaced: int, padded: int, decimals: int) -> None:
    plan = plan_of(cells)
    facts = ("readable", "sign_styles", "spaced", "padded", "decimal_styles")
    assert [FACTS[f"plan.{fact}"].derive(plan) for fact in facts] == [True, signs, spaced, padded, decimals]


@pytest.mark.parametrize(
    ("cells", "first", "flat", "fall", "highest"),
    [
        ("100/100/100/100", 100, "", 0, 100), ("50/50/75/100", 50, "6月底 50", 0, 100), ("0/0/50/100", 0, "", 0, 100),
        ("25/50/75/100", 25, "", 0, 100), ("100/0/0/0", 100, "", 100, 100), ("25/20/80/120", 25, "", 5, 120), ("x/x/x/x", 0, "", 0, 0),
    ],
)  # fmt: skip
def test_beginning_and_course(cells: str, first: float, flat: str, fall: float, highest: float) -> None:
    plan = plan_of(cells)
    assert [FACTS[f"plan.{fact}"].derive(plan) for fact in ("first_month", "first_number")] == [3, first]
    assert [FACTS[f"plan.{fact}"].derive(plan) for fact in ("flat", "fall", "highest")] == [flat, fall, highest]


def test_months() -> None:
    assert FACTS["plan.months"].derive(plan_of("25/50/60/100", names=OCTOBER)) == ("3", "6", "10", "12")
