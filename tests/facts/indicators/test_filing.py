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
        ("经济效益", "带动就业人数", "≥100人", "就业"), ("生态效益", "工作成效", "减少事故", "事故"),
        ("生态效益", "工作成效", "减少事故" + "，" * 40, ""), ("经济效益", "旅游收入", "≥8%", ""),
    ],
)  # fmt: skip
def test_social_words_under_economic_and_ecological_effects(level2: str, name: str, value: str, word: str) -> None:
    assert fact(row_of(level2, name, value), "indicator.social_word") == word


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
    ("level2", "label", "class_id"),
    [("数量", "数量指标", "output.quantity"), ("数量", "数量指标等", "output.quantity"), ("数量", "抽检批次", ""), ("数量", "", "")],
)  # fmt: skip
def test_labels_are_read_as_classes(level2: str, label: str, class_id: str) -> None:
    row = row_of(level2, "抽检批次", "3批次")
    told = RowView(row.scope, {**row.texts, "level2": label})
    names = ("indicator.level1_class", "indicator.level2_class", "indicator.level1_printed", "indicator.level2_printed")
    assert [fact(told, name) for name in names] == ["output", class_id, False, False]


@pytest.mark.parametrize(
    ("name", "description", "value", "seen"),
    [
        ("及时性", "及时保障各项办公需要", "及时保障", (True, -1, 4)), ("覆盖率", "“肉菜”覆盖率", "100%", (True, 4, 0)),
        ("覆盖率", "覆盖率", "100%", (True, 0, 0)), ("社会效益指标", "", "较好", (True, -1, 2)),
        ("培训（次）", "", "3次", (True, -1, 1)), ("补贴覆盖率", "", "100%", (False, -1, 0)),
        ("完成时限", "", "11月底前完成全部道路硬化工程", (True, -1, 13)), ("", "", "1次", (False, 0, 1)),
    ],
)  # fmt: skip
def test_stock_names(name: str, description: str, value: str, seen: tuple[bool, int, int]) -> None:
    row = row_of("质量", name, value, description)
    assert (fact(row, "indicator.stock_name"), fact(row, "indicator.told_before_name"), fact(row, "value.han")) == seen
