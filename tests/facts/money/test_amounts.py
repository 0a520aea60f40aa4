"""Amounts of money in cells and purpose texts, and how far a sum may miss (domain: §3.0, §3.6)."""

from decimal import Decimal

import pytest

from perflint.facts.money.amounts import read_amount, ten_thousands, tolerance


@pytest.mark.parametrize(
    ("text", "yuan"),
    [
        ("20", "200000"),
        ("5.00", "50000"),
        ("8 万 元", "80000"),
        ("30万", "300000"),
        ("１２．５万元", "125000"),
        ("1,080万元", "10800000"),
        ("250000元", "250000"),
        ("0.3亿元", "30000000"),
        ("15000元/年", "15000"),
        ("≤20万元", "200000"),
        ("-5万元", "-50000"),
        ("62万。", "620000"),
    ],
)
def test_a_money_cell_is_read_in_yuan(text: str, yuan: str) -> None:
    amount = read_amount(text, "万元")
    assert amount is not None
    assert amount.yuan == Decimal(yuan)


def test_a_bare_number_counts_in_the_currency_of_the_table() -> None:
    amounts = [read_amount("12", currency) for currency in ("元", "千元", "万元", "亿元")]
    assert [amount.yuan for amount in amounts if amount] == [12, 12_000, 120_000, 1_200_000_000]


@pytest.mark.parametrize(
    "text", ["", "　", "/", "无", "300元/天", "2020年10万元、2021年12万元", "约定", "20人", "12-15万元"]
)
def test_anything_else_is_no_amount(text: str) -> None:
    assert read_amount(text, "万元") is None


@pytest.mark.parametrize(
    ("yuan", "printed"), [("200000", "20万元"), ("255152", "25.5152万元"), ("0", "0万元"), ("10800000", "1080万元")]
)
def test_messages_print_ten_thousands(yuan: str, printed: str) -> None:
    assert ten_thousands(Decimal(yuan)) == printed


@pytest.mark.parametrize(
    ("cells", "yuan"),
    [(("8",), 100), (("7.5", "8"), 100), (("1.25", "2.25", "3.25"), 150), (("20000元", "30000元"), 100)],
)
def test_a_sum_may_miss_by_half_of_the_last_digit_but_whole_numbers_are_decisions(
    cells: tuple[str, ...], yuan: int
) -> None:
    assert tolerance(amount for cell in cells if (amount := read_amount(cell, "万元"))) == yuan
