"""Names that say nothing of the object: alone they do, with a description or a telling value they do not."""

import pytest

from perflint.facts.indicators.generic import described_otherwise, generic, generic_usual
from tests.facts.rows import row_of


@pytest.mark.parametrize(
    ("name", "value", "description", "found"),
    [
        ("及时性", "100%", "", True),
        ("覆盖率", "≥95%", "", True),
        ("覆盖率（%）", "95", "", True),
        ("社会效益指标", "良好", "", True),
        ("覆盖率", "≥95%", "食品抽检覆盖率", False),
        ("覆盖率", "全县食品生产企业检查全覆盖", "", False),
        ("食品抽检覆盖率", "≥95%", "", False),
        ("任务完成率", "100%", "", True),
        ("工作完成数量", "12项", "", True),
        ("年度重点工作完成时间", "2025年12月底前", "", True),
        ("目标质量", "达标", "", True),
        ("各项任务完成质量", "优", "", True),
        ("业务工作开展情况", "良好", "", True),
        ("造林任务完成率", "100%", "", False),
        ("征兵任务完成率", "100%", "", False),
        ("业务系统正常运行率", "≥99%", "", False),
        ("工作人员出勤率", "≥98%", "", False),
        ("目标人群检查覆盖率", "≥80%", "", False),
        ("计划生育奖励扶助人数", "320人", "", False),
        ("工作服采购数量", "120套", "", False),
        ("指标体系验收通过率", "100%", "", False),
        ("任务完成率", "100%", "完成征兵任务的比例，征兵任务完成率", False),
        ("", "≥95%", "", False),
    ],
)
def test_generic(name: str, value: str, description: str, found: bool) -> None:  # noqa: FBT001  # a table of values
    assert generic(row_of(name, value, description=description)) is found


def test_usual_names_and_descriptions() -> None:
    assert generic_usual(row_of("服务对象满意度", "≥90%"))
    assert generic_usual(row_of("任务完成率", "100%"))
    assert not generic_usual(row_of("工作完成质量", "100%"))
    assert not generic_usual(row_of("及时性", "100%"))
    assert described_otherwise(row_of("及时性", "100%", description="按月拨付"))
    assert not described_otherwise(row_of("及时性", "100%", description="及时 性"))
