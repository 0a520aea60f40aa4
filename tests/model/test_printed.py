"""Names that a bureau's form prints for cells: read as these cells, in every section, and told where they clash."""

from pathlib import Path

import pytest

from perflint.model import ProfileError, load_profiles, printed_names, read_tables
from perflint.source import parse_text

NAMES = (("考核指标", "indicators.name"), ("资金使用方向", "project.purpose"), ("全年目标", "goals.annual"),
         ("远景", "goals.midterm.text"), ("项目表", "project"), ("去年实绩", "indicators.history.last_year"))  # fmt: skip
TEXT = """\
表类型: 项目
项目表: {资金使用方向: 抽检}
绩效目标: {全年目标: 做好, 中长期目标: {远景: 长期}}
绩效指标: [{考核指标: 批次, 历史值: {去年实绩: 5批次}}]
"""


def pack(folder: Path, fields: str) -> Path:
    (folder / "profiles").mkdir(exist_ok=True)
    (folder / "profiles" / "own.yaml").write_text(f"id: own\nextends: general\nfields: {fields}\n", encoding="utf-8")
    return folder


def test_printed_names_are_read_as_their_cells() -> None:
    for text in (TEXT, "表格:\n- {" + TEXT.strip().replace("\n", ", ") + "}\n"):
        reading = read_tables(parse_text(text, "表.yaml"), NAMES)
        (table,) = reading.tables
        assert not table.irregularities
        assert [table.text(name) for name in ("project.purpose", "goals.annual", "goals.midterm.text")] == [
            "抽检",
            "做好",
            "长期",
        ]
        assert (table.rows[0].text("name"), table.rows[0].text("history.last_year")) == ("批次", "5批次")
        (plain,) = read_tables(parse_text(text, "表.yaml")).tables
        assert plain.irregularities


def test_a_profile_names_cells_by_any_of_their_names(tmp_path: Path) -> None:
    own = pack(tmp_path, "{考核指标: 三级指标, 资金使用方向: project.purpose, 全年目标: goals.annual}")
    assert printed_names((own,)) == (
        ("全年目标", "goals.annual"),
        ("考核指标", "indicators.name"),
        ("资金使用方向", "project.purpose"),
    )
    assert printed_names() == ()
    assert load_profiles((own,))["own"].printed[0] == ("考核指标", "indicators.name")


@pytest.mark.parametrize(
    ("fields", "words"),
    [("{考核指标: 三级指标值}", "没有“三级指标值”这个栏目，是否应为“三级指标”？"),
     ("{指标值: 三级指标}", "3:10: “指标值”已是另一个栏目（value）的名称"), ("[考核指标]", "“fields”应为若干“键: 值”")],
)  # fmt: skip
def test_a_name_that_clashes_is_told(tmp_path: Path, fields: str, words: str) -> None:
    with pytest.raises(ProfileError) as caught:
        load_profiles((pack(tmp_path, fields),))
    assert words in str(caught.value)
