"""Round brackets around a citation that have no partner."""

import pytest

from perflint.facts.sources.citing import find_marks
from perflint.facts.sources.round_bracket import bracket_beside, single_brackets


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("（巴编办发〔2020〕40号文件，负责市本级", "（巴编办发〔2020〕40号"),
        ("《通知》财税〔2017〕20号）", "财税〔2017〕20号）"),
        ("《通知》财税〔2017〕20号文件）、其他", "财税〔2017〕20号文件）"),
        ("《通知》（财税〔2017〕20号）", ""),
        ("1）财税〔2017〕20号", ""),
        ("（见《通知》(财税〔2017〕20号)", ""),
        ("（根据财税〔2017〕20号）", ""),
    ],
)
def test_half_a_bracket(text: str, marked: str) -> None:
    number = next(citation for citation in find_marks(text) if citation.kind == "number")
    found = bracket_beside(text, number.start, number.end)
    assert (found.text if found else "") == marked


def test_the_kinds_of_a_text() -> None:
    text = "《通知》（财税〔2017〕20号、冀财行〔22〕4号、财政部令第94号）、GB/T 19001-2016、《办法"
    assert [citation.kind for citation in find_marks(text)] == [
        "title",
        "number",
        "broken",
        "order",
        "standard",
        "stray",
    ]


def test_hostile_texts() -> None:
    assert not single_brackets("（" * 100_000)
    assert len(find_marks("《" * 100_000)) < 100
    assert find_marks("〔2021" * 20_000) == ()
