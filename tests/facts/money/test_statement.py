"""Sums and products that texts state: which are wrong, and which must stay silent (domain: BUD009)."""

import pytest

from perflint.facts import load_knowledge
from perflint.facts.money.chains import wrong_chains
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
        ("开展培训36期，每期30人，共1200人次", "1200人次", ("36×30人",)),
        ("培训班12期，每期45人，共培训600人次。", "600人次", ("12×45人",)),
        ("（1）专家费6万元；（2）场地费4万元。合计12万元。", "12万元", ("6万元", "4万元")),
        ("1.购置12万元；\n2.软件20万元；\n3.培训3万元。\n合计38万元", "38万元", ("12万元", "20万元", "3万元")),
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
        "开展培训36期，每期30余人，共1200人次",
        "开展培训36期，每期30人，辐射带动1200人次",
        "培训班12期，每期45人，每人2次，共1080人次",
        "培训3期，每期30人，每期2天，共180人天",
        "设备12万元+软件20万元，市级配套后共计38万元",
        "完成投资12万元。合计38万元",
        "1.培训20人；\n2.救助30人。\n共计投入资金38万元",
        "劳务费30人×20天×200元/人/天，合计12万元",
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
    "text",
    [
        "600人×500元/人=30万元",
        "103人*333元=3.43万元",
        "规格60×90厘米",
        "2×3=6",
        "A=B*2",
        "5万元+3×2万元=11万元",
        "维修5处*2万元+改造3处*4万元=22万元",
    ],
)
def test_right_and_unrelated_products_are_silent(text: str) -> None:
    assert wrong_products(text) == ()


@pytest.mark.parametrize(
    ("text", "yuan"),
    [
        ("空调2台×35万元+座椅20张×0.8万元，合计96万元", 860_000),
        ("2台×35万+20张×0.8万，合计96万元", 860_000),
        ("垃圾房200座×2000元＋分类亭500个×300元，共52万元", 550_000),
        ("路灯120盏×1800元+电缆3000米×45元，合计38.1万元", 351_000),
        ("聘员5人×4500元/月×12月+考核奖5人×6000元，合计32万元", 300_000),
        ("维修5处*2万元+改造3处*4万元=20万元", 220_000),
        ("灭火器300具×120元，共4.2万元", 36_000),
    ],
)
def test_a_sum_of_products_that_its_terms_do_not_give(text: str, yuan: int) -> None:
    (wrong,) = wrong_chains(text)
    assert wrong.sum == yuan


@pytest.mark.parametrize(
    "text",
    [
        "空调2台×35万元+座椅20张×0.8万元，合计86万元",
        "2台×35万+20张×0.8万，合计86万元",
        "接种200人×3万次，合计20万元",
        "空调2台×35万元+座椅20张×0.8万元等，合计96万元",
        "2台×35万元（单价）+安装费5万元，合计75万元",
        "聘员5人×4500元/月，合计27万元",
        "小学200人×500元+初中100人×600元，中央承担60%，共9.6万元",
        "会议2期×3天×100人×450元/人·天，共27万元",
        "幅面60×90厘米，印刷2000元，合计5000元",
    ],
)
def test_right_and_open_sums_of_products_are_silent(text: str) -> None:
    assert wrong_chains(text) == ()
