"""Full-width characters and approximate numbers in running text."""

import pytest

from perflint.facts.values import mention, mentionview
from tests.facts.rows import row_of


def _half(text: str) -> str:
    found = list(mentionview.row_mentions(row_of("抽检", "3次", description=text)))
    return str(mention.half_width(found[0])) if found else ""


@pytest.mark.parametrize(
    ("text", "half"),
    [
        ("抽检１２００批次", "抽检1200批次"),
        ("达到95％", "达到95%"),
        ("１．５万元／年", "1.5万元/年"),
        ("财政资金1080万元．", "财政资金1080万元。"),
    ],
)
def test_half_width(text: str, half: str) -> None:
    assert _half(text) == half


@pytest.mark.parametrize(
    "text", ["1．加强监管", "１．加强监管", "一是；２、完成抽检", "抽检1200批次（次）", "Ａ级单位", "3～5次", ""]
)
def test_what_stays(text: str) -> None:
    assert _half(text) == ""


@pytest.mark.parametrize(("value", "found"), [("20余台", "20余台"), ("20台", ""), ("余额20万元", "")])
def test_approximate_values(value: str, found: str) -> None:
    views = list(mentionview.row_mentions(row_of("检定", value)))
    assert [mention.approximate(view) for view in views] == ([found] if found else [])
