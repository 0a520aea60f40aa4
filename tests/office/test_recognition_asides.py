"""What stands beside a table and is none: blank samples, choices, notes, rows of dots, signatures, instructions."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from perflint.office.reading import read_document
from perflint.office.recognition import Recognised, recognise
from perflint.office.recognition.draft import Leaf
from tests.office.excel_file import write_excel
from tests.office.leaf import C, Lines, Part
from tests.office.web_file import write_web_page
from tests.office.word_file import write_word

HEAD = [
    (C("项目名称"), C("村医补助", cols=3)),
    (C("预算单位"), C("某县卫生健康局"), C("年度资金总额"), C("96.00")),
    (C("年度目标"), C("补助乡村医生160人，村卫生室正常运行。", cols=3)),
    (C("一级指标"), C("二级指标"), C("三级指标"), C("指标值")),
]
ROWS = [
    (C("产出指标", rows=2), C("数量指标"), C("补助人数"), C("160人")),
    (C("质量指标"), C("发放准确率"), C("100%")),
    (C("满意度指标"), C("服务对象满意度指标"), C("村医满意度"), C("≥90%")),
]
FORM = Lines((*HEAD, *ROWS))
SAMPLE = Lines((
    (C("项目名称"), C("", cols=3)),
    (C("预算单位"), C(""), C("年度资金总额"), C("　　万元")),
    (C("年度目标"), C("目标1：\n目标2：\n……", cols=3)),
    (C("一级指标"), C("二级指标"), C("三级指标"), C("指标值")),
    (C("产出指标", rows=2), C("数量指标"), C("指标1："), C("")),
    (C("质量指标"), C("指标1："), C("××%")),
    (C("……"), C("……"), C("……"), C("……")),
))  # fmt: skip


def _recognised(path: Path) -> Recognised:
    return recognise(read_document(path.read_bytes(), path.name))


def _rows(found: Recognised) -> list[tuple[str, str]]:
    (table,) = found.tables
    return [(_text(row["name"]), _text(row["value"])) for row in table.rows]


def _text(twig: object) -> str:
    assert isinstance(twig, Leaf)
    return twig.text


EXPECTED = [("补助人数", "160人"), ("发放准确率", "100%"), ("村医满意度", "≥90%")]


@pytest.mark.parametrize("kind", [".docx", ".xlsx", ".html"])
def test_a_blank_sample_behind_a_form_is_reported_and_no_table(kind: str, tmp_path: Path) -> None:
    path = tmp_path / f"表{kind}"
    parts: list[Part] = ["2024年项目绩效目标表", FORM, "2024年项目绩效目标表", SAMPLE]
    _write(path, parts)
    found = _recognised(path)
    assert _rows(found) == EXPECTED
    assert "目标1：\n目标2：\n……" in [use.text for use in found.loose]


@pytest.mark.parametrize("kind", [".docx", ".xlsx", ".html"])
def test_a_document_that_holds_a_blank_form_alone_holds_no_table(kind: str, tmp_path: Path) -> None:
    path = tmp_path / f"表{kind}"
    _write(path, ["2024年项目绩效目标表", SAMPLE])
    found = _recognised(path)
    assert found.tables == ()
    assert {"项目名称", "指标1："} <= {use.text for use in found.loose}


def test_a_form_that_is_filled_in_part_is_a_table(tmp_path: Path) -> None:
    rows = (*SAMPLE.rows[:5], (C("质量指标"), C("发放准确率"), C("")))
    path = tmp_path / "表.docx"
    write_word(path, ["2024年项目绩效目标表", Lines(rows)])
    assert len(_recognised(path).tables) == 1


NOTES = [
    ("注：1.指标值应当量化。2.满意度不低于90%。",),
    ("填表说明：本表一式两份。",),
    ("注：", "1.指标值应当量化。", "2.满意度不低于90%。"),
    ("※注意：另附页。",),
    ("填表说明", "1.指标值应当量化。", "（2）满意度不低于90%；"),
    ("一、本表由项目单位填写，一式三份。",),
    ("第1页，共2页",),
]


@pytest.mark.parametrize("kind", [".docx", ".xlsx", ".html"])
@pytest.mark.parametrize("notes", NOTES)
def test_a_note_below_the_list_is_no_indicator(notes: Sequence[str], kind: str, tmp_path: Path) -> None:
    path = tmp_path / f"表{kind}"
    _write(path, ["2024年项目绩效目标表", Lines((*HEAD, *ROWS, *((C(note, cols=4),) for note in notes)))])
    found = _recognised(path)
    assert _rows(found) == EXPECTED
    left = [use.text for use in found.tables[0].uses if use.role == "left"]
    assert left == list(notes)


SIGNED = Lines(((C("填报人：（略）"), C("审核人：（略）"), C("联系电话：（略）"), C("")),))
MORE = Lines((HEAD[3], (C("效益指标"), C("社会效益指标"), C("就近就医率"), C("≥85%"))))
HOW_TO = Lines((
    (C("填报范围"), C("100万元以上的项目")),
    (C("项目名称"), C("填写项目全称")),
    (C("指标值"), C("填写数字和单位")),
))  # fmt: skip


@pytest.mark.parametrize("kind", [".docx", ".xlsx", ".html"])
def test_names_of_who_filled_in_the_form_are_no_indicator(kind: str, tmp_path: Path) -> None:
    path = tmp_path / f"表{kind}"
    _write(path, ["2024年项目绩效目标表", Lines((*HEAD, *ROWS, *SIGNED.rows))])
    assert _rows(_recognised(path)) == EXPECTED


def test_a_sheet_of_instructions_behind_the_form_is_no_table_and_no_indicator(tmp_path: Path) -> None:
    path = tmp_path / "表.xlsx"
    write_excel(path, [("项目", ["2024年项目绩效目标表", FORM]), ("填表说明", [HOW_TO]), ("Sheet3", [HOW_TO])])
    found = _recognised(path)
    assert _text(found.tables[0].rows[-1]["name"]) == "村医满意度"
    assert len(found.tables[0].rows) == len(EXPECTED)


@pytest.mark.parametrize("kind", [".docx", ".html"])
def test_a_table_that_goes_on_under_its_title_is_one(kind: str, tmp_path: Path) -> None:
    path = tmp_path / f"表{kind}"
    _write(path, ["2024年项目绩效目标表", FORM, "— 1 —", "2024年项目绩效目标表（续）", MORE])
    assert _rows(_recognised(path)) == [*EXPECTED, ("就近就医率", "≥85%")]


@pytest.mark.parametrize("label", ["项目资金", "预算资金", "经费预算（万元）", "年度经费", "资金"])
def test_words_of_money_beside_an_amount_are_the_budget(label: str, tmp_path: Path) -> None:
    path = tmp_path / "表.docx"
    money = (C("预算单位"), C("某县卫生健康局"), C(label), C("96.00"))
    write_word(path, [Lines((HEAD[0], money, *HEAD[2:], *ROWS))])
    assert _recognised(path).tables[0].text("budget.total") == "96.00"


def test_a_flat_csv_has_year_unit_and_project_in_columns(tmp_path: Path) -> None:
    path = tmp_path / "表.csv"
    path.write_text(
        "年度,单位,部门,项目,资金（万元）,一级指标,三级指标,指标值\n2024,市体育局,群体处,健身路径,150,产出指标,安装路径,60套\n"
        "2024,市体育局,群体处,健身路径,150,满意度指标,居民满意度,≥85%\n2024,市体育局,竞体处,省运会,420,产出指标,参赛项目,≥18项\n",
        encoding="gb18030",
    )
    heads = [
        [table.text(field) for field in ("year", "agency", "project.name", "budget.total")]
        for table in _recognised(path).tables
    ]
    assert heads == [["2024", "市体育局", "健身路径", "150"], ["2024", "市体育局", "省运会", "420"]]


def test_a_row_of_dots_is_no_indicator_and_keeps_its_class(tmp_path: Path) -> None:
    dotted = [
        *ROWS[:2],
        (C("效益指标", rows=2), C("社会效益指标"), C("……"), C("")),
        (C("生态效益指标"), C("……"), C("……")),
        ROWS[2],
    ]
    path = tmp_path / "表.docx"
    write_word(path, [Lines((*HEAD, *dotted))])
    assert _rows(_recognised(path)) == EXPECTED


def test_signatures_below_the_list_are_no_indicator(tmp_path: Path) -> None:
    signed = [(C("单位负责人（签字）：", cols=2), C("填表人：（略）", cols=2)), (C("（盖章）", cols=4),)]
    path = tmp_path / "表.docx"
    write_word(path, [Lines((*HEAD, *ROWS, *signed))])
    assert _rows(_recognised(path)) == EXPECTED


def test_sheets_of_choices_and_of_instructions_are_no_tables(tmp_path: Path) -> None:
    choices = Lines((
        (C("数量指标"), C("≥")), (C("质量指标"), C("≤")), (C("时效指标"), C("=")), (C("社会效益指标"), C("定性")),
    ))  # fmt: skip
    first = Lines(((C("填表说明"),), (C("1.绩效指标不少于10个。"),), (C("2.指标值应当量化。"),)))
    path = tmp_path / "表.xlsx"
    write_excel(path, [("说明", [first]), ("项目", ["2024年项目绩效目标表", FORM]), ("下拉项", [choices])])
    found = _recognised(path)
    assert _rows(found) == EXPECTED
    assert {"1.绩效指标不少于10个。", "≥", "定性"} <= {use.text for use in found.loose}
    assert "x-left-over" not in found.tables[0].tree


def test_a_second_title_in_a_csv_begins_another_table(tmp_path: Path) -> None:
    def lines(name: str) -> str:
        return (
            f"2024年项目绩效目标表,,,\n项目名称,{name},,\n预算单位,某局,年度资金总额,5万元\n年度目标,建成10公里。,,\n"
            "一级指标,二级指标,三级指标,指标值\n产出指标,数量指标,新建里程,≥10公里\n,质量指标,合格率,100%\n"
        )

    path = tmp_path / "表.csv"
    path.write_text(lines("甲") + "附件2,,,\n" + lines("乙"), encoding="utf-8")
    found = _recognised(path)
    assert [table.text("project.name") for table in found.tables] == ["甲", "乙"]
    assert [[_text(row["name"]) for row in table.rows] for table in found.tables] == [["新建里程", "合格率"]] * 2


@pytest.mark.parametrize(
    ("typed", "read"),
    [("2.3\n万人", "2.3万人"), ("≥\n95%", "≥95%"), ("2024年\n10月底前", "2024年\n10月底前"), ("≥95%\n≥90%", "≥95%\n≥90%"),
     ("1.修路5\n2.修桥3", "1.修路5\n2.修桥3"), ("优\n良", "优\n良")],
)  # fmt: skip
def test_a_value_that_the_cell_broke_off_is_one_again(typed: str, read: str, tmp_path: Path) -> None:
    path = tmp_path / "表.docx"
    write_word(path, [Lines((*HEAD, (C("产出指标"), C("数量指标"), C("受益人口"), C(typed))))])
    assert _rows(_recognised(path)) == [("受益人口", read)]


def _write(path: Path, parts: Sequence[Part]) -> None:
    if path.suffix == ".xlsx":
        write_excel(path, [("表", parts)])
    else:
        (write_word if path.suffix == ".docx" else write_web_page)(path, parts)
