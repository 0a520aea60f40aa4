"""What a table says of itself: its cells by name, whose it is, rows by class, items of the cost."""

import pytest

from perflint.facts.structure.class_rows import classes  # noqa: F401  # its facts are entered at import
from perflint.facts.structure.cost_item import COST_ITEM, cost_items
from perflint.facts.structure.table import TABLE
from perflint.facts.structure.whose import agency  # noqa: F401  # its facts are entered at import
from perflint.facts.vocabulary import Unknown
from tests.facts.tables import view_of


def fact(name: str, text: str) -> object:
    """Return a fact of a whole table."""
    return TABLE.facts[f"table.{name}"].derive(view_of(text))


def test_own_cells_stand_beside_those_of_the_format() -> None:
    text = "year: 2025\nx-责任科室: 监督科\nproject: {name: 检测费, x-密级: ''}\nx-source: {file: a.docx}\n"
    assert fact("filled", text) == ("kind", "year", "project.name", "x-责任科室")
    cells = fact("cells", text)
    assert isinstance(cells, dict)
    assert {name: text for name, text in cells.items() if "x-" in name} == {
        "x-责任科室": "监督科",
        "project.x-密级": "",
    }


@pytest.mark.parametrize(
    ("cells", "name", "code"),
    [
        ("agency: 414001 某县水利局本级", "某县水利局本级", "414001"),
        ("agency: {code: '414001', name: 某县水利局}", "某县水利局", "414001"),
        ("supervisor: 某县水利局", "某县水利局", ""),
        ("year: 2025", "", ""),
    ],
)
def test_whose_table_it_is(cells: str, name: str, code: str) -> None:
    assert (fact("agency", cells), fact("agency_code", cells)) == (name, code)


def test_rows_by_class_and_kind_of_value() -> None:
    text = (
        "indicators:\n"
        "  - {level1: 产出指标, level2: 数量指标, name: 批次, value: 3批次, basis: 任务书}\n"
        "  - {level1: 产出指标, level2: 数量指标, name: 场次}\n"
        "  - {level1: 产出指标, level2: 质量指标, name: 合格率, value: ≥95%, description: 合格的占比}\n"
        "  - {level1: 效益指标, level2: 社会效益指标, name: 环境, value: 明显改善}\n"
        "  - {level1: 效益指标, level2: 社会效益指标, name: 面貌, value: 良好, horizon: 中长期}\n"
    )
    names = (
        "quantity_rows",
        "quality_rows",
        "benefit_rows",
        "satisfaction_rows",
        "qualitative_rows",
        "based_rows",
        "described_rows",
    )
    assert [fact(name, text) for name in names] == [1, 1, 1, 0, 1, 1, 1]
    assert fact("classes", text) == ("output.quantity", "output.quality", "benefit.social")


def test_items_of_the_cost() -> None:
    view = view_of(
        "budget:\n  total: 100万元\n  breakdown:\n    - {item: 设备, amount: 60, basis: 20台×3万元}\n    - {item: 安装, amount: 待定}\n    - {}\n"
    )
    found = list(cost_items(view))
    values = {
        name: [COST_ITEM.facts[f"cost_item.{name}"].derive(item) for item in found]
        for name in ("name", "yuan", "basis")
    }
    assert values == {"name": ["设备", "安装"], "yuan": [600_000.0, 0.0], "basis": ["20台×3万元", ""]}
    share = COST_ITEM.facts["cost_item.share"].derive
    assert share(found[0]) == 60.0
    assert isinstance(share(found[1]), Unknown)
