"""Names alike to names of the library: class and unit by several neighbours, silence where these do not agree."""

import pytest

from perflint.data import load_library
from perflint.data.likeness import NEIGHBOURS, NOTHING, likely_class, likely_unit, neighbours


# None of these stands in the library.
@pytest.mark.parametrize(
    ("name", "group", "unit"),
    [
        ("采摘园游客满意度", "satisfaction.target", "%"),
        ("护路员补助发放及时率", "output.time", "%"),
        ("社区保洁员人数", "output.quantity", "人"),
    ],
)
def test_neighbours_tell_class_and_unit(name: str, group: str, unit: str) -> None:
    assert load_library().find(name) is None
    assert likely_class(name).answer == group
    assert likely_unit(name).answer == unit
    assert 0.5 < likely_class(name).share <= 1


def test_neighbours_come_nearest_first() -> None:
    found = neighbours("患者满意度")
    assert found[0][0].name == "患者满意度"
    assert found[0][1] == pytest.approx(1)
    assert len(found) == NEIGHBOURS
    assert [likeness for _, likeness in found] == sorted((likeness for _, likeness in found), reverse=True)


@pytest.mark.parametrize("name", ["", "x", "龘靐齉"])
def test_without_neighbours_nothing_is_said(name: str) -> None:
    assert likely_class(name) == likely_unit(name) == NOTHING
