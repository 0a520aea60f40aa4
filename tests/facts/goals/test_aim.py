"""The annual goal against the project's name and purpose."""

import pytest

from perflint.facts.goals.aim import aim_views, counterpart_views, equals_purpose, idle, missing, unrelated
from tests.facts.tables import view_of


@pytest.mark.parametrize(
    ("name", "purpose", "goal", "apart"),
    [
        ("食品安全业务经费", "食品抽检", "1.做好经费保障工作，保障正常运转。", True),
        ("市场监管综合业务经费", "", "做好经费保障工作，保障正常运转。", False),
        ("农村公路养护", "", "提高教师教学水平。", False),
        ("农村公路养护", "提升教学水平", "提高教师教学水平。", False),
        ("食品抽检", "", "完成食品安全抽检。", False),
        ("监督执纪问责专项经费", "", "保障派驻纪检组的正常运转。", False),
        ("", "", "提高教师教学水平。", False),
    ],
)
def test_unrelated(name: str, purpose: str, goal: str, apart: bool) -> None:  # noqa: FBT001  # a column of the table
    (aim,) = aim_views(view_of(f"project: {{name: '{name}', purpose: '{purpose}'}}\ngoals: {goal}"))
    assert unrelated(aim) is apart


def test_indicators_that_do_not_fit_the_goal() -> None:
    rows = "\nindicators:\n  - {level2: 数量指标, name: 养护里程, value: 5公里}"
    (aim,) = aim_views(view_of(f"project: {{name: 农村公路养护}}\ngoals: 提高教师教学水平{rows}"))
    assert unrelated(aim)


def test_indicators_that_fit_the_goal() -> None:
    rows = "\nindicators:\n  - {level2: 社会效益指标, name: 改善办学条件, value: 5所}"
    (aim,) = aim_views(view_of(f"project: {{name: 危房修缮}}\ngoals: 改善办学条件{rows}"))
    assert not unrelated(aim)


@pytest.mark.parametrize(
    ("purpose", "goal", "same"),
    [
        ("做好抽检工作。", "1.做好抽检工作", True),
        ("一、做好抽检工作；二、做好宣传工作", "（1）做好抽检工作；（2）做好宣传工作。", True),
        ("做好抽检工作。", "做好抽检工作，抽检200批次。", False),
        ("", "做好抽检工作", False),
        ("略", "略", False),
    ],
)
def test_equals_purpose(purpose: str, goal: str, same: bool) -> None:  # noqa: FBT001  # a column of the table
    (aim,) = aim_views(view_of(f"project: {{name: 甲, purpose: '{purpose}'}}\ngoals: {goal}"))
    assert equals_purpose(aim) is same


@pytest.mark.parametrize(
    ("goal", "said"), [("做好经费保障工作。", True), ("完成抽检。", False), ("1.保障正常运转", True)]
)
def test_idle(goal: str, said: bool) -> None:  # noqa: FBT001  # a column of the table
    (aim,) = aim_views(view_of(f"project: {{name: 甲}}\ngoals: {goal}"))
    assert idle(aim) is said


def test_departments_have_no_aim() -> None:
    assert list(aim_views(view_of("kind: department\ngoals: 做好工作。"))) == []


def test_counterparts() -> None:
    rows = (
        "\nindicators:\n  - {level2: 数量指标, name: 食品抽检批次, value: 5批次}\n  - {level2: 数量指标, name: 绿化株数, value: 5株}"
        "\n  - {level2: 时效指标, name: 按时完成, value: 12月底前}"
    )
    found = {view.row.name: missing(view) for view in counterpart_views(view_of(f"goals: 完成食品抽检{rows}"))}
    assert found == {"食品抽检批次": False, "绿化株数": True}
