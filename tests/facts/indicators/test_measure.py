"""Names and targets that do not measure the same."""

import pytest

from perflint.facts.indicators import measure
from tests.facts.rows import row_of


@pytest.mark.parametrize(
    ("name", "absent"),
    [
        ("确保当年不发生食品安全责任事故", True),
        ("零投诉", True),
        ("无责任事故率", False),
        ("无障碍设施覆盖", False),
        ("医疗废物无害化处理", False),
        ("检查次数", False),
    ],
)
def test_absences(name: str, *, absent: bool) -> None:
    assert measure.asserts_absence(row_of(name, "100%")) is absent


@pytest.mark.parametrize(
    ("name", "value", "unclear"),
    [
        ("知识产权执法保护工作提升", "20%", True),
        ("办公效能提升", "100%", True),
        ("服务质量提升", "30%", True),
        ("销售收入增长幅度", "20%", False),
        ("农产品增加量", "20%", False),
        ("提升改造工程验收", "100%", False),
        ("降低物流成本", "≥5%", False),
    ],
)
def test_changes_without_a_base(name: str, value: str, *, unclear: bool) -> None:
    row = row_of(name, value)
    assert (measure.names_change(row) and measure.bare_percentage(row)) is unclear
