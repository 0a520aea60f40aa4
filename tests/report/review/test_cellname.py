"""JSON Pointers as the printed names of a form."""

import pytest

from perflint.report.review.cellname import CellName, cell_name, names_plan

NAMES = ("合格率", "保障率", "优良率", "")


@pytest.mark.parametrize(
    ("pointer", "where", "row"),
    [
        ("", "整张表", ""),
        ("/绩效目标", "绩效目标", ""),
        ("/goals/annual", "绩效目标·年度目标", ""),
        ("/项目/预算规模及资金用途", "预算规模及资金用途", ""),  # the author's own spelling
        ("/项目/名称", "项目名称", ""),  # too short to say which name
        ("/project/code", "项目编码", ""),
        ("/budget/total", "预算数", ""),
        ("/资金支出计划/6月底", "资金支出计划·6月底", ""),
        ("/绩效指标/1/指标值", "指标值", "绩效指标第2行“保障率”"),
        ("/绩效指标/3/指标值", "指标值", "绩效指标第4行"),  # a row without a name
        ("/indicators/0/history/last_year", "历史值·上年值", "绩效指标第1行“合格率”"),
        ("/indicators/2", "整行", "绩效指标第3行“优良率”"),
        ("#1/tables/2/indicators/0/value", "指标值", "绩效指标第1行“合格率”"),
        ("/tasks/0/name", "任务名称", "年度主要任务第1行"),
        ("/表格/2/绩效目标", "绩效目标", ""),
        ("/工作保障措施/1", "工作保障措施·第2条", ""),
        ("/绩效指标/0/" + "9" * 5000, "9" * 5000, "绩效指标第1行“合格率”"),
        ("/x-own~1key/a~0b", "x-own/key·a~b", ""),
    ],
)
def test_a_cell_is_called_as_on_paper(pointer: str, where: str, row: str) -> None:
    assert cell_name(pointer, NAMES, "zh") == CellName(where, row)


def test_english_keeps_the_printed_name_and_adds_the_key() -> None:
    assert cell_name("/绩效指标/1/指标值", NAMES, "en") == CellName(
        "指标值 (value)", "绩效指标 (indicators), row 2 “保障率”"
    )


def test_only_the_plan_itself_is_the_plan() -> None:
    assert names_plan("/资金支出计划")
    assert names_plan("#0/tables/3/spending_plan")
    assert not names_plan("/资金支出计划/6月底")
    assert not names_plan("/绩效目标")
