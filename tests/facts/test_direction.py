"""The direction that a name implies: the head decides, and its traps."""

import pytest

from perflint.data import load_lexicon
from perflint.facts.direction import Directions

DIRECTIONS = Directions(load_lexicon())

NAMES = """
运转保障率 positive
档案存储设施稳定运行率 positive
群众满意度 positive
服务对象满意度指标 positive
投诉处理率 positive
事故下降率 positive
投诉下降率 positive
故障修复率 positive
差错整改率 positive
不合格产品处置率 positive
不动产登记及时率 positive
无差错率 positive
零投诉率 positive
血压控制率 positive
疫情控制率 positive
设备完好率（完好台数/总台数） positive
投诉率 negative
不合格率 negative
未达标率 negative
群众不满意率 negative
万台特种设备死亡率 negative
证书报告错误率 negative
结余率 negative
安全事故起数 negative
重大案件发生次数 negative
投诉量 negative
成本控制率 upper-bound
三公经费控制率 upper-bound
在职人员控制率 upper-bound
预算执行率 upper-bound
预算资金完成率 upper-bound
资金结转率 upper-bound
项目规模控制率 upper-bound
结转结余率 ambiguous
问题检出率 ambiguous
不合格产品问题发现率 ambiguous
专利申请中发明专利占比 ambiguous
产值增长率 ambiguous
风险控制率 ambiguous
降低投诉率 ambiguous
减少事故发生率 ambiguous
查办案件数 ambiguous
处理投诉次数 ambiguous
检查户数 ambiguous
行政复议率 ambiguous
行政复议撤销率 negative
不发生安全责任事故率 ambiguous
处理投诉率 ambiguous
检测差错率 negative
业务投诉率 negative
发现违规次数 ambiguous
减少交通事故死亡人数 ambiguous
交通事故死亡人数 negative
床位使用率 ambiguous
设备使用率 positive
编制使用率 upper-bound
公用经费使用率 upper-bound
超时办结率 ambiguous
逾期整改率 ambiguous
不予受理率 ambiguous
逾期贷款回收率 positive
无重大事故发生率 ambiguous
无锡市安全事故发生率 negative
"""


@pytest.mark.parametrize(("name", "direction"), [line.split() for line in NAMES.strip().splitlines()])
def test_head_of_name_decides_direction(name: str, direction: str) -> None:
    assert DIRECTIONS.of_name(name) == direction


def test_complaints_under_quantity_are_a_forecast_of_work() -> None:
    assert DIRECTIONS.of_name("投诉量", workload=True) == "ambiguous"


@pytest.mark.parametrize("name", ["", "率", "（）", "😀率", "ｐＨ", "控制率" * 1000])
def test_any_name_has_a_direction(name: str) -> None:
    assert DIRECTIONS.of_name(name) in {"positive", "negative", "upper-bound", "ambiguous"}
