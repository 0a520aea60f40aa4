"""A table on its form: which form, which title, what stands beside what, and what goes to the remarks."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perflint.model import load_profiles, read_tables
from perflint.office.export import Sheet, file_names, template_for
from perflint.office.export.sheet import Panel, Prose
from perflint.source import read_source
from tests.office.export_tables import TABLES
from tests.office.test_export_conservation import sheets_of


def lines(sheet: Sheet) -> list[list[str]]:
    """Return the texts of a sheet's tables line by line."""
    panels = (part for part in sheet.parts if isinstance(part, Panel))
    return [[cell.text for cell in line.cells] for panel in panels for line in panel.lines]


@pytest.mark.parametrize("form", TABLES)
def test_profile_and_cells_decide_about_the_form(form: str) -> None:
    table = read_tables(read_source(TABLES[form].encode(), "")).tables[0]
    assert template_for(table, load_profiles()).form == form


def test_profile_asked_for_counts_where_the_table_names_none() -> None:
    tables = read_tables(
        read_source("{kind: project, indicators: []}\n---\n{kind: project, profile: 无, indicators: []}".encode(), "")
    ).tables
    assert template_for(tables[0], load_profiles(), "hebei").form == "H"
    assert template_for(tables[1], load_profiles(), "hebei").form == "G"  # a name that nobody knows


@pytest.mark.parametrize(
    ("table", "title"),
    [
        ("{kind: project, title: 表一, indicators: []}", "表一"),
        ("{kind: project, profile: hebei, project: {name: 甲}, indicators: []}", "甲绩效目标表"),
        ("{kind: project, profile: sichuan, year: 2026, indicators: []}", "2026年部门预算项目支出绩效目标表"),
        ("{kind: project, profile: sichuan, indicators: []}", "部门预算项目支出绩效目标表"),
    ],
)
def test_title_is_the_one_typed_or_that_of_the_form(table: str, title: str) -> None:
    assert sheets_of(table)[0].title == title


def test_plan_by_months_takes_two_lines() -> None:
    found = lines(sheets_of(TABLES["H"])[0])
    place = next(number for number, line in enumerate(found) if line[0] == "资金支出计划（累计%）")
    assert found[place][1:] == ["1月", "2月", "3月", "4月", "5月", "6月"]
    assert found[place + 3] == ["56%", "64%", "72%", "80%", "90%", "100%"]


def test_halves_stand_side_by_side_by_their_classes() -> None:
    found = lines(sheets_of(TABLES["A"])[0])
    place = next(number for number, line in enumerate(found) if "三年检查次数" in line)
    assert found[place][:7] == ["产出指标", "数量指标", "三年检查次数", "≥90次", "数量指标", "检查次数", "≥30次"]
    assert found[place + 1] == ["", "", "培训", "不少于1次", "指标值确定依据：工作计划"]
    assert found[place + 2] == ["质量指标", "", "", "质量指标", "完成率", "100%", ""]
    assert found[place + 3] == ["成本指标", "三年成本", "≤90万元", "成本指标", "", "", ""]


def test_blank_amounts_keep_the_words_of_the_form() -> None:
    sheet = sheets_of("{kind: project, profile: sichuan, budget: {total: 8 万元}, indicators: []}")[0]
    found = [text for line in lines(sheet) for text in line]
    assert "年度资金总额：8 万元" in found
    assert "其中：财政拨款　　　万元" in found
    assert "中长期目标（20**年—20**年）" in found


def test_cell_without_a_place_on_the_form_is_labelled() -> None:
    table = "{kind: project, profile: hebei, phone: '123', remark: 甲, x-乙: 丙, extraction: damaged, indicators: []}"
    found = lines(sheets_of(table)[0])
    assert ["联系电话", "123"] in found
    assert ["备注", "甲\n提取质量：damaged\n【乙】丙"] in found


def test_rows_get_further_columns_or_a_remark() -> None:
    few = lines(
        sheets_of("{kind: project, profile: hebei, indicators: [{name: 甲, value: 1次, weight: '5', remark: 乙}]}")[0]
    )
    assert few[-2][-2:] == ["权重", "备注"]
    assert few[-1][-2:] == ["5", "乙"]
    row = {
        "name": "甲",
        "weight": "5",
        "unit": "次",
        "op": "≥",
        "scoring": "按数",
        "formula": "计数",
        "evidence": "台账",
        "region": "东区",
    }
    many = lines(sheets_of(json.dumps({"kind": "project", "profile": "hebei", "indicators": [row]}))[0])
    assert many[-2][-1] == "备注"
    assert (
        many[-1][-1] == "权重：5\n度量单位：次\n指标性质：≥\n评分标准：按数\n计算公式：计数\n佐证资料：台账\n区域：东区"
    )


def test_department_text_has_numbered_sections() -> None:
    prose = [part for part in sheets_of(TABLES["DN"])[0].parts if isinstance(part, Prose)]
    assert [part.text for part in prose if part.role == "heading"] == [
        "一、总体绩效目标", "二、部门职责", "三、分项绩效目标", "四、工作保障措施", "五、备注",
    ]  # fmt: skip
    texts = [part.text for part in prose]
    assert "绩效目标：推进战略" in texts
    assert texts.count("制定标准20项，地方10项；") == 1  # the printed line of two rows


def test_names_of_files_are_safe_and_differ() -> None:
    assert file_names(["甲/乙", "甲/乙", "..", "a" * 200, "CON "]) == [
        "甲_乙",
        "甲_乙-2",
        "绩效目标表",
        "a" * 80,
        "绩效目标表-CON",
    ]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("CON", "绩效目标表-CON"), ("nul", "绩效目标表-nul"), ("Com1.2024", "绩效目标表-Com1.2024"), ("CONTROL", "CONTROL"),
        ("-rf", "rf"), ("--help", "help"), ("~$锁", "锁"), (".隐藏", "隐藏"), ("perflint", "绩效目标表-perflint"),
        ("甲\u202e乙\u200b丙\ufeff", "甲乙丙"), ("甲\ud800乙", "甲乙"), ("甲\u2028乙", "甲_乙"), ("\u200b", "绩效目标表"),
        ("甲/乙：丙?", "甲_乙：丙"), ("e\u0301", "é"), ("结尾. ", "结尾"),
    ],
)  # fmt: skip
def test_names_of_files_that_every_system_takes(title: str, name: str) -> None:
    assert file_names([title]) == [name]


@given(st.lists(st.text(max_size=300), max_size=8))
def test_names_of_files_are_short_different_and_seen(titles: list[str]) -> None:
    names = file_names(titles)
    assert len({unicodedata.normalize("NFC", name).casefold() for name in names}) == len(titles)
    for name in names:
        assert 0 < len(f"{name}-99.yaml".encode()) <= 255
        assert not name.startswith(("-", ".", "~"))
        assert not name.endswith((".", " "))
        assert all(unicodedata.category(char) not in {"Cc", "Cf", "Cs"} for char in name)
