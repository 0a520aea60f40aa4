"""A finding stands on the box of its cell; where the cell is missing, on what is nearest."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perflint.model import load_profiles, read_tables
from perflint.office.export import lay_out, template_for
from perflint.source import read_source
from perflint.web.outcome import Box
from perflint.web.placing import TITLE, Placement, placement
from tests.web.remarks import remark
from tests.web.tables import TABLE, sheets

_EXAMPLES = sorted((Path(__file__).resolve().parents[2] / "examples").rglob("*.yaml"))


def _placed(*pointers: str) -> tuple[Placement, dict[int, Box]]:
    shown = placement(sheets()[0], [remark(number, pointer) for number, pointer in enumerate(pointers, 1)], "")
    boxes = [shown.paper.title, *(box for part in shown.paper.parts for line in part.lines for box in line)]
    return shown, {box.number: box for box in boxes}


@pytest.mark.parametrize(
    ("pointer", "text"),
    [
        ("/绩效指标/1/指标值", "≤100%"),
        ("/绩效指标/1/指标值/3", "≤100%"),  # below a cell: the cell
        ("/项目/项目名称", "农村供水管网巡查"),
        ("/预算/其他资金", "5"),
        ("/预算/没有的格", "30"),  # a missing cell: what stands in the same part
        ("/绩效指标/2/没有的格", "满意度指标"),
        ("/绩效指标/2", "满意度指标"),
        ("/没有的格", "农村供水管网巡查绩效目标表"),  # nothing near: the title
        ("", "农村供水管网巡查绩效目标表"),
    ],
)
def test_a_finding_stands_on_its_cell(pointer: str, text: str) -> None:
    shown, boxes = _placed(pointer)
    assert boxes[shown.boxes[1]].text == text
    assert [mark.number for mark in boxes[shown.boxes[1]].marks] == [1]


def test_several_findings_share_a_box_in_their_order() -> None:
    shown, boxes = _placed("/绩效指标/1/指标值", "/绩效指标/0/指标值", "/绩效指标/1/指标值")
    assert [mark.number for mark in boxes[shown.boxes[1]].marks] == [1, 3]
    assert shown.boxes[1] == shown.boxes[3] != shown.boxes[2]


def test_tables_of_one_file_do_not_share_boxes() -> None:
    first, second = read_tables(read_source(f"{TABLE}---\n{TABLE}".encode(), "t")).tables
    profiles = load_profiles(())
    shown = placement(lay_out(first, template_for(first, profiles)), [remark(1, "#1/绩效指标/1/指标值")], first.pointer)
    assert shown.boxes[1] == TITLE
    own = placement(
        lay_out(second, template_for(second, profiles)), [remark(1, "#1/绩效指标/1/指标值")], second.pointer
    )
    assert own.boxes[1] != TITLE


@pytest.mark.parametrize("path", _EXAMPLES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_cell_that_is_printed_knows_its_place(path: Path) -> None:
    """On each published form: a box says the text of every cell that it claims to print."""
    for table in read_tables(read_source(path.read_bytes(), "t")).tables:
        shown = placement(lay_out(table, template_for(table, load_profiles(()))), [], table.pointer)
        texts = {box.number: box.text for part in shown.paper.parts for line in part.lines for box in line}
        typed = {cell.pointer: cell.text for cell in table.cells.values()}
        typed |= {cell.pointer: cell.text for row in table.rows for cell in row.cells.values()}
        claimed = {pointer for places in shown.cells.values() for pointer in places}
        assert {row.cells["value"].pointer for row in table.rows if "value" in row.cells} <= claimed
        for number, places in shown.cells.items():
            for pointer in places:
                lines = [line.strip() for line in typed.get(pointer, "").split("\n")]
                assert any(line in texts[number] for line in lines) or len(places) > 1 or "☑" in texts[number]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(["绩效指标", "项目", "0", "1", "2", "指标值", "预算", "~1", "x"]), max_size=5))
def test_any_pointer_finds_a_box(steps: list[str]) -> None:
    shown, boxes = _placed("".join(f"/{step}" for step in steps))
    assert shown.boxes[1] in boxes


def test_each_line_of_a_form_fills_its_columns() -> None:
    """Cells that go over several lines included, so that nothing slips to the left in a browser."""
    for part in _placed()[0].paper.parts:
        filled: dict[int, set[int]] = {}
        for row, line in enumerate(part.lines):
            at = 0
            for box in line:
                while at in filled.get(row, set()):
                    at += 1
                for down in range(box.rows):
                    filled.setdefault(row + down, set()).update(range(at, at + box.columns))
        assert all(columns == set(range(len(part.widths))) for columns in filled.values())
