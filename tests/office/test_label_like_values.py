"""Values, names of indicators and orders that look like something else stay what they are."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perflint.office.recognition import Leaf
from tests.office.labelled import fields_of
from tests.office.papers import drafts, one, paper, rows
from tests.thorough import tries

_ROWS = ("一级指标|二级指标|三级指标|指标值", "产出指标|数量指标|覆盖户数|≥33户", "效益指标|社会效益指标|覆盖率|≥88%")
_VALUES = {
    ("主管部门", "supervisor"): ("市财政局", "某县财政局", "预算单位服务中心", "项目建设中心"),
    ("项目名称", "project.name"): (
        "财政信息化建设", "政府采购", "预算绩效管理经费", "项目支出", "其他资金", "上年结转", "基本支出", "绩效目标管理", "购买服务",
        "一般公共预算拨款", "人员经费",
    ),
    ("项目类别", "project.category"): ("其他运转类", "特定目标类", "项目支出", "经常性项目", "政府性基金"),
    ("实施单位", "implementer"): ("财政所", "预算科", "采购中心", "项目办"),
    ("资金用途", "project.purpose"): ("项目经费", "保障项目实施", "设备采购", "财政补助"),
    ("项目属性", "project.attribute"): ("延续", "新增", "新增项目"),
    ("项目期限", "project.term"): ("经常性", "一次性", "长期"),
}  # fmt: skip
_NAMES = (
    "预算执行率", "政府采购执行率", "结转结余率", "项目立项规范性", "资金到位率", "三公经费变动率",
    "年度目标完成率", "财政供养人员控制率", "项目质量", "项目完成时间", "绩效目标合理性", "资金使用合规性",
    "主管部门满意度", "补助标准", "资金总额", "其他资金", "项目成本", "采购金额", "完成日期",
    "项目起止时间",
)  # fmt: skip


@pytest.mark.parametrize(("label", "field", "text"), [(*key, text) for key, texts in _VALUES.items() for text in texts])
@pytest.mark.parametrize("row", ["{}|{}|联系电话|0319-8160000", "联系电话|0319-8160000|{}|{}", "{}|{}|<|<"])
def test_a_value_that_reads_like_a_label_is_the_value(label: str, field: str, text: str, row: str) -> None:
    first = "项目编码|13053424P000099|<|<" if field == "project.name" else "项目名称|某某事|<|<"
    assert field in fields_of(paper([first, row.format(label, text), *_ROWS]), text)


@pytest.mark.parametrize("name", _NAMES)
def test_an_indicator_that_is_called_like_a_label_does_not_end_the_list(name: str) -> None:
    levels = one(
        [
            "项目名称|甲|<|<",
            _ROWS[0],
            "产出指标|数量指标|面积|≥3亩",
            f"^|^|{name}|≥95%",
            "效益指标|社会效益指标|覆盖率|≥88%",
        ]
    )
    assert rows(levels, "name", "value") == [("面积", "≥3亩"), (name, "≥95%"), ("覆盖率", "≥88%")]
    bare = one(["项目名称|甲|<|<", "指标名称|计量单位|指标值|分值", "面积|亩|≥3|30", f"{name}|%|95|70"])
    assert rows(bare, "name", "value") == [("面积", "≥3"), (name, "95")]


_COLUMNS = {
    "level1": ("一级指标", "产出指标", "效益指标"), "level2": ("二级指标", "数量指标", "社会效益指标"), "name": ("三级指标", "检查家次", "整改率"),
    "op": ("指标性质", "≥", "="), "value": ("年度目标值", "412", "96"), "unit": ("计量单位", "家次", "%"), "weight": ("分值", "40", "60"),
    "basis": ("设定依据", "工作计划", "历史数据"), "history.last_year": ("上年实际值", "398", "94"),
}  # fmt: skip
_PAIRS = (
    "主管部门|某局",
    "实施单位|某站",
    "年度资金总额|30",
    "其中：财政拨款|20",
    "年度目标|检查四百家次。",
    "负责人|某某",
)


@given(st.permutations(sorted(_COLUMNS)), st.permutations(_PAIRS))
@settings(max_examples=tries(60), deadline=None)
def test_the_order_of_columns_and_of_labels_changes_nothing(columns: list[str], pairs: list[str]) -> None:
    width = "|<" * (len(columns) - 2)
    grid = [f"项目名称|某项目{width}", *(pair + width for pair in pairs)]
    grid += ["|".join(_COLUMNS[column][row] for column in columns) for row in range(3)]
    (draft,) = drafts(grid)
    for place, row in enumerate(draft.rows, start=1):
        flat = {key: leaf for key, leaf in row.items() if isinstance(leaf, Leaf)}
        assert {key: leaf.text for key, leaf in flat.items()} == {
            key: texts[place] for key, texts in _COLUMNS.items() if "." not in key
        }
    table = one(grid)
    names = ("supervisor", "implementer", "budget.total", "budget.fiscal", "goals.annual", "responsible")
    assert [table.text(name) for name in names] == ["某局", "某站", "30", "20", "检查四百家次。", "某某"]


@pytest.mark.parametrize(("heading", "texts", "field"), [
    ("甲乙丙", ("≥", "≤", "="), "op"), ("甲乙丙", ("定量", "定性", "定量"), "value_type"), ("甲乙丙", ("正向", "反向", "正向"), "direction"),
    ("甲乙丙", ("40", "30", "30"), "weight"), ("指标属性", ("≥", "≤", "="), "op"), ("指标属性", ("定量", "定性", "定量"), "value_type"),
    ("甲乙丙", ("甲", "乙", "丙"), "x-甲乙丙"), ("甲乙丙", ("41", "30", "30"), "x-甲乙丙"),
])  # fmt: skip
def test_a_column_is_what_it_holds(heading: str, texts: tuple[str, ...], field: str) -> None:
    body = [f"产出指标|数量指标|指标{place}|{place}5家|{text}" for place, text in enumerate(texts)]
    (draft,) = drafts(["项目名称|甲|<|<|<", f"一级指标|二级指标|三级指标|指标值|{heading}", *body])
    assert [leaf.text for row in draft.rows if isinstance(leaf := row[field], Leaf)] == list(texts)


def test_the_one_unknown_column_of_targets_is_the_target_and_says_so() -> None:
    (draft,) = drafts(
        [
            "项目名称|甲|<|<",
            "一级指标|二级指标|三级指标|甲乙丙",
            "产出指标|数量指标|面积|≥3亩",
            "效益指标|社会效益指标|覆盖率|≥88%",
        ]
    )
    assert [leaf.text for row in draft.rows if isinstance(leaf := row["value"], Leaf)] == ["≥3亩", "≥88%"]
    guessed = draft.tree["x-guessed"]
    assert isinstance(guessed, list)
    assert guessed[0] == {"field": Leaf("indicators.value"), "label": Leaf("甲乙丙"), "confidence": Leaf("60%")}


@pytest.mark.parametrize(("first", "second", "year"), [
    ("2021年实际值", "2022年目标值", ""), ("2022年目标值", "2021年完成值", ""), ("上年实际", "本年目标值", ""), ("2021年", "2022年", "（2022年度）"),
    ("上年", "当年", ""), ("2021年指标值", "2022年指标值", "（2022年度）"), ("2021年指标值", "2022年指标值", ""),
])  # fmt: skip
def test_last_years_figure_is_never_the_target(first: str, second: str, year: str) -> None:
    grid = [
        "项目名称|甲|<|<|<",
        "一级指标|二级指标|三级指标|指标值|<",
        f"^|^|^|{first}|{second}",
        "产出指标|数量指标|面积|251亩|280亩",
    ]
    table = one(*([year] if year else []), grid)
    wanted = ("251亩", "280亩") if "2022年目标值" in first else ("280亩", "251亩")
    assert rows(table, "value", "history.last_year") == [wanted]
