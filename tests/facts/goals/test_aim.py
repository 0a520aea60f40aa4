"""The annual goal against the project's name and purpose."""

import pytest

from perflint.facts.goals.aim import AIM, AimView, aim_views, idle, plain_goal, plain_purpose
from perflint.facts.goals.counterpart import counterpart_views, shared_words, words
from tests.facts.tables import view_of


@pytest.mark.parametrize(
    ("name", "purpose", "goal", "named", "characters", "shared"),
    [
        ("食品安全业务经费", "食品抽检", "1.做好经费保障工作，保障正常运转。", 5, 0, 0),
        ("农村公路养护", "", "提高教师教学水平。", 5, 0, 0),
        ("农村公路养护", "提升教学水平", "提高教师教学水平。", 5, 0, 3),
        ("食品抽检", "", "完成食品安全抽检。", 3, 4, 0),
        ("监督执纪问责专项经费", "", "保障派驻纪检组的正常运转。", 7, 1, 0),
        ("", "", "提高教师教学水平。", 0, 0, 0),
    ],
)
def test_what_a_goal_has_in_common_with_its_project(
    name: str, purpose: str, goal: str, named: int, characters: int, shared: int
) -> None:
    (aim,) = aim_views(view_of(f"project: {{name: '{name}', purpose: '{purpose}'}}\ngoals: {goal}"))
    assert counted(aim, "name_words", "name_characters", "purpose_words") == [named, characters, shared]


def counted(aim: AimView, *facts: str) -> list[object]:
    """Return facts about a goal."""
    return [AIM.facts[f"aim.{fact}"].derive(aim) for fact in facts]


def test_running_costs() -> None:
    aims = (
        aim_views(view_of(f"project: {{name: {name}}}\ngoals: 提高水平"))
        for name in ("市场监管综合业务经费", "食品抽检")
    )
    assert [counted(aim, "running") for (aim,) in aims] == [[True], [False]]


def test_indicators_that_do_not_fit_the_goal() -> None:
    rows = "\nindicators:\n  - {level2: 数量指标, name: 养护里程, value: 5公里}"
    (aim,) = aim_views(view_of(f"project: {{name: 农村公路养护}}\ngoals: 提高教师教学水平{rows}"))
    assert counted(aim, "row_words", "shared_row_words") == [3, 0]


def test_indicators_that_fit_the_goal() -> None:
    rows = "\nindicators:\n  - {level2: 社会效益指标, name: 改善办学条件, value: 5所}"
    (aim,) = aim_views(view_of(f"project: {{name: 危房修缮}}\ngoals: 改善办学条件{rows}"))
    assert counted(aim, "row_words", "shared_row_words") == [5, 5]


@pytest.mark.parametrize(
    ("purpose", "goal", "same"),
    [
        ("做好抽检工作。", "1.做好抽检工作", True),
        ("一、做好抽检工作；二、做好宣传工作", "（1）做好抽检工作；（2）做好宣传工作。", True),
        ("做好抽检工作。", "做好抽检工作，抽检200批次。", False),
        ("", "做好抽检工作", False),
    ],
)
def test_goal_and_purpose_without_numbering(purpose: str, goal: str, same: bool) -> None:  # noqa: FBT001  # a column of the table
    (aim,) = aim_views(view_of(f"project: {{name: 甲, purpose: '{purpose}'}}\ngoals: {goal}"))
    assert (plain_goal(aim) == plain_purpose(aim)) is same


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
    views = counterpart_views(view_of(f"goals: 完成食品抽检{rows}"))
    found = {view.row.name: (words(view), shared_words(view)) for view in views}
    assert found == {"食品抽检批次": (5, 3), "绿化株数": (3, 0)}
