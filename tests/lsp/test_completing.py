"""What is offered where."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perflint.lsp.acting import act
from perflint.lsp.analysis import analyse
from perflint.lsp.completing import complete
from perflint.lsp.diagnosing import diagnose
from perflint.lsp.hovering import hover
from perflint.lsp.opened import Opened

ROW = "绩效指标:\n  - 一级指标: 产出指标\n    "


def offered(text: str, behind: str = "") -> dict[str, str]:
    analysis = analyse(Opened("file:///a.yaml", Path("a.yaml"), text + behind))
    return {one.label: one.text_edit.new_text for one in complete(analysis, len(text)) if one.text_edit}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", {"表类型": "表类型: ", "kind": "kind: ", "绩效指标": "绩效指标:", "tables": "tables:"}),
        (ROW, {"二级指标": "二级指标: ", "level2": "level2: ", "指标值": "指标值: "}),
        (ROW + "二级指标: ", {"数量指标": "数量指标", "成本指标": "成本指标"}),
        (ROW + "指标值: ≥130批", {"批次": "批次"}),
        (ROW + "度量单位: ", {"万元": "万元", "人次": "人次"}),
        ("模板: ", {"hebei": "hebei", "mof-2021": "mof-2021"}),
        ("goals: 完成 # perflint: ignore[WRD0", {"WRD009": "WRD009"}),
        ("goals: 完成 # perflint: ignore[STR004, ", {"WRD009": "WRD009"}),
        ("tables:\n  - 预算:\n      ", {"上级资金": "上级资金: ", "upper": "upper: "}),
    ],
)
def test_what_is_offered(text: str, expected: dict[str, str]) -> None:
    assert expected.items() <= offered(text).items()


@pytest.mark.parametrize(
    "text", ["goals: 完成", "goals: x # 说明 ", "kind: 项目\nx-own:\n  ", "资金支出计划:\n  ", ROW + "指标值: 及时"]
)
def test_where_nothing_is_known_nothing_is_offered(text: str) -> None:
    assert offered(text) == {}


@pytest.mark.parametrize("text", ["apiVersion: v1\nkind: Service\nspec:\n  x: 1\n", "on: push\njobs:\n  a: {}\n"])
def test_yaml_of_another_kind_is_left_alone(text: str) -> None:
    assert offered(text) == {}


def test_keys_that_are_there_are_not_offered_again() -> None:
    assert not {"一级指标", "level1"} & offered(ROW).keys()


def test_classes_of_another_first_level_are_not_offered() -> None:
    assert "社会效益指标" not in offered(ROW + "二级指标: ")
    assert "社会效益指标" in offered("绩效指标:\n  - 二级指标: ")


def test_a_colon_that_is_there_is_not_written_twice() -> None:
    assert offered("项目:\n  项", ": x")["项目名称"] == "项目名称"


@settings(deadline=None)
@given(st.text(alphabet="绩效指标:值-{}[],#'\"≥1 \n\t\r😀&*|>%@`\ufeff", max_size=60), st.integers(0, 60))
def test_any_text_at_any_place(text: str, offset: int) -> None:
    analysis = analyse(Opened("file:///a.yaml", Path("a.yaml"), text))
    diagnose(analysis)
    complete(analysis, min(offset, len(analysis.source.text)))
    hover(analysis, offset)
    act(analysis, analysis.positions.span(0, len(text)))
