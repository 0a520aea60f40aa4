"""The years of a printed title: its own, not those of the project's name or of what it cites."""

import pytest

from perflint.facts.structure.title import in_year, title_views, year, year_mark
from tests.facts.tables import view_of


@pytest.mark.parametrize(
    ("title", "project", "years", "fits"),
    [
        ("2023年项目绩效目标表", "食品抽检", (2023,), True),
        ("2022年项目绩效目标表", "食品抽检", (2022,), False),
        ("２０２２年项目绩效目标表", "食品抽检", (2022,), False),
        ("项目绩效目标表", "食品抽检", (), False),
        ("2022年食品抽检绩效目标表", "2022年食品抽检", (), False),
        ("冀财预〔2021〕5号绩效目标表", "食品抽检", (), False),
        ("2022-2023年项目绩效目标表", "食品抽检", (2022, 2023), True),
    ],
)
def test_years(title: str, project: str, years: tuple[int, ...], fits: bool) -> None:  # noqa: FBT001  # a table of values
    (view,) = title_views(view_of(f"year: 2023\ntitle: {title}\nproject: {{name: {project}}}\n"))
    assert (view.years, in_year(view)) == (years, fits)


def test_the_year_is_marked() -> None:
    (view,) = title_views(view_of("year: 2023\ntitle: 部门2022年绩效目标表\n"))
    assert (year(view), year_mark(view)) == (2022, (("2022", 2, 6),))


def test_no_title() -> None:
    assert list(title_views(view_of("year: 2023\ntitle: ''\n"))) == []
