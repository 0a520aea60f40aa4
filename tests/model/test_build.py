"""Tables from documents: either key language, every shape, bundles, several documents."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perflint.model import Reading, Table, catalogue, read_tables
from perflint.source import parse_text

ZH = """\
表类型: 项目
模板: hebei
预算单位: {编码: "414001", 名称: 卢龙县市场监督管理局本级}
项目: {编码: 13032423P0, 项目名称: 综合事务经费, 资金用途: [保障办公, 正常运转]}
预算: {预算数: 20.00, 资金来源: {合计: 20.00}, 成本构成: [{项: 印刷, 金额: 5.00}]}
资金支出计划: {3月底: 25%, 12月底: 100%}
绩效目标: {年度目标: 做好保障, 中长期目标: {起: 2023, 止: 2025, 内容: 长期}}
绩效指标:
  - {一级指标: 产出指标, 三级指标: 运转保障率, 指标值: ≤100%, 历史值: {上年值: 98%}}
"""
EN = """\
kind: 项目
profile: hebei
agency: {code: "414001", name: 卢龙县市场监督管理局本级}
project: {code: 13032423P0, name: 综合事务经费, purpose: [保障办公, 正常运转]}
budget: {total: 20.00, sources: {total: 20.00}, breakdown: [{item: 印刷, amount: 5.00}]}
spending_plan: {3月底: 25%, 12月底: 100%}
goals: {annual: 做好保障, midterm: {from: 2023, to: 2025, text: 长期}}
indicators:
  - {level1: 产出指标, name: 运转保障率, value: ≤100%, history: {last_year: 98%}}
"""


def read(text: str) -> Reading:
    source = parse_text(text, "表.yaml")
    assert not source.faults
    return read_tables(source)


def only(text: str) -> Table:
    (table,) = read(text).tables
    return table


def content(table: Table) -> object:
    """All texts of a table under canonical names, without places."""
    cells = {name: cell.text for name, cell in table.cells.items()}
    records = {
        name: [{field: cell.text for field, cell in row.cells.items()} for row in rows]
        for name, rows in table.records.items()
    }
    return cells, records, [(period.name, period.cell.text) for period in table.plan]


def irregular(table: Table) -> list[tuple[str, str, str]]:
    return [(stray.kind, stray.cell.pointer, stray.expected) for stray in table.irregularities]


def test_both_key_languages_give_the_same_cells() -> None:
    assert content(only(ZH)) == content(only(EN))
    assert irregular(only(ZH)) == irregular(only(EN)) == []


@pytest.mark.parametrize(
    ("name", "text", "pointer"),
    [
        ("agency.code", "414001", "/预算单位/编码"),
        ("project.name", "综合事务经费", "/项目/项目名称"),
        ("project.purpose", "保障办公\n正常运转", "/项目/资金用途"),
        ("budget.sources.total", "20.00", "/预算/资金来源/合计"),
        ("goals.annual", "做好保障", "/绩效目标/年度目标"),
        ("goals.midterm.text", "长期", "/绩效目标/中长期目标/内容"),
    ],
)
def test_a_cell_keeps_its_text_and_the_pointer_as_its_author_spelled_it(name: str, text: str, pointer: str) -> None:
    cell = only(ZH).cells[name]
    assert (cell.text, cell.pointer, cell.filled) == (text, pointer, True)


def test_rows_and_periods_have_pointers_too() -> None:
    table = only(ZH)
    assert [row.cells["history.last_year"].pointer for row in table.rows] == ["/绩效指标/0/历史值/上年值"]
    assert [period.cell.pointer for period in table.plan] == ["/资金支出计划/3月底", "/资金支出计划/12月底"]
    assert [row.text("amount") for row in table.records["budget.breakdown"]] == ["5.00"]


def test_a_list_is_one_cell_with_pieces() -> None:
    cell = only(ZH).cells["project.purpose"]
    assert [(piece.text, piece.pointer) for piece in cell.texts] == [
        ("保障办公", "/项目/资金用途/0"),
        ("正常运转", "/项目/资金用途/1"),
    ]


@pytest.mark.parametrize("goals", ["做好保障", "{annual: 做好保障}", "[做好保障]", "{年度目标: [做好保障]}"])
def test_goals_may_be_written_short(goals: str) -> None:
    assert only(f"kind: project\ngoals: {goals}\n").text("goals.annual") == "做好保障"


@pytest.mark.parametrize("midterm", ["长期", "{text: 长期}", "[长期]"])
def test_the_midterm_goal_may_be_written_short(midterm: str) -> None:
    assert only(f"kind: project\ngoals: {{midterm: {midterm}}}\n").text("goals.midterm.text") == "长期"


def test_an_agency_may_be_one_text() -> None:
    assert only("kind: project\n预算单位: 414001 卢龙县局\n").text("agency") == "414001 卢龙县局"


@pytest.mark.parametrize("name", ["budget", "spending_plan", "indicators", "goals", "agency"])
def test_a_blank_section_is_a_blank_cell(name: str) -> None:
    table = only(f"kind: project\n{name}:\n")
    assert irregular(table) == []
    assert not any(cell.filled for key, cell in table.cells.items() if key != "kind")


@pytest.mark.parametrize(
    ("line", "stray"),
    [
        ("预算书: 5", ("unknown", "/预算书", "")),
        ("预算: {预算数字: 5}", ("unknown", "/预算/预算数字", "")),
        ("绩效指标: [{指标质: 5}]", ("unknown", "/绩效指标/0/指标质", "")),
        ("a/b~c: 5", ("unknown", "/a~1b~0c", "")),
        ("kind: 项目", ("twice", "/kind", "")),
        ("预算: 20万元", ("shape", "/预算", "section")),
        ("预算: {total: [5]}", ("shape", "/预算/total", "money")),
        ("绩效指标: {name: 甲}", ("shape", "/绩效指标", "rows")),
        ("绩效指标: [甲]", ("shape", "/绩效指标/0", "section")),
        ("资金支出计划: [50%]", ("shape", "/资金支出计划", "plan")),
        ("资金支出计划: {3月底: [50%]}", ("shape", "/资金支出计划/3月底", "text")),
        ("绩效目标: [甲, [乙]]", ("shape", "/绩效目标/1", "text")),
        ("年度: {a: 1}", ("shape", "/年度", "text")),
    ],
)
def test_what_the_format_does_not_know_is_told_and_the_rest_is_read(line: str, stray: tuple[str, str, str]) -> None:
    table = only(f"表类型: 项目\n{line}\n备注: 甲\n")
    assert irregular(table) == [stray]
    assert (table.text("kind"), table.text("remark")) == ("项目", "甲")


def test_free_keys_are_nobody_s_business() -> None:
    assert irregular(only("kind: project\nx-甲: 1\nX-B: {a: [1]}\n预算: {备注: 1, remark: [2]}\n")) == []


@pytest.mark.parametrize("text", ["", "甲\n", "[1, 2]\n", "{}\n", "a: 1\n", "title: 甲\nyear: 2023\n", "rules: []\n"])
def test_a_document_that_is_no_table_gives_none(text: str) -> None:
    assert read_tables(parse_text(text, "表.yaml")) == Reading((), ())


def test_what_stands_beside_the_tables_is_their_default() -> None:
    tables = read(
        "年度: 2023\n预算单位: {编码: '1', 名称: 甲}\n表格:\n- {kind: 项目}\n- {kind: 项目, 年度: 2022, 预算单位: 乙}\n"
    )
    assert [table.text("year") for table in tables.tables] == ["2023", "2022"]
    assert [table.text("agency.name") for table in tables.tables] == ["甲", ""]
    assert [table.text("agency") for table in tables.tables] == ["", "乙"]
    assert [table.pointer for table in tables.tables] == ["/表格/0", "/表格/1"]
    assert tables.tables[0].cells["year"].pointer == "/年度"


def test_what_is_wrong_beside_the_tables_is_told_once() -> None:
    reading = read("年份数: 2023\ntables: [{kind: 项目}, 文字, {kind: 项目}]\n表格: []\n")
    assert [(stray.kind, stray.cell.pointer) for stray in reading.irregularities] == [
        ("unknown", "/年份数"),
        ("shape", "/tables/1"),
        ("twice", "/表格"),
    ]
    assert [irregular(table) for table in reading.tables] == [[], []]


@pytest.mark.parametrize("tables", ["文字", "{kind: 项目}", ""])
def test_tables_that_are_no_list_are_told(tables: str) -> None:
    reading = read(f"tables: {tables}\n")
    assert reading.tables == ()
    assert [(stray.kind, stray.expected) for stray in reading.irregularities] == [("shape", "rows")]


def test_pointers_of_later_documents_start_with_their_number() -> None:
    reading = read("kind: 项目\n---\nkind: 部门\n---\ntables: [{kind: 项目, year: 2023}]\n")
    assert [table.pointer for table in reading.tables] == ["", "#1", "#2/tables/0"]
    assert reading.tables[1].cells["kind"].pointer == "#1/kind"
    assert reading.tables[2].cells["year"].pointer == "#2/tables/0/year"


VALUES = [
    "甲",
    "''",
    "[]",
    "{}",
    "[甲]",
    "[[甲]]",
    "[{甲: 乙}]",
    "{甲: 乙}",
    "{甲: [乙]}",
    "{[甲]: 乙}",
    "{'': ''}",
    "[{}, 甲, []]",
]


PLACES = {"file": "{0}", "table": "{0}", "period": "project: {{period: {{{0}}}}}"}


@pytest.mark.parametrize("section", catalogue().sections)
def test_no_shape_in_any_field_stops_the_reading(section: str) -> None:
    place = PLACES.get(section, section + ": {{{0}}}")
    for field in catalogue().sections[section]:
        for value in VALUES:
            for head in ("profile: 甲", "表类型: 项目"):
                reading = read_tables(
                    parse_text(f"{head}\n" + place.format(f"{field.name}: {value}") + "\n", "表.yaml")
                )
                assert all(stray.spelled for stray in reading.irregularities)


NAMES = st.sampled_from(
    sorted({*catalogue().spelled["table"], *catalogue().spelled["indicators"], "tables", "x-a", ""})
)
TREES = st.recursive(
    st.sampled_from(["甲", "5.00", ""]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=4),
)


def typed(data: object) -> str:
    if isinstance(data, dict):
        return "{" + ", ".join(f"'{key}': {typed(value)}" for key, value in data.items()) + "}"
    return "[" + ", ".join(map(typed, data)) + "]" if isinstance(data, list) else f"'{data}'"


@given(st.dictionaries(NAMES, TREES, max_size=5))
def test_every_key_of_any_tree_is_a_cell_or_told(data: dict[str, object]) -> None:
    free = {"x-a", "remark", "备注", "tables", "表格", "表列表", "绩效目标表"}
    reading = read(typed({"x-b": "", "indicators": [], **data}))
    if not free.isdisjoint(data) or not reading.tables:
        return
    (table,) = reading.tables
    held = {cell.key.text for cell in table.cells.values() if cell.key}
    told = {stray.spelled for stray in table.irregularities}
    assert data.keys() <= held | told


@pytest.mark.parametrize(
    ("written", "cell"),
    [
        ("项目: {概况: 甲}", "project.purpose"),
        ("预算: {总额: 甲}", "budget.total"),
        ("绩效目标: {完成情况: 甲}", "goals.actual"),
        ("项目: {编码: 甲}", "project.code"),
    ],
)
def test_a_section_may_leave_its_own_word_out(written: str, cell: str) -> None:
    (table,) = read(f"表类型: 项目\n{written}\n").tables
    assert [one.text for name, one in table.cells.items() if name == cell] == ["甲"]
    assert not table.irregularities
