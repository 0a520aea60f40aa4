"""What stands in a target value, as it was read."""

import pytest

from perflint.facts.values import as_read
from perflint.facts.values.comparators import comparators
from perflint.facts.values.value import VALUE
from tests.facts.judging import violates
from tests.facts.rows import row_of


@pytest.mark.parametrize(
    ("value", "fact", "found"),
    [
        ("800批次 120批次", "quantities", 2),
        ("800批次 120批次", "units", ("批次",)),
        ("甲县2个；乙县3个", "labels", ("甲县", "乙县")),
        ("甲县2个；乙县3个", "amounts", ("2个", "3个")),
        ("≤3500元/户·年", "per", "户·年"),
        ("≤2万元", "amount", 20000.0),
        ("5-10天", "amount", 5.0),
        ("12月底前", "amount", 0.0),
        ("≥5公里", "dimension", "length"),
        ("28.40/株", "on_base", ("28.40/株",)),
        ("28.40/株", "bare_numbers", ("28.40/株",)),
        ("≥10", "bare_numbers", ("10",)),
        ("10次", "bare_numbers", ()),
        ("符合标准（GB 18918—2002）", "only_codes", True),
    ],
)
def test_what_was_read(value: str, fact: str, found: object) -> None:
    assert VALUE.facts[f"value.{fact}"].derive(row_of("检查", value)) == found


def test_notes_are_those_of_the_value_command() -> None:
    assert "truncated" in as_read.notes(row_of("检验费", "5万", level2="成本指标"))
    assert as_read.notes(row_of("检验费", "5万元", level2="成本指标")) == ()


@pytest.mark.parametrize(
    ("value", "count"),
    [
        ("3次", 0),
        ("≥3次", 1),
        ("≥3次以上", 2),
        ("控制在3次以内", 1),
        ("5个以上10个以下", 0),
        ("为3次以上", 1),
        ("为≥3次", 2),
    ],
)
def test_comparators_of_one_number(value: str, count: int) -> None:
    assert comparators(row_of("检查", value)) == count


@pytest.mark.parametrize(
    ("value", "unread"), [("800批次 120批次", False), ("3米×4米", True), ("80%，90%", True), ("3米", False)]
)
def test_figures_in_a_row_are_another_fault_than_a_value_that_cannot_be_read(value: str, *, unread: bool) -> None:
    assert violates("VAL001", row_of("规格", value)) is unread
