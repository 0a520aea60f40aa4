"""Sums and products that texts state: which are wrong, and which must stay silent (domain: BUD009)."""

import pytest

from perflint.facts import load_knowledge
from perflint.facts.money.product import wrong_products
from perflint.facts.money.statement import wrong_sums

READER = load_knowledge().reader


@pytest.mark.parametrize(
    ("text", "said", "items"),
    [
        (
            "开发区7家每家补贴5万元，市本级财政配套 65万元；各区89家每家补贴2万元，市本级财政配套178万元，共242万元。",
            "242万元",
            ("65万元", "178万元"),
        ),
        (
            "中央资金300万元，省级资金200万元，市级资金150万元，共计600万元。",
            "600万元",
            ("300万元", "200万元", "150万元"),
        ),
        ("检查企业100家、商户200家，共320家。", "320家", ("100家", "200家")),
        ("企业7家，每家奖励5万元；优势企业4家，每家奖励10万元，共计85万元。", "85万元", ("7×5万元", "4×10万元")),
        ("资助学生120人，每人500元，合计8万元。", "8万元", ("120×500元",)),
    ],
)
def test_a_sum_that_no_reading_gives(text: str, said: str, items: tuple[str, ...]) -> None:
    (wrong,) = wrong_sums(text, READER)
    assert (wrong.said, wrong.items) == (said, items)
    assert text[wrong.start : wrong.end] == said


@pytest.mark.parametrize(
    "text",
    [
        "全市共102家（今年共有94家，其中示范超市6家、开发区7家；各区89家；新增8家）。",
        "种植业1420批次，畜牧280批次，水产900批次，合计2600批次。",
        "专利战略推进项目10项，每家支持10万元，合计需财政资金100万。",
        "认证企业7家，每家奖励5万元；优势企业4家，每家奖励10万元，共计75万元。",
        "中央资金300万元，省级资金200万元，共计500万元，其中设备450万元。",
        "2022年完成500户，2023年完成600户，三年共2000户。",
        "补助残疾人300人，每人每月100元，共计36万元。",
        "人员经费33.3万元、公用经费33.3万元、项目经费33.3万元，合计100万元。",
        "培训约50人，走访60人，共120人。",
        "公共租赁住房120套、公共厕所5座，共享单车6辆。",
        "共计投资600万元。",
        "",
    ],
)
def test_right_open_and_unrelated_sums_are_silent(text: str) -> None:
    assert wrong_sums(text, READER) == ()


@pytest.mark.parametrize(
    ("text", "yuan"),
    [
        ("补助村医600人×500元/人=35万元", 300_000),
        ("会议2期×3天×100人×450元/人·天＝25万元", 270_000),
        ("1000万元*60%=500万元", 6_000_000),
    ],
)
def test_a_product_with_another_result(text: str, yuan: int) -> None:
    (wrong,) = wrong_products(text)
    assert wrong.sum == yuan


@pytest.mark.parametrize(
    "text", ["600人×500元/人=30万元", "103人*333元=3.43万元", "规格60×90厘米", "2×3=6", "A=B*2", "5万元+3×2万元=11万元"]
)
def test_right_and_unrelated_products_are_silent(text: str) -> None:
    assert wrong_products(text) == ()
