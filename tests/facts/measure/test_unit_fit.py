"""Units against the heads of names."""

import pytest

from perflint.facts.measure import unit_fit
from tests.facts.rows import row_of


@pytest.mark.parametrize(
    ("name", "value", "head"),
    [
        ("培训次数", "200人", "次数"),
        ("培训人数", "≥5万元", "人数"),
        ("验收合格率", "5个", "率"),
        ("完成及时率", "12月底前", "率"),
        ("完成时间", "100%", "时间"),
        ("绿化面积", "12公里", "面积"),
        ("培训人次", "300人", "人次"),
        ("培训次数", "3期", ""),
        ("巡查次数", "2次/月", ""),
        ("死亡率", "18人/10万人", ""),
        ("万台设备死亡率", "0.36人", ""),
        ("更新频率", "12次", ""),
        ("完成时间", "12月底前", ""),
        ("培训数量", "200人", ""),
        ("聘请专家数", "20人", ""),
        ("注册用户数", "5000人", ""),
        ("服务企业法人数", "20家", ""),
        ("建设平台数", "3个", ""),
        ("演出场次", "20天", "场次"),
        ("扶持企业数", "20个", ""),
        ("检查次数", "及时检查", ""),
        ("检查次数", "3次，覆盖20家", ""),
    ],
)
def test_the_head_that_a_unit_does_not_fit(name: str, value: str, head: str) -> None:
    assert unit_fit.demanding_head(row_of(name, value)) == head


def test_a_description_may_demand_another_unit() -> None:
    row = row_of("任务台件数", "26000台件", description="完成委托开展的任务批次数")
    assert unit_fit.demanding_head(row) == "批次数"
    assert unit_fit.misfit_in_description(row)


@pytest.mark.parametrize(
    ("name", "value", "near"),
    [
        ("免费开放接待观众人数", "30000人次", True),
        ("新媒体平台关注人数", "12万人次", True),
        ("集体上访批次", "5起", True),
        ("培训人数", "300人次", False),
    ],
)
def test_whoever_comes_twice_is_counted_twice(name: str, value: str, *, near: bool) -> None:
    assert unit_fit.near_misfit(row_of(name, value)) is near
