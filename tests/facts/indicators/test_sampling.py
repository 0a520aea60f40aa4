"""Pass rates of sampling among the quality rows, with what the table says of its project."""

import pytest

from perflint.facts.indicators.sampling import sampling_views
from tests.facts.tables import view_of


@pytest.mark.parametrize(
    ("project", "level2", "name", "found"),
    [
        ("食品抽检经费", "质量指标", "食品抽检合格率", ["食品抽检经费按季抽检"]),
        ("食品安全 宣传", "质量指标", "食品抽检合格率", ["食品安全宣传按季抽检"]),
        ("食品抽检经费", "社会效益指标", "食品抽检合格率", []),
        ("设备购置", "质量指标", "验收检验合格率", []),
        ("设备购置", "质量指标", "验收合格率", []),
    ],
)
def test_sampling(project: str, level2: str, name: str, found: list[str]) -> None:
    level1 = "产出指标" if level2 == "质量指标" else "效益指标"
    row = f"{{level1: {level1}, level2: {level2}, name: {name}, value: ≥98%}}"
    view = view_of(f"project: {{name: {project}}}\ngoals: 按季抽检\nindicators:\n  - {row}\n")
    assert [sampling.project for sampling in sampling_views(view)] == found
