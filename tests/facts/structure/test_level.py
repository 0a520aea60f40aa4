"""The classes that a form expects: which are filled, and whether the table uses them at all."""

import pytest

from perflint.facts.structure.level import internal_running, judged, level_views, works_strict
from tests.facts.tables import view_of

FULL = """\
indicators:
  - {level1: 产出指标, level2: 数量指标, name: 抽检批次, value: 300批次}
  - {level1: 产出指标, level2: 质量指标, name: 抽检合格率, value: ≥98%}
  - {level1: 产出指标, level2: 时效指标, name: 完成时限, value: 12月底前}
  - {level1: 效益指标, level2: 社会效益指标, name: 投诉下降率, value: ≥5%}
  - {level1: 满意度指标, level2: 服务对象满意度指标, name: 群众满意度, value: ≥90%}
"""


def blank(text: str, profile: str) -> list[str]:
    """Return the ids of the expected classes that no row with a value fills."""
    return [id_ for level in level_views(view_of(text, profile)) for id_, _ in level.missing]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (FULL, ["cost"]),
        (FULL.replace("投诉下降率, value: ≥5%", "'', value: ''"), ["benefit", "cost"]),
        (FULL.replace("value: ≥5%", "value: ''"), ["cost"]),  # its row is there: the missing value is another fault
        (FULL.replace("群众满意度", "''"), ["cost"]),
        (FULL.replace("抽检批次, value: 300批次", "'', value: ''"), ["cost", "output.quantity"]),
        (FULL + "  - {level1: 成本指标, level2: 经济成本指标, name: 抽检费, value: 30万元}\n", []),
    ],
)
def test_blank_classes(text: str, found: list[str]) -> None:
    assert blank(text, "mof-2021") == found


def test_cost_is_of_the_second_level_before_2021() -> None:
    levels = [tuple(id_ for id_, _ in view.missing) for view in level_views(view_of(FULL, "mof-2015"))]
    assert levels == [(), ("cost",)]


def test_a_class_whose_parent_is_blank_is_left_to_the_parent() -> None:
    rows = "indicators:\n  - {level1: 效益指标, level2: 社会效益指标, name: 投诉下降率, value: ≥5%}\n"
    assert blank(rows, "mof-2021") == ["output", "satisfaction", "cost"]


def test_a_table_without_known_labels_is_not_judged() -> None:
    rows = "indicators:\n  - {level1: 部门管理, level2: 资金投入, name: 预算编制, value: 100%}\n"
    assert {judged(view) for view in level_views(view_of(rows, "mof-2021"))} == {False}
    assert {judged(view) for view in level_views(view_of(FULL, "mof-2021"))} == {True}


@pytest.mark.parametrize(
    ("project", "strict", "internal"),
    [("办公楼维修改造工程", True, False), ("办公用房租赁费", False, True), ("食品抽检经费", False, False)],
)
def test_kinds_of_project(project: str, strict: bool, internal: bool) -> None:  # noqa: FBT001  # a table of values
    level = next(iter(level_views(view_of(f"project: {{name: {project}}}\n{FULL}", "mof-2021"))))
    assert (works_strict(level), internal_running(level)) == (strict, internal)
