"""Another county than the agency's: which names are read in a text, and which have a reason to stand there."""

import pytest

from perflint.facts import load_knowledge
from perflint.facts.structure.place import named_in, own_county, place_views
from tests.facts.tables import view_of

COUNTIES = frozenset(load_knowledge().lexicon.words("places.counties"))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("使昌黎县农村人口", ["昌黎县"]),
        ("青龙满族自治县和卢龙县", ["青龙满族自治县", "卢龙县"]),
        ("迁安市，遵化市", ["迁安市", "遵化市"]),
        ("沿海城市、振兴城市、东方市场、新民市民", []),
        ("全县、本市、各旗", []),
        ("秦皇岛市水务局", []),
    ],
)
def test_the_counties_of_a_text(text: str, names: list[str]) -> None:
    assert [name for name, _, _ in named_in(text, COUNTIES)] == names


@pytest.mark.parametrize(
    ("agency", "own"),
    [
        ("卢龙县水务局", "卢龙县"),
        ("河北省秦皇岛市卢龙县水务局", "卢龙县"),
        ("迁安市人力资源和社会保障局", "迁安市"),
        ("兰山区民政局", "兰山区"),
        ("唐山市水务局", ""),
        ("河北省水利厅", ""),
        ("", ""),
    ],
)
def test_the_county_of_an_agency(agency: str, own: str) -> None:
    assert own_county(agency, COUNTIES) == own


@pytest.mark.parametrize(
    ("goal", "found"),
    [
        ("使昌黎县农村人口饮水达标。", ["昌黎县"]),
        ("使青龙县农村人口饮水达标。", ["青龙县"]),
        ("使卢龙县农村人口饮水达标，与昌黎县共建。", []),
        ("与昌黎县共建跨县管网。", []),
        ("学习迁安市经验。", []),
        ("向滦州市某公司采购设备。", []),
        ("改造昌黎县交界处的管网。", []),
    ],
)
def test_another_county_of_a_goal(goal: str, found: list[str]) -> None:
    view = view_of(f"agency: {{name: 卢龙县水务局}}\ngoals: {goal}\nindicators: []\n")
    assert [one.text for one in place_views(view)] == found
