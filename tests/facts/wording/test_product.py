"""Products in running text: so many, each of so many, so many in all."""

import pytest

from perflint.facts.goals.repeated import items_of
from perflint.facts.wording.product import products_in


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("培训8期，每期60人，共培训农民工400人", [("480人", "400人")]),
        ("改扩建幼儿园4所，每所增加学位150个，共增加学位900个", [("600个", "900个")]),
        ("全年8期，每期50人，共400人", [("400人", "400人")]),
        ("２期（每期30人），合计60人", [("60人", "60人")]),
        ("全年8期，每期不超过60人，共400人", []),
        ("全年8期，每期约60人，共400人", []),
        ("全年8期，每村60人，共400人", []),
        ("全年8期，每期60人，共960人次", []),
    ],
)
def test_the_products_of_a_text(text: str, found: list[tuple[str, str]]) -> None:
    assert [(one.due, one.total) for one in products_in(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1.更换供水管网30公里。2.饮水水质稳定达标。3.更换供水管网30公里", "更换供水管网30公里"),
        ("举办技能培训共8期；\n举办技能培训共8期。", "举办技能培训共8期"),
        ("（一）保障全县机关正常运转；（二）保障全县机关正常运转", "保障全县机关正常运转"),
        ("按时完成。按时完成。", ""),
        ("资助小学困难学生3200人。资助初中困难学生1100人。", ""),
    ],
)
def test_what_a_goal_has_twice(text: str, found: str) -> None:
    items = items_of(text)
    assert next((item for at, item in enumerate(items) if item in items[:at]), "") == found
