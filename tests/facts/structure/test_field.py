"""Keys that do not fit the format, and required cells that are missing."""

import pytest

from perflint.facts.structure.field import chinese, expected_en, field_views, nearest
from tests.facts.tables import view_of

HEAD = "year: 2023\nagency: 市场监督管理局\nproject: {name: 食品抽检}\n"
BARE = "year: 2023\nproject: {name: 食品抽检}\n"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (HEAD, []),
        (BARE, [("missing", "agency.name")]),
        (HEAD + "预算単位: 市监局\n", [("unknown", "预算単位")]),
        (HEAD + "indicators: 抽检\n", [("shape", "indicators")]),
        (HEAD + "年度: 2024\n", [("twice", "年度")]),
        (HEAD + "profile: 火星\n", [("profile", "火星")]),
    ],
)
def test_problems(text: str, found: list[tuple[str, str]]) -> None:
    assert [(field.problem, field.name) for field in field_views(view_of(text))] == found


def test_what_is_meant_and_expected() -> None:
    (stray,) = field_views(view_of(HEAD + "预算単位: 市监局\n"))
    assert nearest(stray) == "预算单位"
    (shape,) = field_views(view_of(HEAD + "indicators: 抽检\n"))
    assert expected_en(shape) == "a list of rows that start with `- `"
    (missing,) = field_views(view_of(BARE))
    assert chinese(missing) != "agency.name"
