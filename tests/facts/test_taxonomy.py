"""Printed labels and the classes that they mean."""

import pytest

from perflint.facts.knowledge import load_knowledge
from perflint.facts.taxonomy import FRAME_2015, FRAME_2021


@pytest.mark.parametrize(
    ("label", "level", "id_"),
    [
        ("产出指标", 1, "output"),
        ("产出", 1, "output"),
        ("产出指标（50分）", 1, "output"),
        ("产 出 指 标", 1, "output"),
        ("数量指标", 2, "output.quantity"),
        ("数量指标", 1, ""),
        ("成本指标", 1, "cost"),
        ("成本指标", 2, "cost"),
        ("服务对象 满", 2, "satisfaction.target"),
        ("满意度", 2, "satisfaction.target"),
        ("资金投入", 1, ""),
        ("", 1, ""),
    ],
)
def test_labels(label: str, level: int, id_: str) -> None:
    known = load_knowledge().taxonomy.find(label, level)
    assert (known.id if known else "") == id_


def test_nearest_and_parents() -> None:
    taxonomy = load_knowledge().taxonomy
    assert taxonomy.nearest("产出类指标", 1) == "产出指标"
    assert taxonomy.nearest("天气", 1) == ""
    cost, quantity = taxonomy.classes["cost"], taxonomy.classes["output.quantity"]
    assert (taxonomy.parent(cost, FRAME_2015), taxonomy.parent(cost, FRAME_2021)) == ("output", "")
    assert taxonomy.parent(quantity, FRAME_2021) == "output"
