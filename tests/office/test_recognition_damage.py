"""Tables that conversion to text moved about: rows find their columns again, and real damage is said."""

from perflint.office.grid import Grid, GridCell, Paper, Paragraph
from perflint.office.recognition import Draft, recognise
from tests.office.papers import paper, rows, table_of

_HEADER = ["绩效指标|一级指标|二级指标|三级指标|指标值|二级指标|三级指标|指标值"]


def _typed(*lines: str) -> Grid:
    """Return a grid without merged cells, as it is read from text with tabs."""
    cells = [
        GridCell(text, row, column, f"第{row + 1}行第{column + 1}列")
        for row, line in enumerate(lines) for column, text in enumerate(line.split("|"))
    ]  # fmt: skip
    return Grid(1, "", tuple(cells), len(lines), max(line.count("|") + 1 for line in lines))


def _draft(*lines: str) -> Draft:
    (draft,) = recognise(Paper("a.txt", (_typed("项目名称||某项目", *_HEADER, *lines),))).tables
    return draft


def test_rows_that_slid_to_the_left() -> None:
    draft = _draft(
        "|产出指标|数量指标|||数量指标|培训|1次", "|成本指标|||成本指标|办案|6万元|", "|||||培训|300元/天|",
        "满意度指标|服务对象满意度|||服务对象满意度|公众|≥96%|",
    )  # fmt: skip
    assert rows(table_of(draft), "level1", "level2", "name", "value") == [
        ("产出指标", "数量指标", "培训", "1次"), ("产出指标", "成本指标", "办案", "6万元"),
        ("产出指标", "成本指标", "培训", "300元/天"), ("满意度指标", "服务对象满意度", "公众", "≥96%"),
    ]  # fmt: skip
    assert "extraction" not in draft.tree


def test_the_second_level_of_the_left_half_holds_for_the_right_one() -> None:
    draft = _draft("|产出指标|数量指标||||监管|8次", "||||||处置|1次")
    assert rows(table_of(draft), "level2", "name") == [("数量指标", "监管"), ("数量指标", "处置")]


def test_labels_written_twice_count_once() -> None:
    draft = _draft("|产出指标|成本指标|成本指标|||成本指标|办公室|3元", "||质量指标|质量指标|||质量指标|使用率|100%")
    assert [row[:2] for row in rows(table_of(draft), "level2", "name")] == [
        ("成本指标", "办公室"),
        ("质量指标", "使用率"),
    ]
    assert draft.text("extraction") == "damaged"


def test_a_lost_first_level_is_left_blank_and_said() -> None:
    draft = _draft("|产出指标|数量指标|||数量指标|培训|1次", "||社会效益指标|||社会效益指标|就业|5人")
    assert rows(table_of(draft), "level1", "level2")[1] == ("", "社会效益指标")
    assert draft.text("extraction") == "damaged"


def test_rows_without_a_head_are_a_damaged_table_of_their_own() -> None:
    first = _typed(
        "项目名称||甲",
        *_HEADER,
        "|产出指标|数量指标|||数量指标|培训|1次",
        "|满意度指标|服务对象满意度|||服务对象满意度|公众|≥96%",
    )
    second = _typed("产出指标|质量指标|||质量指标|设备|1台", "满意度指标|服务对象满意度|||服务对象满意度|单位|≥90%")
    whole_paper = Paper("a.txt", (first, Paragraph("绩效指标", "第9行"), second))
    whole, headless = recognise(whole_paper).tables
    assert "extraction" not in whole.tree
    assert headless.text("extraction") == "damaged"
    assert rows(table_of(headless), "level1", "level2", "name", "value") == [
        ("产出指标", "质量指标", "设备", "1台"), ("满意度指标", "服务对象满意度", "单位", "≥90%"),
    ]  # fmt: skip


def test_a_hostile_grid_takes_no_time() -> None:
    lines = ["|".join(["乱"] * 7)] * 3000
    (draft,) = recognise(Paper("a.txt", (_typed("项目名称||某项目", *_HEADER, *lines),))).tables
    assert len(draft.rows) >= 3000


def test_targets_left_blank_in_a_word_form_are_no_damage() -> None:
    lines = [
        "项目名称|甲|<|<",
        "一级指标|二级指标|三级指标|指标值",
        *[f"产出指标|数量指标|第{n}项|" for n in range(4)],
        "产出指标|数量指标|里程|5",
    ]
    (draft,) = recognise(paper(lines)).tables
    assert "extraction" not in draft.tree
    typed = [f"|产出指标|数量指标|||数量指标|第{n}项|" for n in range(4)]
    assert _draft(*typed, "|产出指标|数量指标|||数量指标|里程|5").text("extraction") == "damaged"
