"""Words where a number is asked for."""

import pytest

from perflint.facts.measure import words
from tests.facts.rows import row_of


@pytest.mark.parametrize(
    ("name", "value", "description", "kind"),
    [
        ("责任事故率", "查找问题并落实整改措施", "", "rate"),
        ("检查次数", "依法开展检查", "", "count"),
        ("按时发放", "≥1人/年", "", "time"),
        ("及时性", "及时保障", "加油站抽检一次", "talk"),
        ("责任事故率", "无责任事故", "", ""),
        ("覆盖率", "应保尽保", "", ""),
        ("按时发放", "12次", "", ""),
        ("发放及时率", "100%", "", ""),
    ],
)
def test_other_measures(name: str, value: str, description: str, kind: str) -> None:
    assert words.measures_otherwise(row_of(name, value, description=description)) == kind
