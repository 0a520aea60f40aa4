"""Which rows belong together by their names: acceptance and completion, a better grade and what passed, one thing and its price."""

import pytest

from perflint.facts.indicators.contrast import contrast_views
from perflint.facts.indicators.contrast_names import ACCEPTED, GOOD, KEYS, PART, one_thing
from tests.facts.tables import view_of


def belongs(kind: str, name: str, other: str) -> bool:
    looked_for, found_by = KEYS[kind]
    return looked_for(name) in set(found_by(other))


@pytest.mark.parametrize(
    ("name", "other", "expected"),
    [
        ("竣工验收时间", "竣工时间", True),
        ("工程验收完成时间", "工程完工时间", True),
        ("项目验收日期", "项目建成日期", True),
        ("厂房验收时间", "厂房完工时间", True),
        ("厂房验收时间", "围墙完工时间", False),
        ("设备到货验收时间", "工程完工时间", False),
        ("验收合格率", "工程完工时间", False),
        ("验收时间", "开工时间", False),
    ],
)
def test_an_acceptance_and_its_completion(name: str, other: str, expected: bool) -> None:  # noqa: FBT001  # a table of cases
    assert belongs(ACCEPTED, name, other) is expected


@pytest.mark.parametrize(
    ("name", "other", "expected"),
    [
        ("考核优良率", "考核合格率", True),
        ("体质健康优秀率", "体质健康达标率", True),
        ("考核优良率", "验收合格率", False),
        ("考核优秀率", "考核优良率", False),
        ("考核合格率", "考核优良率", False),
    ],
)
def test_a_better_grade_of_what_passed(name: str, other: str, expected: bool) -> None:  # noqa: FBT001  # as above
    assert belongs(GOOD, name, other) is expected


@pytest.mark.parametrize(
    ("name", "other", "expected"),
    [
        ("培训合格农民工人数", "培训农民工人数", True),
        ("验收合格农村危房户数", "改造农村危房户数", True),
        ("不合格产品数量", "产品数量", False),
        ("验收合格农村厕所户数", "改造农村危房户数", False),
        ("合格人数", "人数", False),
    ],
)
def test_what_passed_of_all(name: str, other: str, expected: bool) -> None:  # noqa: FBT001  # as above
    assert belongs(PART, name, other) is expected


@pytest.mark.parametrize(
    ("name", "other", "project", "expected"),
    [
        ("危房改造户均补助标准", "农村危房改造户均补助标准", "农村危房改造补助", True),
        ("农民工人均培训成本", "人均培训成本", "农民工职业技能培训", True),
        ("高级工人均培训成本", "人均培训成本", "农民工职业技能培训", False),
        ("县道改造成本", "改造成本", "村道和县道改造", False),
        ("人均培训成本", "人均培训成本", "农民工培训", False),
        ("农民工人均培训成本", "人均培训成本", "", False),
    ],
)
def test_one_thing_by_two_names(name: str, other: str, project: str, expected: bool) -> None:  # noqa: FBT001  # as above
    assert one_thing(name, other, project) is one_thing(other, name, project) is expected


def test_figures_are_compared_in_one_unit_and_alone() -> None:
    rows = [
        "培训农民工人数, value: ≥400人",
        "培训合格农民工人数, op: ≥, value: '450', unit: 人",
        "合格农民工人数, value: 3期",
    ]
    lines = "".join(f"  - {{level1: 产出指标, level2: 数量指标, name: {row}}}\n" for row in rows)
    found = [(view.kind, view.index, view.other_index) for view in contrast_views(view_of(f"indicators:\n{lines}"))]
    assert found == [("part", 1, 0)]


def test_a_day_without_a_year_is_of_the_tables_year() -> None:
    rows = ["竣工时间, value: 2023年11月底前", "竣工验收时间, value: 9月底前"]
    lines = "".join(f"  - {{level2: 时效指标, name: {row}}}\n" for row in rows)
    views = list(contrast_views(view_of(f"year: 2023\nindicators:\n{lines}")))
    assert [view.numbers[0] < view.numbers[1] for view in views] == [True]
    assert not list(contrast_views(view_of(f"indicators:\n{lines}")))
