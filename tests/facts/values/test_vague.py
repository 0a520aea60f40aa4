"""Which values in words are vague: judged on labelled values of other sectors, and whatever else the row says."""

import csv
from pathlib import Path

import pytest

from perflint.facts.values.clarity import placeholder
from perflint.facts.values.vague import scaled, vague, vagueness
from tests.facts.rows import row_of

LABELLED = Path(__file__).parents[3] / "benchmarks" / "judgement" / "data" / "values.tsv"
FOUND, QUIET = 0.97, 0.99


def labelled() -> list[dict[str, str]]:
    lines = [line for line in LABELLED.read_text("utf-8").splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t"))


def judged(row: dict[str, str], **texts: str) -> bool:
    return vague(row_of(row["name"], row["text"], level2=row["class"], **texts))


@pytest.mark.parametrize("basis", ["", "《某省专项资金管理办法》（2023年修订）第12条", "2023年实际完成95%"])
def test_labelled_values_are_told_apart_with_and_without_a_basis(basis: str) -> None:
    rows = [row for row in labelled() if row["class"] != "时效指标"]  # times: DAT006
    violations = {
        label: [judged(row, basis=basis) for row in rows if row["label"] == label] for label in ("vague", "clear")
    }
    assert sum(violations["vague"]) / len(violations["vague"]) >= FOUND
    assert 1 - sum(violations["clear"]) / len(violations["clear"]) >= QUIET


@pytest.mark.parametrize(
    ("text", "name", "level2", "kind"),
    [
        ("显著提升", "服务能力", "社会效益指标", "degree"),
        ("促进就业", "就业带动", "社会效益指标", "effect"),
        ("严格执行相关制度", "制度执行", "质量指标", "deferral"),
        ("若干", "培训对象", "数量指标", "amount"),
        ("良好", "生态环境", "生态效益指标", "grade"),
        ("良好", "年度考核等次", "质量指标", ""),
        ("良好以上", "环境卫生", "质量指标", ""),
        ("满意", "群众满意度", "满意度指标", "grade"),
        ("是", "是否利于企业发展", "社会效益指标", "answer"),
        ("是", "是否公开招标", "质量指标", ""),
        ("应发尽发", "补助人数", "数量指标", "coverage"),
        ("应保尽保", "养老保险覆盖率", "质量指标", ""),
        ("已完成", "任务完成率情况说明完成", "数量指标", "complete"),
        ("已完成", "整改情况", "质量指标", ""),
        ("无影响", "对生态环境的影响", "生态效益指标", "effect"),
        ("无不良影响", "对生态环境的影响", "生态环境成本指标", ""),
        ("执行JTG F80/1-2017", "公路工程质量", "质量指标", ""),
        ("立项", "课题立项", "质量指标", ""),
        ("完成高标准农田建设", "农田建设", "质量指标", ""),
        ("取得显著成效", "整治成效", "质量指标", "degree"),
        ("建立长效机制", "管护机制", "可持续影响指标", "degree"),
        ("优/良/中/差", "考核等次", "质量指标", ""),
    ],
)
def test_what_kind_of_vagueness_it_is(text: str, name: str, level2: str, kind: str) -> None:
    assert vagueness(row_of(name, text, level2=level2)) == kind


@pytest.mark.parametrize("text", ["显著提升。", " 显著提升", "显著\n提升", "显著提升；"])
def test_spelling_makes_no_difference(text: str) -> None:
    assert vague(row_of("服务能力", text, level2="社会效益指标"))


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({"scoring": "优秀得10分，良好得8分"}, True),
        ({"description": "群众投诉不超过3起"}, True),
        ({"unit": "优良中低差", "op": "定性"}, True),
        ({"basis": "优秀得10分，良好得8分"}, False),
        ({"description": "反映服务能力的提升情况"}, False),
        ({"scoring": "按完成情况得分，满分10分"}, False),
    ],
)
def test_a_scale_is_told_by_scoring_description_or_unit_and_never_by_the_basis(
    cells: dict[str, str], *, told: bool
) -> None:
    assert scaled(row_of("服务能力", "明显提高", level2="社会效益指标", **cells)) is told


@pytest.mark.parametrize(("name", "left_open"), [("安全责任事故", False), ("有无违规行为", False), ("培训次数", True)])
def test_nothing_answers_an_event_and_leaves_a_count_open(name: str, *, left_open: bool) -> None:
    assert placeholder(row_of(name, "无")) is left_open
