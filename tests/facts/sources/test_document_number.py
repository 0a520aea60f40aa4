"""Document numbers: what is meant as one, how it should be written, and what is wrong with it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perflint.facts.sources.document_number import find_broken_numbers, find_numbers


@pytest.mark.parametrize(
    ("text", "plain", "faults"),
    [
        ("财预[2021]101号", "财预〔2021〕101号", ()),
        ("财预（2021）101号", "财预〔2021〕101号", ()),
        ("财预【2021】101号", "财预〔2021〕101号", ()),
        ("国发﹝2015﹞10号", "国发〔2015〕10号", ()),
        ("冀财行〔2022〕第104号", "冀财行〔2022〕104号", ("ordinal",)),
        ("川财教〔2021〕008号", "川财教〔2021〕8号", ("ordinal",)),
        ("闽财 〔2022〕5 号", "闽财〔2022〕5号", ("space",)),
        ("某会审字〔2021〕第005号", "某会审字〔2021〕5号", ()),
        ("详见冀财行〔2022〕104号", "冀财行〔2022〕104号", ()),
    ],
)
def test_whole_numbers(text: str, plain: str, faults: tuple[str, ...]) -> None:
    (found,) = find_numbers(text)
    assert (found.plain, found.faults) == (plain, faults)
    assert text[found.start : found.end] == found.text


@pytest.mark.parametrize(
    ("text", "plain", "faults"),
    [
        ("湘财教指〔2022〕37文件", "湘财教指〔2022〕37号", ("sign",)),
        ("冀财行【2022】104，冀农", "冀财行〔2022〕104号", ("sign",)),
        ("冀财行〔22〕104号", "冀财行〔2022〕104号", ("year",)),
        ("国发〔98〕44号", "国发〔1998〕44号", ("year",)),
        ("财预〔2021 101号", "财预〔2021〕101号", ("bracket", "space")),
        ("财预2021〕101号", "财预〔2021〕101号", ("bracket",)),
    ],
)
def test_broken_numbers(text: str, plain: str, faults: tuple[str, ...]) -> None:
    (found,) = find_broken_numbers(text)
    assert (found.plain, found.faults) == (plain, faults)
    assert not list(find_numbers(text))


@pytest.mark.parametrize(
    "text",
    ["预算[2022]12万元", "近年【2020】12处", "1号楼【12】3号", "项目【2021】12", "冀财行〔2022〕104-1号", "财预〔2021〕101号", "【冀财行2022】104号",
     "〔2021〕3号", "合同[2021 15号]", ""],
)  # fmt: skip
def test_no_broken_number(text: str) -> None:
    assert not list(find_broken_numbers(text))


@given(st.text(alphabet="财行发〔〕【】[]（）20192号第0 文件，", max_size=60))
def test_places_are_true(text: str) -> None:
    for found in (*find_numbers(text), *find_broken_numbers(text)):
        assert text[found.start : found.end] == found.text
        assert found.text.startswith(found.agency)


@pytest.mark.parametrize(
    "text", ["采购合同（2021）12号", "某会审字[2021]第005号", "排污许可证（2021）第3号", "财政部公告（2021）第5号"]
)
def test_numbers_of_other_kinds(text: str) -> None:
    assert not list(find_numbers(text))
