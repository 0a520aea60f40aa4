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
        ("受益范围", "12个乡镇、86个村"),
        ("帮扶对象", "2.3万户6.8万人"),
        ("因公临时出国", "12批48人次以内"),
        ("防空警报试鸣", "1次（9月18日）"),
        ("免费乘车人次", "620万人次（65岁以上老人、残疾人）"),
        ("空气监测站", "国控4个、省控6个"),
        ("公厕管养", "一类18座、二类46座"),
        ("苗木规格", "胸径≥4cm，二年生以上良种壮苗"),
        ("集中放流时间", "6月6日“放鱼日”前后15日内"),
        ("债券资金支出进度", "发行后12个月内支出80%以上"),
        ("数字化率", "五年内达到60%，本年累计达到20%"),
        ("竣工时间", "10月底前竣工80%，12月20日前全部竣工"),
        ("氨氮浓度", "≤5（8）mg/L"),
        ("技能培训", "每年2期，每期不少于150人"),
        ("单场活动成本", "大型≤2万元，小型≤3000元"),
    ],
)
def test_one_target(name: str, value: str) -> None:
    assert not several(row_of(name, value))


@pytest.mark.parametrize(
    "value",
    ["1台，15.0万元", "300户、200项", "300张，占新增床位60%以上",
     "高速汽车衡:140台次;路政汽车衡:28台次", "培训3期；编印手册500册",
     "6月份完成宣传片制作;9月份完成实施方案;11月完成专家评审"],
)  # fmt: skip
def test_several_targets(value: str) -> None:
    assert several(row_of("年度任务", value))
