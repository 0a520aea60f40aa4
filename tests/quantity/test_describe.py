from decimal import Decimal

from perflint.quantity import describe
from tests.quantity.vectors import reader


def test_a_bound_in_money() -> None:
    found = describe(reader().read("≤20万元"))
    assert {name: found[name] for name in ("kind", "op", "low", "high", "unit", "per", "approx")} == {
        "kind": "numeric", "op": "le", "low": None, "high": Decimal(200000), "unit": "元", "per": [], "approx": "exact",
    }  # fmt: skip


def test_days_are_written_with_y_where_the_year_is_missing() -> None:
    assert describe(reader().read("12月底前"))["high"] == "Y-12-31"
    assert describe(reader().read("2021年12月底前"))["high"] == "2021-12-31"


def test_an_empty_cell_has_no_part() -> None:
    found = describe(reader().read("  "))
    assert (found["kind"], found["op"], found["parts"]) == ("empty", "none", [])


def test_digits_survive() -> None:
    assert str(describe(reader().read("9" * 5000))["low"]) == "9" * 5000
