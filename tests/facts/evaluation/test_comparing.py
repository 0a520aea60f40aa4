"""A result beside its target: met, missed by how much, far above, or not to be compared."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perflint.facts.evaluation.comparing import compare, is_copy
from tests.facts.rows import row_of

MISSED = [
    ("抽检批次数", "≥980批次", "900批次", 8.16),
    ("抽检批次数", "980批次", "900", 8.16),
    ("抽检批次数", "约980批次", "800批次", 9.30),
    ("合格率", "100%", "97.30%", 2.70),
    ("知晓率", "≥95%", "0.9", 5.26),
    ("投诉率", "≤1%", "3%", 200.0),
    ("安全事故数", "0起", "1起", 100.0),
    ("增收", "≥2万元", "15000元", 25.0),
    ("完成时间", "10月底前", "12月15日", 100.0),
    ("完成时间", "2023年6月30日前", "2023年7月", 100.0),
    ("参训率", "90%-95%", "88%", 2.22),
]
MET = [
    ("抽检批次数", "≥980批次", "1200"),
    ("抽检批次数", "≥９８０", "９９０"),
    ("合格率", "≥９５％", "９６"),
    ("种植面积", "1.2万亩", "12000亩"),
    ("种植面积", "1.2万亩", "800公顷"),
    ("种植面积", "1.2万亩", "1.2"),
    ("种植面积", "1.2万亩", "12000"),
    ("培训人数", "200人", "200余人"),
    ("培训人数", "约200人", "190人"),
    ("投诉率", "≤3%", "1%"),
    ("受害率", "≤0.9‰", "0"),
    ("覆盖率", "=100%", "1"),
    ("验收时间", "11月底前", "10月"),
    ("验收时间", "9月前", "9月"),
    ("验收时间", "2023年6月", "2023年"),
    ("完成时间", "12月底前", "已完成"),
    ("抽检批次数", "≥980批次", "达成预期指标"),
]
UNCOMPARED = [
    ("人员经费占比", "35%", "30%"),  # neither more nor less is better by itself
    ("预算执行率", "100%", "96%"),
    ("群众满意度", "≤95%", "98%"),  # the bound is on the wrong side: the target is at fault
    ("补助人数", "28", "100%"),
    ("设备配备率", "≥95%", "1000件"),
    ("培训费", "20万元", "21万元"),
    ("增长幅度", "5%", "比上年增长6%"),
    ("培训人数", "200人", "近200人"),
    ("培训人数", "200人", "三批共200人，其中党员80人"),
    ("群众获得感", "提升", "提升"),
    ("合格率", "≥95%", "≥95%"),
    ("培训次数", "1次/月", "12次"),
]


@pytest.mark.parametrize(("name", "value", "result", "percent"), MISSED)
def test_missed_by_percent(name: str, value: str, result: str, percent: float) -> None:
    outcome = compare(row_of(name, value, actual=result))
    assert outcome is not None
    assert float(outcome.shortfall) == pytest.approx(percent, abs=0.01)


@pytest.mark.parametrize(("name", "value", "result"), MET)
def test_met(name: str, value: str, result: str) -> None:
    outcome = compare(row_of(name, value, actual=result))
    assert outcome is not None
    assert outcome.shortfall == 0


@pytest.mark.parametrize(("name", "value", "result"), UNCOMPARED)
def test_not_compared(name: str, value: str, result: str) -> None:
    assert compare(row_of(name, value, actual=result)) is None


def test_a_cost_typed_with_fewer_decimals_is_rounded_and_not_above() -> None:
    outcome = compare(row_of("项目总成本", "≤89.974万元", level2="成本指标", actual="90"))
    assert outcome is not None
    assert outcome.shortfall == 0
    above = compare(row_of("项目总成本", "≤89.974万元", level2="成本指标", actual="90.1"))
    assert above is not None
    assert above.shortfall > 0


@settings(deadline=None)
@given(st.integers(1, 10**6), st.integers(0, 10**6))
def test_a_lower_bound_is_met_from_its_number_on(bound: int, result: int) -> None:
    one_cell = compare(row_of("培训人次", f"≥{bound}人次", actual=f"{result}人次"))
    columns = compare(row_of("培训人次", str(bound), op="≥", unit="人次", actual=str(result)))
    assert one_cell is not None
    assert (one_cell.shortfall == 0) == (result >= bound)
    assert columns == one_cell


@settings(deadline=None)
@given(st.integers(1, 10**4), st.integers(0, 10**4))
def test_an_upper_bound_is_met_up_to_its_number(bound: int, result: int) -> None:
    outcome = compare(row_of("安全事故数", f"≤{bound}起", actual=f"{result}起"))
    assert outcome is not None
    assert (outcome.shortfall == 0) == (result <= bound)
    assert outcome.reached == 0


@pytest.mark.parametrize(
    ("value", "result", "copied"),
    [("≥95%", "≥95%", True), ("不低于95%", "≥95%", True), ("≥95%", "≥98%", False), ("≥95%", "95%", False), ("95%", "≥95%", False)],
)  # fmt: skip
def test_a_copied_bound(value: str, result: str, copied: bool) -> None:  # noqa: FBT001  # a table of cases
    assert is_copy(row_of("合格率", value, actual=result)) is copied
