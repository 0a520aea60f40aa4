"""Parts beneath their whole, regions and their total, the year and the mid-term: which are compared, and with what result."""

import pytest

from perflint.facts.indicators.portion import portion_views, sum_text
from tests.facts.tables import view_of

Row = tuple[str, str]


def _rows(key: str, rows: tuple[Row, ...], names: str = "", class_: str = "数量指标") -> str:
    lines = [
        f"{{{key}: '{first}', {names}level1: 产出指标, level2: {class_}, value: '{value}'}}" for first, value in rows
    ]
    return "indicators:\n" + "".join(f"  - {line}\n" for line in lines)


@pytest.mark.parametrize(
    ("whole", "part", "wrong"),
    [
        (("技能培训人数", "≥3000人"), ("其中：农村转移劳动力", "≥3200人"), True),
        (("检查企业户数", "500户"), ("其中:危化企业户数", "520户"), True),
        (("造林面积", "1.2万亩"), ("其中：封山育林面积", "15000亩"), True),
        (("新建管网长度", "≥12公里"), ("其中：污水管网长度", "≥13公里"), True),
        (("救助人次", "800人次"), ("其中：临时救助", "900人次"), True),
        (("抽检批次", "＝300批次"), ("其中，食用农产品", "310批次"), True),
        (("采购图书册数", "2万册"), ("其中：少儿图书", "2.5万册"), True),
        (("发放补贴金额", "120万元"), ("其中：低保户", "150万元"), True),
        (("技能培训人数", "≥3000人"), ("其中：农村转移劳动力", "≥1200人"), False),
        (("技能培训人数", "3000人"), ("其中：农村转移劳动力", "3000人"), False),
        (("技能培训人数", "3000人"), ("其中：培训人次", "3200人次"), False),
        (("技能培训人数", "约3000人"), ("其中：农村转移劳动力", "3200人"), False),
        (("培训合格率", "≥90%"), ("其中：党员培训合格率", "≥95%"), False),
        (("整改隐患数", "≤20处"), ("其中：一般隐患", "≥30处"), False),
        (("培训期数", "20期"), ("其中：培训人数", "600人"), False),
        (("人均补助标准", "500元"), ("其中：特困人员补助标准", "800元"), False),
        (("技能培训人数", "3000人"), ("农村转移劳动力培训人数", "3200人"), False),
    ],
)
def test_a_part_beneath_its_whole(whole: Row, part: Row, wrong: bool) -> None:  # noqa: FBT001  # a table of cases
    found = list(portion_views(view_of(_rows("name", (whole, part)))))
    assert [view.numbers[0] > view.numbers[1] for view in found if view.numbers[0] > view.numbers[1]] == [True] * wrong


def test_a_second_part_is_one_of_the_same_whole() -> None:
    rows = (("培训人数", "3000人"), ("其中：妇女", "800人"), ("其中：青年", "900人"))
    assert [view.whole_index for view in portion_views(view_of(_rows("name", rows)))] == [0, 0]


@pytest.mark.parametrize(
    ("rows", "shown"),
    [
        ((("全省", "3600人"), ("甲市", "1500人"), ("乙市", "1200人"), ("丙市", "1000人")), "3700人"),
        ((("", "≥50座"), ("甲县", "≥20座"), ("乙县", "≥25座")), "45座"),
        ((("甲县", "2万亩"), ("乙县", "1.5万亩"), ("合计", "3万亩")), "3.5万亩"),
        ((("全市", "120万元"), ("东区", "60万元"), ("西区", "70万元")), "130万元"),
        ((("全省", "3700人"), ("甲市", "1500人"), ("乙市", "1200人"), ("丙市", "1000人")), ""),
        ((("甲市", "1500人"), ("乙市", "1200人")), ""),
        ((("全省", "3600人"), ("甲市", "1500人")), ""),
        ((("全省", "≥95%"), ("甲市", "≥95%"), ("乙市", "≥96%")), ""),
        ((("全省", "3600人"), ("甲市", "约1500人"), ("乙市", "1200人")), ""),
        ((("全省", "3600人"), ("甲市", "1500人"), ("乙市", "12场")), ""),
        ((("全省", "≥500元/人"), ("甲市", "≥500元/人"), ("乙市", "≥600元/人")), ""),
        ((("全省", "3600人"), ("", "100人"), ("甲市", "1500人"), ("乙市", "1200人")), ""),
    ],
)
def test_regions_and_their_total(rows: tuple[Row, ...], shown: str) -> None:
    found = list(portion_views(view_of(_rows("region", rows, "name: 培训规模, "))))
    assert [sum_text(view) for view in found if view.numbers[0] != view.numbers[1]] == [shown] * bool(shown)


@pytest.mark.parametrize(
    ("name", "midterm", "annual", "wrong"),
    [
        ("改造老旧小区个数", "≥20个", "≥35个", True),
        ("培训教师人次", "500人次", "800人次", True),
        ("新建公路里程", "12公里", "30公里", True),
        ("改造老旧小区个数", "≥100个", "≥35个", False),
        ("改造老旧小区个数", "≥35个", "≥35个", False),
        ("培训教师人次", "每年500人次", "800人次", False),
        ("年均培训人次", "500人次", "800人次", False),
        ("在校学生人数", "500人", "600人", False),
        ("安全事故数", "1起", "3起", False),
        ("森林覆盖率", "40%", "45%", False),
        ("服务期限", "6个月", "12个月", False),
    ],
)
def test_the_mid_term_contains_the_year(name: str, midterm: str, annual: str, wrong: bool) -> None:  # noqa: FBT001  # a table of cases
    found = list(portion_views(view_of(_rows("horizon", (("中长期", midterm), ("年度", annual)), f"name: {name}, "))))
    assert [view.numbers[0] > view.numbers[1] for view in found if view.numbers[0] > view.numbers[1]] == [True] * wrong
