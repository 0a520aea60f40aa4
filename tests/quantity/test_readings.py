from decimal import Decimal

import pytest

from perflint.quantity import Approx, Hint, Kind, Op, find_amounts, find_dates
from tests.quantity.vectors import Vector, load, reader, written


@pytest.mark.parametrize("vector", load("readings.tsv"), ids=lambda vector: vector.raw)
def test_reading(vector: Vector) -> None:
    value = reader().read(vector.raw)
    assert (value.kind.value, written(value, flags=False)) == (vector.kind, vector.parts)


def test_columns_of_a_split_form_are_taken_in() -> None:
    value = reader().read("95", Hint(op="≥", unit="%"))
    assert (value.op, value.low, value.high, value.unit) == (Op.GE, Decimal(95), None, "%")
    assert value.first.op_from == ("column",)


def test_money_in_the_unit_column_is_yuan() -> None:
    assert (reader().read("2.5", Hint(unit="万元")).low, reader().read("2.5", Hint(unit="万元")).unit) == (
        Decimal(25000),
        "元",
    )


def test_a_bare_scale_is_a_count_where_nothing_speaks_of_money() -> None:
    value = reader().read("100万", Hint(money=False))
    assert (value.low, value.unit) == (Decimal(1000000), "")
    assert reader().read("100万").unit == "元"


def test_exclusive_ends_are_kept() -> None:
    first = reader().read(">90%且≤100%").first
    assert (first.low_included, first.high_included) == (False, True)


def test_an_impossible_date_is_flagged() -> None:
    assert "invalid-date" in reader().read("2023年2月30日前").first.flags
    assert reader().read("2023年2月28日前").first.flags == ()


def test_edits_list_full_width_and_doubtful_spellings() -> None:
    edits = [(edit.typed, edit.plain, edit.why) for edit in reader().read("＞＝９５％").edits]
    assert edits == [("＞＝", "≥", "comparator"), ("９５％", "95%", "fullwidth")]


def test_amounts_in_a_text_leave_out_years_documents_and_standards() -> None:
    text = "根据财办〔2019〕43号，2022年安排资金300.5万元，依JJG907-2006检定计量器具约2000台件，第3期。"
    amounts = [(amount.low, amount.unit, amount.approx) for amount in find_amounts(text, reader())]
    assert amounts == [(Decimal(3005000), "元", Approx.EXACT), (Decimal(2000), "台件", Approx.ABOUT)]
    for amount in find_amounts(text, reader()):
        assert amount.number in text[amount.start : amount.end]


def test_dates_in_a_text_have_their_place() -> None:
    text = "项目自2022年1月1日至2022年12月31日实施，2022年6月底前完成采购。"
    found = [(mention.kind, str(mention.high), text[mention.start : mention.end]) for mention in find_dates(text)]
    assert found == [
        (Kind.DATE_RANGE, "2022-12-31", "自2022年1月1日至2022年12月31日"),
        (Kind.DEADLINE, "2022-06-30", "2022年6月底前"),
    ]
