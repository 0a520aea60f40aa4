"""Suppressing comments written into files: where they stand, what stays as it was, and what is declined."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from perflint.adoption.known_findings import KnownFindings
from perflint.adoption.writing_comments import Note
from perflint.judge import Finding, Severity
from perflint.source import read_source, to_data
from perflint.workspace.checking import Options
from perflint.workspace.runs.adding_suppressions import Addition, add_suppressions
from perflint.workspace.runs.discovering import Plan
from perflint.workspace.runs.run import run

NOTE = Note("已批复")
COMMENT = "# perflint: ignore[DIR001] 已批复"
HEAD = "kind: project\nindicators:\n"


def plan(*paths: Path, select: tuple[str, ...] = ("DIR001", "SUP")) -> Plan:
    return Plan(paths, Options(select=select), no_config=True, cached=False)


def is_error(finding: Finding) -> bool:
    return finding.severity is Severity.ERROR


def added(path: Path, data: bytes, note: Note = NOTE, select: tuple[str, ...] = ("DIR001", "SUP")) -> Addition:
    path.write_bytes(data)
    (addition,) = add_suppressions(plan(path, select=select), note, is_error).files
    return addition


SHAPES = {
    "the end of a flow row": (
        "- {name: 运转保障率, value: ≤100%}\n",
        f"- {{name: 运转保障率, value: ≤100%}} {COMMENT}\n",
    ),
    "blanks at the end stay": (
        "- {name: 运转保障率, value: ≤100%}  \n",
        f"- {{name: 运转保障率, value: ≤100%}}  {COMMENT}\n",
    ),
    "the last line without a line end": (
        "- {name: 运转保障率, value: ≤100%}",
        f"- {{name: 运转保障率, value: ≤100%}} {COMMENT}",
    ),
    "a block row": (
        "- name: 运转保障率\n  value: ≤100%\n",
        f"- name: 运转保障率\n  value: ≤100% {COMMENT}\n",
    ),
    "a flow row over several lines": (
        "- {name: 运转保障率,\n   value: ≤100%,\n   basis: x}\n",
        f"- {{name: 运转保障率,\n   value: ≤100%, {COMMENT}\n   basis: x}}\n",
    ),
    "a block scalar, behind its sign": (
        "- name: 运转保障率\n  value: |\n    ≤100%\n",
        f"- name: 运转保障率\n  value: | {COMMENT}\n    ≤100%\n",
    ),
    "another comment, above the field": (
        "- name: 运转保障率\n  value: ≤100% # 待核\n",
        f"- name: 运转保障率\n  {COMMENT}\n  value: ≤100% # 待核\n",
    ),
    "another comment in a flow row, above the row": (
        "- {name: 运转保障率, value: ≤100%} # 待核\n",
        f"{COMMENT}\n- {{name: 运转保障率, value: ≤100%}} # 待核\n",
    ),
    "a quoted value over two lines, above the field": (
        '- name: 运转保障率\n  value: "≤100%\n\n    "\n',
        f'- name: 运转保障率\n  {COMMENT}\n  value: "≤100%\n\n    "\n',
    ),
}


@pytest.mark.parametrize("name", SHAPES)
def test_the_comment_stands_at(name: str, tmp_path: Path) -> None:
    before, after = (HEAD + text for text in SHAPES[name])
    addition = added(tmp_path / "表.yaml", before.encode())
    assert addition.after.decode() == after
    assert not addition.declined


CODINGS: dict[str, Callable[[str], bytes]] = {
    "utf-8": lambda text: text.encode(),
    "utf-8 with a mark": lambda text: text.encode("utf-8-sig"),
    "gb18030": lambda text: text.encode("gb18030"),
    "utf-16": lambda text: ("\ufeff" + text).encode("utf-16-le"),
    "utf-16 the other way": lambda text: ("\ufeff" + text).encode("utf-16-be"),
    "crlf": lambda text: text.replace("\n", "\r\n").encode(),
}


@pytest.mark.parametrize("coding", CODINGS)
@pytest.mark.parametrize("name", SHAPES)
def test_bytes_stay_but_for_the_comment(coding: str, name: str, tmp_path: Path) -> None:
    encoded = CODINGS[coding]
    before, after = (HEAD + text for text in SHAPES[name])
    addition = added(tmp_path / "表.yaml", encoded(before))
    assert addition.after == encoded(after)
    old, new = (read_source(data, "t") for data in (addition.before, addition.after))
    assert [to_data(root) for root in old.roots] == [to_data(root) for root in new.roots]


def test_inside_a_block_scalar_the_comment_stands_above_the_field(tmp_path: Path) -> None:
    path = tmp_path / "表.yaml"
    path.write_text(
        "kind: project\nyear: 2023\ngoals: |+\n  完成抽检任务,\n  保障食品安全。# 正文\n\n", encoding="utf-8"
    )
    (addition,) = add_suppressions(plan(path, select=("WRD009",)), NOTE, lambda _: True).files
    text = addition.after.decode()
    assert text == addition.before.decode().replace("goals", "# perflint: ignore[WRD009] 已批复\ngoals")


def test_checking_again_finds_it_suppressed_and_adds_nothing(tmp_path: Path) -> None:
    path = tmp_path / "表.yaml"
    path.write_bytes(added(path, (HEAD + SHAPES["a block row"][0]).encode()).after)
    summary = run(plan(path)).summary
    assert (summary.errors, summary.suppressed) == (0, 1)
    assert add_suppressions(plan(path), NOTE, is_error).files == ()


def test_several_codes_of_a_line_share_a_comment(tmp_path: Path) -> None:
    text = HEAD + "- {level2: 质量指标, name: 运转保障率, value: ≤100%, 备住: x}\n"
    path = tmp_path / "表.yaml"
    path.write_text(text, encoding="utf-8")
    found = run(plan(path, select=("DIR001", "STR"))).findings
    codes = sorted({finding.code for finding in found if finding.place.line == 3})
    assert len(codes) > 1
    files = add_suppressions(plan(path, select=("DIR001", "STR")), NOTE, lambda one: one.place.line == 3).files
    assert files[0].after.decode().splitlines()[2].endswith(f"# perflint: ignore[{', '.join(codes)}] 已批复")


def test_an_own_comment_is_extended_and_keeps_its_reason(tmp_path: Path) -> None:
    text = HEAD + "- {name: 运转保障率, value: ≤100%} # perflint: ignore[SRC001] 无文件\n"
    addition = added(tmp_path / "表.yaml", text.encode(), select=("DIR001", "SRC001"))
    assert addition.after.decode().splitlines()[2].endswith("# perflint: ignore[SRC001, DIR001] 无文件；已批复")


def test_an_own_comment_with_another_end_is_left_alone(tmp_path: Path) -> None:
    text = HEAD + "- {name: 运转保障率, value: ≤100%} # perflint: ignore[SRC001] until=2999-12-31 无文件\n"
    addition = added(tmp_path / "表.yaml", text.encode(), select=("DIR001", "SRC001"))
    assert addition.after.decode() == text.replace("- {name", f"{COMMENT}\n- {{name")


def test_the_last_day_stands_before_the_reason(tmp_path: Path) -> None:
    addition = added(tmp_path / "表.yaml", (HEAD + SHAPES["a block row"][0]).encode(), Note("过渡期", "2999-12-31"))
    assert b"ignore[DIR001] until=2999-12-31 " in addition.after


def test_equal_rows_each_get_their_comment(tmp_path: Path) -> None:
    row = "- {name: 运转保障率, value: ≤100%}\n"
    commented = "- {name: 运转保障率, value: ≤100%} # 待核\n"
    addition = added(tmp_path / "表.yaml", (HEAD + row + commented + row).encode())
    line = row.rstrip() + f" {COMMENT}\n"
    assert addition.after.decode() == HEAD + line + f"{COMMENT}\n" + commented + line
    assert len(addition.added) == 3


def test_no_comment_is_added_that_another_one_makes_needless(tmp_path: Path) -> None:
    rows = '[{name: 运转保障率, value: ≤100%}, {name: 设备保障率,\n  value: "≤100%\n\n  "}]'
    text = f"kind: project\nindicators: {rows}\n"
    addition = added(tmp_path / "表.yaml", text.replace('\n  value: "', ' value: "').encode(), select=("DIR001",))
    assert addition.after.decode() == text.replace('\n  value: "', ' value: "').replace(
        "indicators", f"{COMMENT}\nindicators"
    )
    assert (len(addition.added), addition.declined) == (2, ())


def test_what_is_not_to_be_suppressed_is_not_covered_along_with_it(tmp_path: Path) -> None:
    text = 'kind: project\nindicators: [{name: 运转保障率, value: "≤100%\n\n  "}, {name: 档案保障率, value: ≤100%}]\n'
    path = tmp_path / "表.yaml"
    path.write_text(text, encoding="utf-8")
    (addition,) = add_suppressions(plan(path), NOTE, lambda one: one.indicator == "运转保障率").files
    assert addition.after == addition.before
    assert [one.finding.indicator for one in addition.declined] == ["运转保障率"]


def test_a_baselined_finding_gets_no_comment(tmp_path: Path) -> None:
    path = tmp_path / "表.yaml"
    path.write_text(HEAD + SHAPES["a block row"][0], encoding="utf-8")
    known = {finding.fingerprint for finding in run(plan(path)).findings}
    assert add_suppressions(plan(path), NOTE, is_error, KnownFindings(earlier=known)).files == ()


def test_a_suppression_itself_is_not_suppressed(tmp_path: Path) -> None:
    text = HEAD + "- {name: 运转保障率, value: 100%} # perflint: ignore[DRI001] 写错了\n"
    addition = added(tmp_path / "表.yaml", text.encode())
    assert addition.after == addition.before
    assert [one.finding.code for one in addition.declined] == ["SUP001"]


def test_a_file_that_breaks_off_is_left_alone(tmp_path: Path) -> None:
    addition = added(tmp_path / "表.yaml", b'kind: project\nname: "x\n', select=("STR001",))
    assert addition.after == addition.before
    assert [one.finding.code for one in addition.declined] == ["STR001"]


TABLE = """\
kind: project
year: 2023
agency: 某局
project: {{code: "{code}", name: 抽检经费{code}}}
goals: 完成食品监督抽检工作，保障人民群众饮食安全，提升监管水平。
indicators:
  - {{level1: 产出指标, level2: 数量指标, name: 抽检批次数, value: {value}批次}}
"""


def test_findings_across_tables_are_suppressed(tmp_path: Path) -> None:
    for code, value in (("1", 100), ("2", 200)):
        (tmp_path / f"{code}.yaml").write_text(TABLE.format(code=code, value=value), encoding="utf-8")
    across = plan(tmp_path, select=("XTB", "SUP"))
    before = run(across)
    assert len(before.findings) > 0
    for addition in add_suppressions(across, NOTE, lambda _: True).files:
        assert not addition.declined
        addition.file.write_bytes(addition.after)
    after = run(across)
    assert (len(after.findings), len(after.suppressed)) == (0, len(before.findings))


EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.mark.parametrize("folder", sorted(path.name for path in EXAMPLES.iterdir() if path.is_dir()))
def test_published_tables_are_silent_afterwards_and_read_as_before(folder: str, tmp_path: Path) -> None:
    copy = tmp_path / folder
    shutil.copytree(EXAMPLES / folder, copy)
    every = Plan((copy,), Options(), no_config=True, cached=False)
    before = run(every)
    for addition in add_suppressions(every, NOTE, lambda _: True).files:
        old, new = (read_source(data, "t") for data in (addition.before, addition.after))
        assert [to_data(root) for root in old.roots] == [to_data(root) for root in new.roots]
        assert not addition.declined
        addition.file.write_bytes(addition.after)
    after = run(every)
    assert (len(after.findings), len(after.suppressed)) == (0, len(before.findings))
