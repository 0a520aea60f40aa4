"""What is written as YAML is read back character by character."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from perflint.model import read_tables
from perflint.office.recognition import Leaf
from perflint.office.recognition.draft import Branch
from perflint.office.yamlwriting import places, quoted, write_bundle, write_table
from perflint.source import read_source, to_data

_HARD = [
    "", " ", "　", "≥95%", ">5次", "<5%", "%5", "@x", "*", "**", "[2019]2号", "{a}", "-", "- a", "a: b", "a:b", "a #b", "1,080万元",
    "null", "~", "true", "010", "5.00", "2022-12-31", "'a'", '"b"', 'a"b', "a\\b", "多行\n文字", "  前有空格", "末尾 ", "\ttab", "a\rb",
    "：", "《办法》：说明", "？", "! a", "& a", "| a", "=", "...", "---", "--- a", "\u2028", "\ufeffa", "\x07", "😀", "𠮷", "\u00a0a", "是",
    "# a", "%", "，", "a\n\nb", "\n", "a\n", "\na", " a\nb", "a \nb", "key:", "? a", "a-", "`", "０１",
]  # fmt: skip
_TEXTS = st.one_of(st.sampled_from(_HARD), st.text(st.characters(exclude_categories=["Cs"]), max_size=30))


def _tree(text: str) -> Branch:
    first: Branch = {"name": Leaf(text), "value": Leaf("长" * 150), "history": {"source": Leaf(text)}}
    rows: list[Branch] = [first, {"name": Leaf(text)}]
    return {
        "kind": Leaf("project"), "title": Leaf(text), "project": {"name": Leaf(text), "basis_types": [Leaf(text)]},
        "goals": {"annual": Leaf(text)}, "spending_plan": {"3月底": Leaf(text)},
        "indicators": rows,
        "x-source": {"file": Leaf(text)},
    }  # fmt: skip


@pytest.mark.parametrize("keys", ["zh", "en"])
@given(text=_TEXTS)
def test_any_text_survives(keys: str, text: str) -> None:
    source = read_source(write_table(_tree(text), keys).encode(), "x.yaml")
    assert not source.faults
    (table,) = read_tables(source).tables
    assert not table.irregularities
    assert table.text("title") == text
    assert table.text("project.name") == text
    assert table.text("goals.annual") == text or not text.strip()  # a blank goal is no goal
    assert [piece.text for piece in table.cells["project.basis_types"].texts] == [text]
    assert [row.text("name") for row in table.rows] == [text, text]
    assert table.rows[0].text("history.source") == text
    assert table.plan[0].cell.text == text


@given(_TEXTS)
@example("0?0")
def test_scalars_stand_anywhere(text: str) -> None:
    source = read_source(f"a: {{b: {quoted(text)}, c: [{quoted(text)}]}}\nd: {quoted(text)}\n".encode(), "x.yaml")
    assert not source.faults
    assert to_data(source.roots[0]) == {"a": {"b": text, "c": [text]}, "d": text}


def test_plain_cells_stay_plain() -> None:
    for text in ("≥95%", "5.00", "20台（套）", "唐发[2019]2号"[:2], "2021年12月底前", "《办法》"):
        assert quoted(text) == text


def test_a_bundle_says_once_what_its_tables_share() -> None:
    trees: list[Branch] = [
        {
            "kind": Leaf("project"),
            "year": Leaf("2023"),
            "project": {"name": Leaf(name)},
            "goals": {"annual": Leaf("目标")},
        }
        for name in ("甲", "乙")
    ]
    text = write_bundle(trees, "zh")
    assert text.count("2023") == 1
    tables = read_tables(read_source(text.encode(), "x.yaml")).tables
    assert [(table.text("project.name"), table.text("year"), table.text("kind")) for table in tables] == [
        ("甲", "2023", "项目"), ("乙", "2023", "项目"),
    ]  # fmt: skip


def test_places_have_the_pointers_of_the_written_cells() -> None:
    row: Branch = {"level1": Leaf("产出指标", "表1 第5行第1列"), "value": Leaf("5", "表1 第5行第4列")}
    tree: Branch = {
        "project": {"name": Leaf("甲", "表1 第1行第2列")},
        "indicators": [row],
    }
    assert places(tree, "zh")["/项目/项目名称"] == "表1 第1行第2列"
    assert places(tree, "zh")["/绩效指标/0/指标值"] == "表1 第5行第4列"
    assert places(tree, "en")["/indicators/0"] == "表1 第5行第4列"
