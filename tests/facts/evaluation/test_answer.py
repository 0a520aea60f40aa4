"""What a target asks for, and what the result beside it holds."""

import pytest

from perflint.facts.evaluation.answer import answered, asked
from tests.facts.rows import row_of


@pytest.mark.parametrize(
    ("name", "value", "wanted"),
    [
        ("培训人次", "≥300人次", "number"),
        ("培训人次", "３００", "number"),
        ("宣传次数", "至少全年完成2次宣传", "number"),
        ("发放率", "100", "percent"),
        ("受害率", "≤0.9‰", "percent"),
        ("资金支付进度", "11月底完成100%", "percent"),
        ("安全事故数", "0起", "none"),
        ("安全事故数", "不发生安全事故", "none"),
        ("完成时间", "12月底前", "date"),
        ("春节前完成走访慰问", "按时限完成", "date"),
        ("提交报告及时性", "及时", "words"),
        ("群众获得感", "明显提升", "words"),
        ("培训人次", "", ""),
    ],
)
def test_what_a_target_asks_for(name: str, value: str, wanted: str) -> None:
    assert asked(row_of(name, value)) == wanted


@pytest.mark.parametrize(
    ("result", "holds"),
    [
        ("", "blank"),
        ("——", "blank"),
        ("无", "none"),
        ("未发生", "none"),
        ("无上访", "words"),
        ("320", "number"),
        ("３２０人次", "number"),
        ("完成了30场培训", "number"),
        ("200余人", "number"),
        ("=100%", "percent"),
        ("已完成100%", "percent"),
        ("≥95%", "bound"),
        ("95%以上", "bound"),
        ("不低于95%", "bound"),
        ("10月", "date"),
        ("2022年12月30日", "date"),
        ("已完成", "done"),
        ("达成预期指标", "done"),
        ("全部按期完成任务", "done"),
        ("稳步提升", "words"),
        ("基本达到", "done"),
    ],
)
def test_what_a_result_holds(result: str, holds: str) -> None:
    assert answered(row_of("培训人次", "≥300人次", actual=result)) == holds
