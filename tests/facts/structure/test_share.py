"""The weight of each class beside the usual split: only where all weights are there and their total has one."""

import pytest

from perflint.facts.structure.share import gap, name, share_views, usual_weight
from tests.facts.tables import view_of

CLASSES = {
    "产": "level1: 产出指标, level2: 数量指标", "效": "level1: 效益指标, level2: 社会效益指标",
    "满": "level1: 满意度指标, level2: 服务对象满意度指标", "本": "level1: 成本指标, level2: 经济成本指标",
}  # fmt: skip


@pytest.mark.parametrize(
    ("weights", "usual"),
    [
        ({"产": 50, "效": 30, "满": 10}, {"产出": 50, "效益": 30, "满意度": 10}),
        ({"产": 60, "效": 30}, {"产出": 50, "效益": 40}),
        ({"本": 20, "产": 40, "效": 20, "满": 10}, {"成本": 20, "产出": 40, "效益": 20, "满意度": 10}),
        ({"产": 40, "效": 30, "满": 10}, {"产出": 40, "效益": 30, "满意度": 10}),
        ({"产": 50, "效": 40, "满": 10}, {}),
        ({"产": 50, "效": 30, "满": ""}, {}),
    ],
)
def test_usual_split(weights: dict[str, object], usual: dict[str, int]) -> None:
    rows = [f"  - {{{CLASSES[side]}, name: 检查{side}, value: 3次, weight: '{n}'}}" for side, n in weights.items()]
    shares = list(share_views(view_of("indicators:\n" + "\n".join(rows) + "\n", "mof-2021")))
    assert {name(share): usual_weight(share) for share in shares} == usual
    assert all(gap(share) == abs(float(share.total) - share.usual) for share in shares)
