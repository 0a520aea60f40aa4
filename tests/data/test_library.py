"""The library of indicator names: what counts as one name, which files are refused, what the shipped one holds."""

from pathlib import Path

import pytest

from perflint.data import LibraryError, load_library, rules_root
from perflint.data.lexicon import load_lexicon
from perflint.data.library import DIRECTIONS, SOURCES, Library, root
from perflint.source import read_source, to_data

GROUP = '{class: output.quality, direction: positive, unit: "%", bounded100: true, names: [巡查覆盖率, 护林员到岗率]}'
LEAST_NAMES = 5000


def library(tmp_path: Path, *groups: str, head: str = "sector: 林业草原\ngroups:\n") -> Library:
    folder = tmp_path / str(len(list(tmp_path.iterdir())))
    folder.mkdir()
    (folder / "forestry.yaml").write_text(head + "".join(f"  - {group}\n" for group in groups), "utf-8")
    return load_library(folder)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("培训人数", "培训人数（人）"),
        ("培训 人数", "培训人数"),
        ("设备购置数量", "设备购置数"),
        ("新能源车占比", "新能源车比例"),
        ("满意度指标", "满意度"),
        ("65岁以上老年人体检率", "岁以上老年人体检率"),
        ("受益户数(≥**户)", "受益户数"),
        ("Ｒ＆Ｄ经费", "R&D经费"),
        ("★受益人口数", "受益人口数"),
    ],
)
def test_spellings_of_one_name_have_one_root(one: str, other: str) -> None:
    assert root(one) == root(other)


@pytest.mark.parametrize(
    ("one", "other"), [("PM2.5浓度", "PM10浓度"), ("发病率", "发案率"), ("受益户数", "受益人数"), ("完成率", "完成数")]
)
def test_other_names_have_other_roots(one: str, other: str) -> None:
    assert root(one) != root(other)


def test_a_name_is_found_however_it_is_spelt(tmp_path: Path) -> None:
    known = library(tmp_path, GROUP).find("★ 巡查覆盖率（%）")
    assert known is not None
    assert (known.name, known.sector, known.group) == ("巡查覆盖率", "林业草原", "output.quality")
    assert (known.direction, known.unit, known.bounded100, known.seen) == ("positive", "%", True, "")
    assert library(tmp_path, GROUP).find("巡查次数") is None


@pytest.mark.parametrize(
    ("groups", "told"),
    [
        ((GROUP, GROUP), "同一个名称"),
        ((GROUP.replace("巡查覆盖率", "护林员 到岗率"),), "同一个名称"),
        ((GROUP.replace("positive", "up"),), "没有方向"),
        ((GROUP.replace("unit", "units"),), "每组应有"),
        (("{names: [巡查率]}",), "每组应有"),
    ],
)
def test_a_broken_file_is_refused_by_name(tmp_path: Path, groups: tuple[str, ...], told: str) -> None:
    with pytest.raises(LibraryError, match=told) as caught:
        library(tmp_path, *groups)
    assert "forestry.yaml" in str(caught.value)


@pytest.mark.parametrize("head", ["- 巡查率\n", "sector: 林业草原\n", "sector: [\n", ""])
def test_a_file_of_another_shape_is_refused(tmp_path: Path, head: str) -> None:
    with pytest.raises(LibraryError, match="forestry"):
        library(tmp_path, head=head)


def test_the_shipped_names_are_many_and_each_says_what_it_is() -> None:
    names = list(load_library())
    classes = {entry["id"] for entry in load_lexicon().section("taxonomy")}
    sources = to_data(read_source((rules_root() / "library" / f"{SOURCES}.yaml").read_bytes(), SOURCES).roots[0])
    assert len({root(known.name) for known in names}) == len(names) >= LEAST_NAMES
    for known in names:
        assert known.name == known.name.strip()
        assert known.group in classes, known
        assert known.direction in DIRECTIONS, known
        assert not known.seen or known.seen in sources, known
        assert known.bounded100 is not True or known.unit == "%", known


def test_no_name_of_the_library_tells_of_a_person() -> None:
    assert [known.name for known in load_library() if "某" in known.name or len(known.name) > 30] == []
