"""What a cited document is worth in the table's year."""

from types import SimpleNamespace
from typing import cast

import pytest

from perflint.facts.knowledge import Scope, load_knowledge
from perflint.facts.prose import Prose
from perflint.facts.sources import citation_standing as standing
from perflint.facts.sources.citationview import CitationView
from perflint.facts.sources.citing import find_marks
from perflint.facts.spot import Spot


def cited(text: str, year: int, field: str = "basis", place: int = 0) -> CitationView:
    """Return one citation of a cell in a table of a year."""
    scope = cast("Scope", SimpleNamespace(year=year, knowledge=load_knowledge()))
    return CitationView(scope, Prose(field, Spot(field), text), find_marks(text)[place])


@pytest.mark.parametrize(
    ("text", "year", "expected"),
    [
        ("《食品经营许可管理办法》", 2022, ""),
        ("《食品经营许可管理办法》", 2023, "replaced-this-year"),
        ("《食品经营许可管理办法》", 2024, "replaced"),
        ("《食品经营许可管理办法》", 0, "replaced-undated"),
        ("《合同法》", 2021, "replaced"),
        ("《产品质量监督抽查管理暂行办法》", 2024, ""),
        ("《检验检测机构管理办法》", 2022, "unknown"),
        ("财税〔2017〕20号", 2022, ""),
    ],
)
def test_standing(text: str, year: int, expected: str) -> None:
    assert standing.standing(cited(text, year)) == expected


def test_a_title_speaks_for_its_number_and_a_repeal_for_nothing() -> None:
    text = "《企业知识产权管理规范》（GB/T 29490-2013）"
    assert [standing.standing(cited(text, 2025, place=place)) for place in (0, 1)] == ["replaced", ""]
    assert standing.standing(cited("《关于废止〈合同法〉的决定》", 2023, place=1)) == ""


@pytest.mark.parametrize(
    ("text", "year", "expected"),
    [
        ("冀财行〔2032〕104号", 2023, True),
        ("GB/T 19001-2026", 2023, True),
        ("冀财行〔2022〕104号", 2023, False),
        ("冀财行〔2023〕104号", 2023, False),
        ("冀财行〔2032〕104号", 0, False),
        ("冀财行〔32〕104号", 2023, False),
        ("《2025年规划》", 2023, False),
    ],
)
def test_from_the_future(text: str, year: int, expected: bool) -> None:  # noqa: FBT001  # a column of the table
    assert standing.from_future(cited(text, year)) is expected


@pytest.mark.parametrize(
    ("text", "field", "expected"),
    [
        ("唐食安办发【2015】21号", "basis", True),
        ("唐食安办发【2015】21号", "goals.annual", False),
        ("国发〔2012〕45号", "basis", False),
        ("巴编办发〔2014〕40号", "basis", False),
        ("财税〔2017〕20号", "basis", False),
        ("某发改〔2015〕12号可研批复", "basis", False),
    ],
)
def test_what_ages(text: str, field: str, expected: bool) -> None:  # noqa: FBT001  # a column of the table
    assert standing.ages(cited(text, 2022, field)) is expected


@pytest.mark.parametrize(
    ("text", "place", "expected"),
    [
        ("《某市特困人员救助供养办法》（某民发〔2015〕12号）", 1, False),
        ("某民发〔2015〕12号文件《某市特困人员救助供养办法》", 0, False),
        ("《某市抽检工作的通知》（某民发〔2015〕12号）", 1, True),
        ("《某市特困人员救助供养办法》、某民发〔2015〕12号", 1, False),  # 办法 in the cell: thin evidence
    ],
)
def test_a_number_is_what_its_title_is(text: str, place: int, expected: bool) -> None:  # noqa: FBT001  # a column of the table
    view = cited(text, 2022, place=place)
    assert standing.ages(view) is expected


@pytest.mark.parametrize(
    ("text", "year", "expected"),
    [
        ("唐食药监监管【2016】5号", 2021, "食药监"),
        ("唐食药监监管【2016】5号", 2019, ""),
        ("《某市工商行政管理局关于年报的通知》", 2021, "工商行政管理局"),
        ("《关于国税地税征管体制改革的方案》", 2021, ""),
        ("《某市文化和旅游局关于创建的通知》", 2021, ""),
    ],
)
def test_abolished_agencies(text: str, year: int, expected: str) -> None:
    assert standing.abolished_agency(cited(text, year)) == expected
