"""Names that say nothing of the object: alone they do, with a description or a telling value they do not."""

import pytest

from perflint.facts.indicators.generic import described_otherwise, generic, generic_usual
from tests.facts.rows import row_of


@pytest.mark.parametrize(
    ("name", "value", "description", "found"),
    [
        ("及时性", "100%", "", True),
        ("覆盖率", "≥95%", "", True),
        ("覆盖率（%）", "95", "", True),
        ("社会效益指标", "良好", "", True),
        ("覆盖率", "≥95%", "食品抽检覆盖率", False),
        ("覆盖率", "全县食品生产企业检查全覆盖", "", False),
        ("食品抽检覆盖率", "≥95%", "", False),
        ("", "≥95%", "", False),
    ],
)
def test_generic(name: str, value: str, description: str, found: bool) -> None:  # noqa: FBT001  # a table of values
    assert generic(row_of(name, value, description=description)) is found


def test_usual_names_and_descriptions() -> None:
    assert generic_usual(row_of("服务对象满意度", "≥90%"))
    assert not generic_usual(row_of("及时性", "100%"))
    assert described_otherwise(row_of("及时性", "100%", description="按月拨付"))
    assert not described_otherwise(row_of("及时性", "100%", description="及时 性"))
