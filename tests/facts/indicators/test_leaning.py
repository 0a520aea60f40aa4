"""Whether a description says the reverse of the name, or speaks of what is done about something bad."""

import pytest

from perflint.facts.indicators.leaning import described, inverse_described
from tests.facts.rows import row_of


@pytest.mark.parametrize(
    ("name", "description", "inverse"),
    [
        ("抽检合格率", "抽检不合格批次占总批次的比重", True),
        ("整改及时率", "未按期整改的问题占比", True),
        ("不合格产品处置率", "已处置的不合格产品占全部不合格产品的比例", False),
        ("问题处置率", "已处置的不合格产品占比", False),
        ("产品整改率", "不合格产品整改数占比", False),
        ("抽检合格率", "已抽检产品中不合格产品占比", True),
        ("抽检合格率", "抽检合格批次占总批次的比例", False),
    ],
)
def test_what_defines_the_inverse(name: str, description: str, *, inverse: bool) -> None:
    assert inverse_described(row_of(name, "100%", description=description)) is inverse


def test_the_head_behind_a_share_says_nothing() -> None:
    assert described(row_of("甲", "100%", description="已处置的不合格产品占全部不合格产品的比例")) == "ambiguous"
    assert described(row_of("甲", "100%", description="差错率")) == "negative"
