"""Numbers, times and standards of texts held against the rows: what is found, and what looks like it and is right."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from perflint.facts import TableView
from perflint.facts.goals.goal_due import goal_due_views
from perflint.facts.goals.listed_parts import listed_parts_views
from perflint.facts.goals.multiplied import multiplied_views
from perflint.facts.goals.naught import none_allowed_views
from perflint.facts.goals.promise import promise_views
from perflint.facts.goals.standard import standard_views
from perflint.facts.indicators.complement import complement_views
from tests.facts.judging import violates
from tests.facts.tables import view_of

VIEWS: dict[str, Callable[[TableView], Iterator[Any]]] = {
    "XTB010": promise_views, "XTB050": multiplied_views, "XTB051": none_allowed_views, "XTB052": standard_views,
    "XTB053": listed_parts_views, "XTB054": complement_views, "DAT050": goal_due_views,
}  # fmt: skip
CLASSES = {"数": "数量指标", "质": "质量指标", "时": "时效指标", "成": "成本指标", "效": "社会效益指标"}


def _table(goal: str, rows: str, field: str = "goals") -> TableView:
    lines = [f"year: 2026\nproject: {{name: 综合项目, purpose: '{goal if field == 'purpose' else ''}'}}"]
    lines += [f"goals: '{goal if field == 'goals' else ''}'", "indicators:"]
    for row in rows.split("；"):
        name, value = row[1:].split("=", 1)
        lines.append(f"  - {{level2: {CLASSES[row[0]]}, name: '{name}', value: '{value}'}}")
    return view_of("\n".join(lines) + "\n")


def _found(view: TableView) -> list[str]:
    return [code for code, views in VIEWS.items() if any(violates(code, subject) for subject in views(view))]


WRONG = [
    ("XTB010", "保障全区路灯3200盏正常运行。", "数维护路灯数量=≥2800盏"),
    ("XTB010", "乡村饮用水水质达标率保持在98%。", "质乡村饮用水水质达标率=≥90%"),
    ("XTB010", "将案件超期率控制在3%以内。", "质案件超期率=≤8%"),
    ("XTB010", "全年接待游客突破120万人次。", "效接待游客人次=≥100万人次"),
    ("XTB010", "项目实施后惠及群众8600人。", "效惠及群众人数=≥6800人"),
    ("XTB010", "完成高标准农田建设三百二十公顷。", "数高标准农田建设面积=230公顷"),
    ("XTB010", "覆盖全部18个乡镇。", "数覆盖乡镇数量=16个"),
    ("XTB010", "食品抽检不合格率低于千分之三。", "质食品抽检不合格率=≤3%"),
    ("XTB010", "检查重点企业240家，其中危化企业60家。", "数检查重点企业数=240家；数检查危化企业数=40家"),
    ("XTB010", "建设高标准农田320公顷。", "数高标准农田建设面积=5000亩"),
    ("XTB050", "污水处理厂日均处理污水150吨。", "数全年处理污水量=5475吨"),
    ("XTB050", "每季度编印简报2期。", "数编印简报期数=≥6期"),
    ("XTB050", "建设大棚40座，每座1.2亩。", "数建设大棚数量=40座；数大棚面积=84亩"),
    ("XTB050", "向13个乡镇各发放宣传用品50件。", "数发放宣传用品数量=560件"),
    ("XTB051", "确保全年无较大及以上火灾事故发生。", "效较大及以上火灾事故=≤1起"),
    ("XTB051", "校园欺凌事件零发生。", "效校园欺凌事件次数=<3次"),
    ("XTB052", "按每亩150元发放耕地轮作补贴。", "成耕地轮作补贴标准=150元/公顷"),
    ("XTB052", "村医补助标准为每人每年6000元。", "成村医补助标准=5000元/人·年"),
    ("XTB053", "全年培训1.5万人，其中春季5000人、夏季6000人、秋季5000人。", "数培训人数=15000人"),
    ("XTB054", "开展体检。", "数男性占比=≥60%；数女性占比=≥70%"),
    ("DAT050", "6月1日前完成防汛物资采购。", "时防汛物资采购完成时间=2026年8月31日前"),
    ("DAT050", "10月底前完成全部工程建设。", "时工程完成时间=2026年12月"),
    ("DAT050", "一季度完成拨付，惠民补贴发放到位。", "时补贴拨付时间=2026年6月底前"),
]
RIGHT = [
    ("乡村饮用水水质达标率保持在95%以上。", "质乡村饮用水水质达标率=≥95%"),
    ("食品抽检不合格率低于3‰。", "质食品抽检不合格率=≤0.3%"),
    ("保障全区路灯3200盏正常运行，更换老旧路灯400盏。", "数更换老旧路灯数量=400盏"),
    ("保障全县136所学校食堂正常供餐。", "数改造学校食堂数量=20所"),
    ("到2028年城镇化率提高到60%。", "效城镇化率=≥55%"),
    ("本年改造危房20户，三年累计改造60户。", "数改造危房户数=20户"),
    ("建设高标准农田1000亩。", "数高标准农田建设面积=66.67公顷"),
    ("治理水土流失面积3平方公里。", "数治理水土流失面积=4500亩"),
    ("培训6期，每期50人。", "数培训人数=300人"),
    ("组织6000名×2剂次接种。", "数接种剂次=12000剂次"),
    ("投入帮扶资金500万元，分红比例不低于5%。", "效分红金额=≥25万元"),
    ("污水处理厂日均处理污水150吨。", "数全年处理污水量=54750吨"),
    ("每月至少开展安全检查1次。", "数安全检查次数=≥20次"),
    ("汛期每月开展安全检查2次。", "数安全检查次数=8次"),
    ("向13个乡镇各派驻2名指导员。", "数指导员培训人数=30名；数派驻乡镇数=13个；数派驻指导员=26名"),
    ("不发生重特大森林火灾。", "效森林火灾发生次数=≤5次"),
    ("不发生食品安全事故。", "数食品安全事故应急演练次数=≥2次"),
    ("按每亩150元发放耕地轮作补贴。", "成耕地轮作补贴标准=2250元/公顷"),
    ("按照每人每月300元标准发放残疾人护理补贴。", "成残疾人护理补贴标准=3600元/人·年"),
    ("资助学生900人，其中女生400人、脱贫户子女350人、残疾学生200人。", "数资助学生人数=900人"),
    ("更新车辆6辆，其中新能源汽车3辆，报废旧车6辆。", "数更新车辆=6辆"),
    ("开展妇幼。", "质女性体检占比=≥90%；质男性体检占比=≥80%"),
    ("3月底前启动培训工作。", "时培训完成时间=2026年10月底前"),
    ("6月底前完成设备采购合同签订。", "时设备采购完成时间=2026年9月30日前"),
    ("6月底前完成项目可行性研究。", "时项目完成时间=2026年12月31日前"),
    ("上半年完成50%。", "时整治完成时间=2026年12月底前"),
]


@pytest.mark.parametrize(("code", "goal", "rows"), WRONG)
def test_what_does_not_agree(code: str, goal: str, rows: str) -> None:
    assert _found(_table(goal, rows)) == [code]


@pytest.mark.parametrize(("goal", "rows"), RIGHT)
def test_what_agrees_or_is_something_else(goal: str, rows: str) -> None:
    assert _found(_table(goal, rows)) == []


@pytest.mark.parametrize(
    ("code", "purpose", "rows"), [case for case in WRONG if case[0] in {"XTB050", "XTB051", "XTB052", "DAT050"}]
)
def test_a_purpose_is_held_against_the_rows_too(code: str, purpose: str, rows: str) -> None:
    assert _found(_table(purpose, rows, "purpose")) == [code]


@pytest.mark.parametrize(
    ("goal", "row", "stricter"),
    [
        ("将案件超期率控制在5%以内。", "质案件超期率=≤3%", True),
        ("将案件超期率控制在3%以内。", "质案件超期率=≤5%", False),
        ("全年接待游客突破100万人次。", "效接待游客人次=≥120万人次", True),
        ("全年接待游客突破100万人次。", "效接待游客人次=≥120亿人次", False),
    ],
)
def test_a_higher_aim_is_only_a_note(goal: str, row: str, stricter: bool) -> None:  # noqa: FBT001  # a table of cases
    from perflint.facts.goals.promise_row import stricter as is_stricter  # noqa: PLC0415  # the fact, not the parameter

    assert [is_stricter(promise) for promise in promise_views(_table(goal, row))] == [stricter]


@pytest.mark.parametrize("digits", [15, 40, 400])
def test_slips_of_the_pen_are_not_reckoned_with(digits: int) -> None:
    number = "9" * digits
    goal = f"为{number}人每人接种2剂疫苗，其中小学{number}人、初中{number}人，每亩{number}元。"
    _found(_table(goal, f"数接种疫苗剂次={number}剂次；数男性占比=≥{number}%；数女性占比=≥{number}%"))
