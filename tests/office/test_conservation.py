"""Nothing is lost: every filled cell of a document is a value, a label, a heading, or is named as left over."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perflint.office.grid import Grid, GridCell, Paper, Paragraph
from perflint.office.reading.opening import read_document
from perflint.office.recognition import Draft, recognise
from perflint.office.recognition.boxes import has_boxes
from perflint.office.recognition.draft import Leaf, Twig
from perflint.office.yamlwriting import write_table
from perflint.source import read_source
from perflint.typography import fold, is_blank
from tests.office.fixtures import FORMS, build
from tests.thorough import tries


def _unaccounted(paper: Paper) -> list[str]:
    found = recognise(paper)
    known = {use.place for draft in found.tables for use in draft.uses} | {use.place for use in found.loose}
    filled = [(cell.place, cell.text) for grid in paper.grids for cell in grid.cells]
    filled += [(part.place, part.text) for part in paper.parts if isinstance(part, Paragraph)]
    return [place for place, text in filled if not is_blank(text) and place not in known]


def _texts(twig: Twig) -> list[str]:
    if isinstance(twig, Leaf):
        return [fold(twig.text)]
    return [text for item in (twig.values() if isinstance(twig, dict) else twig) for text in _texts(item)]


def _not_written(draft: Draft) -> list[str]:
    """Return the cells said to be values, or left over, of which nothing stands in the YAML."""
    written = [text for text in _texts(draft.tree) if text]
    lost = []
    for use in draft.uses:
        text = fold(use.text)
        figures = any(char.isdigit() for char in text)
        names_only = has_boxes(use.text) or (use.field.startswith("budget.") and not figures)
        if use.role in {"value", "left"} and not names_only and not any(one in text or text in one for one in written):
            lost.append(f"{use.place} {use.text}")
    return lost


@pytest.mark.parametrize("form", sorted(FORMS))
def test_no_cell_of_a_form_is_lost(form: str, tmp_path: Path) -> None:
    for document in build(form, tmp_path):
        paper = read_document(document.path.read_bytes(), document.path.name)
        assert _unaccounted(paper) == []
        for draft in recognise(paper).tables:
            assert _not_written(draft) == []


_WORDS = st.sampled_from([
    "", " ", "项目名称", "项目编码", "预算数", "其中：财政资金", "5.00", "绩效目标", "一级指标", "二级指标", "三级指标", "指标值",
    "产出指标", "数量指标", "满意度指标", "≥95%", "资金支出计划", "3月底", "50%", "合计", "1.一般公共预算收入", "2.政府性基金预算收入",
    "中长期目标", "年度目标", "任务名称", "主要内容", "财政拨款", "☑新增 □延续", "项目属性", "备注", "抽检批次", "年度资金总额： 8 万元",
    "职责序号", "职责目标", "来源", "附件1", "2023年项目绩效目标表", "预期目标", "实际完成情况", "年初预算数", "全年预算数", "全年执行数",
    "起止年限", "2023年-2024年", "马踏镇", "单位：万元", "填报单位：某局 单位：元", "414001某县某局", "[2019]2号 # x: 'y'", "\t- {a}",
])  # fmt: skip


@given(st.lists(st.lists(_WORDS, min_size=1, max_size=7), min_size=1, max_size=10), st.integers(1, 2))
@settings(max_examples=tries(150), deadline=None)
def test_no_cell_of_any_grid_is_lost(texts: list[list[str]], merged: int) -> None:
    cells = [
        GridCell(text, row, column, f"表1 第{row + 1}行第{column + 1}列", 1, merged if column == len(line) - 1 else 1)
        for row, line in enumerate(texts) for column, text in enumerate(line)
    ]  # fmt: skip
    paper = Paper("任意.docx", (Grid(1, "", tuple(cells), len(texts), max(map(len, texts)) + 1),))
    assert _unaccounted(paper) == []
    for draft in recognise(paper).tables:
        assert _not_written(draft) == []
        for keys in ("zh", "en"):
            assert not read_source(write_table(draft.tree, keys).encode(), "x.yaml").faults
