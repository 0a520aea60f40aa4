"""Several figures of one cell: one target in tiers or by a day, or several targets."""

import pytest

from perflint.facts.values.several import several
from tests.facts.rows import row_of


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("资金支付", "11月底完成100%"),
        ("支出进度", "6月底完成50%，12月底完成100%"),
        ("服务评价", "≥90分为优，80-89分为良，60-79分为中"),
        ("奖补档次", "一档3000元，二档2000元，三档1000元"),
        ("生均公用经费标准", "小学650元/生，初中850元/生"),
        ("农村自来水普及率", "由88%提高到92%"),
    ],
)
def test_one_target(name: str, value: str) -> None:
    assert not several(row_of(name, value))


@pytest.mark.parametrize(
    "value",
    ["1台，15.0万元", "高速汽车衡:140台次;路政汽车衡:28台次", "培训3期；编印手册500册",
     "6月份完成宣传片制作;9月份完成实施方案;11月完成专家评审"],
)  # fmt: skip
def test_several_targets(value: str) -> None:
    assert several(row_of("年度任务", value))
