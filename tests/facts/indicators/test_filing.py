"""What a value is, what a name is about, and which class it is filed under."""

import pytest

from perflint.facts.indicators.indicator import INDICATOR
from perflint.facts.row import RowView
from perflint.facts.values.value import VALUE
from tests.facts.tables import view_of

LEVELS = {
    "数量": "产出指标", "质量": "产出指标", "时效": "产出指标", "成本": "产出指标", "经济效益": "效益指标",
    "社会效益": "效益指标", "生态效益": "效益指标", "服务对象满意度": "满意度指标",
}  # fmt: skip


def row_of(level2: str, name: str, value: str, description: str = "") -> RowView:
    """Return a row of a project table of the general profile."""
    texts = {
        "level1": LEVELS[level2], "level2": f"{level2}指标", "name": name, "value": value, "description": description,
    }  # fmt: skip
    return RowView(view_of("kind: project\n").scope, texts)


def fact(row: RowView, name: str) -> object:
    """Return a fact of a row by its full name."""
    known = INDICATOR.facts if name.startswith("indicator.") else VALUE.facts
    return known[name].derive(row)


@pytest.mark.parametrize(
    ("level2", "value", "nature"),
    [
        ("数量", "≥4次", "count"), ("数量", "41万台件", "count"), ("数量", "3000平方米", "measure"), ("质量", "≥95%", "rate"),
        ("质量", "90分", "measure"), ("质量", "≥95", "bare"), ("成本", "≤5万元", "money"), ("成本", "300元/天", "money"),
        ("成本", "1台，15.0万元", "money"), ("时效", "1次/年", "frequency"), ("时效", "按季度", "time"),
        ("时效", "每天8小时", "time"), ("时效", "12月底前", "date"), ("时效", "全年", "date"), ("时效", "≤1年", "time"),
        ("质量", "不发生安全事故", "event"), ("质量", "良好", "text"), ("社会效益", "下降5%", "change"), ("数量", "", ""),
    ],
)  # fmt: skip
def test_nature_of_a_value(level2: str, value: str, nature: str) -> None:
    assert fact(row_of(level2, "指标", value), "value.nature") == nature


@pytest.mark.parametrize(
    ("name", "rate"),
    [
        ("资金支付率", True), ("预算执行率", True), ("支出进度", True), ("资金到位率", True), ("资金使用率", True),
        ("补贴资金发放率", False), ("奖补资金兑付率", False), ("资金使用合规率", False), ("预算执行审计覆盖率", False),
        ("资金拨付及时率", False), ("项目完成率", False),
    ],
)  # fmt: skip
def test_rates_of_spending_are_told_from_compliance_and_grants(name: str, *, rate: bool) -> None:
    assert fact(row_of("数量", name, "100%"), "indicator.funds_rate") is rate


@pytest.mark.parametrize(
    ("level2", "name", "value", "word"),
    [
        ("经济效益", "万台特种设备死亡率", "<0.36%", "死亡"), ("生态效益", "社会公平", "维护社会公平", "社会公平"),
        ("经济效益", "带动就业人数", "≥100人", "就业"), ("生态效益", "环境信访", "≤5件", ""),
        ("生态效益", "节水宣传次数", "4次", ""), ("经济效益", "减少事故损失", "≥10%", ""),
        ("经济效益", "促进就业增收", "有效", ""), ("经济效益", "生猪死亡率", "≤5%", ""), ("经济效益", "旅游收入", "≥8%", ""),
    ],
)  # fmt: skip
def test_social_words_under_economic_and_ecological_effects(level2: str, name: str, value: str, word: str) -> None:
    assert fact(row_of(level2, name, value), "indicator.safety_word") == word


@pytest.mark.parametrize(
    ("name", "income"),
    [
        ("旅游收入", True), ("新增税收", True), ("工业增加值增速", True), ("企业产值增长率", True),
        ("居民人均可支配收入", False), ("低收入人口帮扶", False), ("税收政策知晓率", False), ("村集体收入", False),
    ],
)  # fmt: skip
def test_income_is_that_of_firms_and_the_treasury(name: str, *, income: bool) -> None:
    assert fact(row_of("社会效益", name, "≥8%"), "indicator.income") is income


@pytest.mark.parametrize(
    ("name", "opener"),
    [
        ("开展各类监管", "开展"), ("依法实施产品质量监督", "依法实施"), ("持续开展监管", "持续开展"), ("推进城市现代化建设", "推进"),
        ("通过率", ""), ("组织能力", ""), ("实施效果", ""), ("加强学生安全意识", ""), ("公众安全意识", ""),
    ],
)  # fmt: skip
def test_openers_of_actions(name: str, opener: str) -> None:
    assert fact(row_of("社会效益", name, "明显改善"), "indicator.action") == opener


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("群众满意度", True), ("满意率", True), ("服务对象满意度提升", True), ("满意度调查次数", False), ("满意度测评报告", False),
        ("群众认可度", False),
    ],
)  # fmt: skip
def test_satisfaction_is_told_from_surveys(name: str, *, level: bool) -> None:
    assert fact(row_of("质量", name, "≥90%"), "indicator.satisfaction_level") is level


@pytest.mark.parametrize(
    ("name", "description", "value", "generic"),
    [
        ("及时性", "及时保障各项办公需要", "及时保障", True), ("覆盖率", "“肉菜”覆盖率", "100%", False),
        ("覆盖率", "覆盖率", "100%", True), ("社会效益指标", "", "较好", True), ("培训（次）", "", "3次", True),
        ("补贴覆盖率", "", "100%", False), ("完成时限", "", "11月底前完成全部道路硬化工程", False), ("", "", "1次", False),
    ],
)  # fmt: skip
def test_generic_names(name: str, description: str, value: str, *, generic: bool) -> None:
    assert fact(row_of("质量", name, value, description), "indicator.generic") is generic


@pytest.mark.parametrize(
    ("value", "only"),
    [
        ("根据相关文件精神, 自2017年4月1日起, 停止征收计量强制检定收费", True), ("不再收取工本费", True),
        ("停止征收检定费，减轻企业负担20万元", False), ("按文件执行", False), ("根据" + "很" * 50_000 + "文件", False),
    ],
)  # fmt: skip
def test_values_that_only_cite_a_policy(value: str, *, only: bool) -> None:
    assert fact(row_of("经济效益", "检定费", value), "value.policy_only") is only
