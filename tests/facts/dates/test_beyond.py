"""Dates after the end of a project, and the year that its name opens with."""

import pytest

from perflint.facts.dates.beyond import Point, is_after, last_point
from perflint.facts.dates.named_year import named_year_views
from tests.facts.tables import view_of


@pytest.mark.parametrize(
    ("text", "point"),
    [
        ("2024年10月", (2024, 10, 0)),
        ("２０２４年10月31日前", (2024, 10, 31)),
        ("202410", (2024, 10, 0)),
        ("20241031", (2024, 10, 31)),
        ("2024-01至2024.11.5", (2024, 11, 5)),
        ("2024年底前", None),
        ("12月底前", None),
        ("2024年13月", None),
        ("", None),
    ],
)
def test_the_last_date_of_a_text(text: str, point: Point | None) -> None:
    assert last_point(text) == point


def test_dates_are_compared_as_exact_as_both_are_written() -> None:
    assert is_after((2024, 11, 0), (2024, 10, 31))
    assert is_after((2024, 10, 31), (2024, 10, 15))
    assert not is_after((2024, 10, 31), (2024, 10, 0))


@pytest.mark.parametrize(
    ("project", "explained"),
    [
        ("{name: 2023年农村公路日常养护}", [False]),
        ("{name: 2023年度智慧平台运维, purpose: 用于平台运维}", [False]),
        ("{name: 2023年农村公路养护尾款}", [True]),
        ("{name: 2023年秋季学期校园保安}", [True]),
        ("{name: 2023年农村公路养护, purpose: 跨年实施}", [True]),
        ("{name: 2023年农村公路养护, code: 51000023T000, period: {start: 2023年3月, end: 2024年9月}}", [True]),
        ("{name: 2023-2024年农村公路养护}", []),
        ("{name: 2023年至2025年养护}", []),
        ("{name: 农村公路养护（2023年）}", []),
    ],
)
def test_a_year_that_the_table_explains(project: str, explained: list[bool]) -> None:
    view = view_of(f"year: 2024\nproject: {project}\nindicators: []")
    assert [named.explained for named in named_year_views(view)] == explained
