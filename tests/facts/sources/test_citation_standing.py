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
    ("text", "registered", "replaced_on"),
    [
        ("《食品经营许可管理办法》", "superseded", "2023-12-01"),
        ("《合同法》", "superseded", "2021-01-01"),
        ("《产品质量监督抽查管理暂行办法》", "", ""),
        ("《检验检测机构管理办法》", "unknown", ""),
        ("财税〔2017〕20号", "", ""),
    ],
)
def test_registered(text: str, registered: str, replaced_on: str) -> None:
    citation = cited(text, 2022)
    assert (standing.registered(citation), standing.replaced_on(citation)) == (registered, replaced_on)


def test_a_title_speaks_for_its_number_and_a_repeal_for_nothing() -> None:
    text = "《企业知识产权管理规范》（GB/T 29490-2013）"
    assert [standing.registered(cited(text, 2025, place=place)) for place in (0, 1)] == ["superseded", ""]
    assert standing.registered(cited("《关于废止〈合同法〉的决定》", 2023, place=1)) == ""


@pytest.mark.parametrize(
    ("text", "document_type", "number"),
    [
        ("《某市抽检工作的通知》（冀财行〔2022〕104号）", "通知", "冀财行〔2022〕104号"),
        ("冀财行〔2022〕104号《某市抽检工作方案（试行）》", "方案", "冀财行〔2022〕104号"),
        ("《某市抽检工作的通知》", "通知", ""),
        ("《某市抽检管理办法》（冀财行〔2022〕104号）", "", "冀财行〔2022〕104号"),
    ],
)
def test_a_title_and_the_number_beside_it(text: str, document_type: str, number: str) -> None:
    marks = range(len(find_marks(text)))
    (title,) = (view for place in marks if (view := cited(text, 2022, place=place)).is_title)
    assert (standing.document_type(title), standing.number_beside(title)) == (document_type, number)


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
    ("text", "expected"),
    [
        ("唐食药监监管【2016】5号", "食药监"),
        ("《某市工商行政管理局关于年报的通知》", "工商行政管理局"),
        ("《关于国税地税征管体制改革的方案》", ""),
        ("《某市文化和旅游局关于创建的通知》", ""),
    ],
)
def test_abolished_agencies(text: str, expected: str) -> None:
    assert standing.abolished_agency(cited(text, 2021)) == expected
