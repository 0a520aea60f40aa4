"""Fixes in every style of YAML: exactly the cells that were meant change, or nothing does and the reason is said."""

from collections.abc import Callable
from pathlib import Path

import pytest

from perflint.fixing import mend, proves
from perflint.judge import Change, Edit, Fix, Obstacle, Safety
from perflint.source import parse_text
from tests.fixing.treatments import treat


def fix(text: str, old: str, new: str, pointer: str, *, before: str = "", after: str = "") -> Fix:
    """Return a fix that writes new for the first old in a text, in the cell at a pointer (all of it unless told)."""
    start = text.index(old)
    change = Change(pointer, after or new, before=before or old)
    return Fix(Safety.SAFE, "", (Edit(1, 1, 1, 1, start, start + len(old), new),), (change,))


def rows(*lines: str) -> str:
    """Return a table with such indicator rows."""
    return "indicators:\n" + "".join(f"  - {line}\n" for line in lines)


STYLES = {
    "plain": ("value: ９0%", "value: 90%"),
    "single": ("value: '９0%'", "value: '90%'"),
    "double": ('value: "９0%"', 'value: "90%"'),
    "escaped": ('value: "\\u2265９0%"', 'value: "\\u226590%"'),
    "comment": ("value: ９0%  # 见《规划》", "value: 90%  # 见《规划》"),
    "anchor unused": ("value: &rate ９0%", "value: &rate 90%"),
    "tag": ("value: !!str ９0%", "value: !!str 90%"),
    "literal": ("value: |\n      ９0%\n    basis: 无", "value: |\n      90%\n    basis: 无"),
    "literal kept": ("value: |+\n      ９0%\n\n    basis: 无", "value: |+\n      90%\n\n    basis: 无"),
    "folded": ("value: >-\n      ９0%\n      以上", "value: >-\n      90%\n      以上"),
    "plain over lines": ("value: ９0%\n      以上", "value: 90%\n      以上"),
    "quoted over lines": ('value: "９0%\n      以上"', 'value: "90%\n      以上"'),
}  # fmt: skip


@pytest.mark.parametrize(("typed", "wanted"), STYLES.values(), ids=STYLES)
def test_the_style_of_a_cell_stays(tmp_path: Path, typed: str, wanted: str) -> None:
    before, after = (rows(f"name: 群众满意度\n    {cell}") for cell in (typed, wanted))
    assert treat(tmp_path, before, select=("VAL021",)).text == after


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [("{name: 群众满意度, value: ９0%}  # 行尾", "{name: 群众满意度, value: 90%}  # 行尾"),
     ('{"name": \'群众满意度\', "value": "９0%",}', '{"name": \'群众满意度\', "value": "90%",}'),
     ("{三级指标: 群众满意度,\n     指标值: ９0%}", "{三级指标: 群众满意度,\n     指标值: 90%}")],
)  # fmt: skip
def test_braces_and_comments_stay(tmp_path: Path, typed: str, wanted: str) -> None:
    assert treat(tmp_path, rows(typed), select=("VAL021",)).text == rows(wanted)


BYTES: dict[str, Callable[[str], bytes]] = {
    "crlf": lambda text: text.replace("\n", "\r\n").encode(),
    "bom": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "gb18030": lambda text: text.encode("gb18030"),
    "utf-16 with mark": lambda text: b"\xff\xfe" + text.encode("utf-16-le"),
    "utf-16 big": lambda text: b"\xfe\xff" + text.encode("utf-16-be"),
    "utf-16 without mark": lambda text: text.encode("utf-16-le"),
    "no last line end": lambda text: text.rstrip("\n").encode(),
}


@pytest.mark.parametrize("encode", BYTES.values(), ids=BYTES)
def test_bytes_come_back_as_they_were(tmp_path: Path, encode: Callable[[str], bytes]) -> None:
    before, after = (rows(f"{{name: 群众满意度😀, value: {value}}}  # 注𠮷") for value in ("９0%", "90%"))
    assert treat(tmp_path, encode(before), select=("VAL021",)).data == encode(after)


def test_several_documents_and_a_bundle(tmp_path: Path) -> None:
    before = (
        rows("{name: 满意度, value: ９0%}")
        + "---\ntables:\n- "
        + rows("{name: 合格率, value: ９5%}").replace("\n", "\n  ")
    )
    after = before.replace("９0", "90").replace("９5", "95")
    assert treat(tmp_path, before, select=("VAL021",)).text == after


def test_lines_of_a_list_and_of_a_block_are_written_line_by_line(tmp_path: Path) -> None:
    before = "goals:\n  - 完成,检查\n  - |-\n    培训人员,办好\n    第二行\n    第三,行\n" + rows(
        "{name: 甲, value: 1次}"
    )
    treated = treat(tmp_path, before, select=("WRD009",))
    assert treated.text == before.replace(",检", "，检").replace(",办", "，办").replace("第三,", "第三，")


REFUSED = {
    "alias": (rows("{name: 满意度, value: &v ９0%}", "{name: 合格率, value: *v}"), Obstacle.SHARED),
    "merge key": (
        "base: &b {value: ９0%}\nindicators:\n  - {<<: *b, name: 满意度}\n  - {<<: *b, name: 合格率}\n", Obstacle.SHARED
    ),
}  # fmt: skip


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(("text", "obstacle"), REFUSED.values(), ids=REFUSED)
def test_shared_text_is_left_alone_and_the_reason_said(
    tmp_path: Path, text: str, obstacle: Obstacle, lang: str
) -> None:
    treated = treat(tmp_path, text, select=("VAL021",), lang=lang)
    assert treated.text == text
    assert treated.refused == {"VAL021": obstacle.say(lang)}


def test_a_value_beside_a_merge_key_is_mended(tmp_path: Path) -> None:
    text = "base: &b {level2: 质量指标}\n" + rows("{<<: *b, name: 合格率, value: ９0%}")
    assert treat(tmp_path, text, select=("VAL021",)).text == text.replace("９0", "90")


def test_a_file_that_does_not_parse_is_left_alone(tmp_path: Path) -> None:
    text = rows("{name: 满意度, value: ９0%}") + "---\n" + rows("{name: 合格率, value: ９5%")
    treated = treat(tmp_path, text, select=("VAL021", "STR001"))
    assert treated.data == text.encode()
    assert treated.fix_run.kept[0].zh.startswith("第 5 行")
    assert not treated.fix_run.kept[0].unwritable


def test_bytes_that_would_not_come_back_are_left_alone(tmp_path: Path) -> None:
    data = b"\xef\xbb\xbf\xef\xbb\xbf" + rows("{name: 满意度, value: ９0%}").encode()
    treated = treat(tmp_path, data, select=("VAL021",))
    assert treated.data == data
    assert treated.fix_run.kept[0].unwritable


def test_fixes_that_touch_are_left_for_the_next_pass() -> None:
    text = "a: 甲乙丙丁\n"
    first = fix(text, "甲乙", "子", "/a", before="甲乙丙丁", after="子丙丁")
    over = fix(text, "乙丙", "丑", "/a", before="甲乙丙丁", after="甲丑丁")
    apart = fix(text, "丁", "寅", "/a", before="甲乙丙丁", after="甲乙丙寅")
    done = mend(parse_text(text, "t"), [over, apart, first])
    assert done.text == "a: 子丙寅\n"
    assert done.left == (over,)


def test_a_linked_fix_is_applied_whole_or_not_at_all() -> None:
    text = "a: 甲\nb: &x 乙\nc: *x\nd: 丁\n"
    edits = [fix(text, "甲", "子", "/a"), fix(text, "乙", "丑", "/b")]
    both = Fix(
        Safety.SAFE, "", tuple(e for one in edits for e in one.edits), tuple(c for one in edits for c in one.changes)
    )
    done = mend(parse_text(text, "t"), [both, fix(text, "丁", "寅", "/d")])
    assert done.text == text.replace("丁", "寅")
    assert dict(done.refused) == {both: Obstacle.SHARED}


HARMFUL = {
    "comment": (("甲", "子 # 丑"), Obstacle.COMMENTS),
    "shape": (("甲", "[子]"), Obstacle.SHAPE),
    "another key": (("甲", "子\ne: 丑"), Obstacle.SHAPE),
    "fault": (("甲", '"子'), Obstacle.FAULTS),
    "another cell": (("乙", "丑"), Obstacle.ELSEWHERE),
    "other text": (("甲", "'子'' '"), Obstacle.ELSEWHERE),
}  # fmt: skip


@pytest.mark.parametrize(("edit", "obstacle"), HARMFUL.values(), ids=HARMFUL)
def test_what_would_change_anything_else_is_refused(edit: tuple[str, str], obstacle: Obstacle) -> None:
    text = "a: 甲\nb: 乙\n"
    bad = fix(text, *edit, "/a", before="甲", after="子")
    good = fix(text, "乙", "寅", "/b") if edit[0] != "乙" else None
    done = mend(parse_text(text, "t"), [one for one in (bad, good) if one])
    assert dict(done.refused) == {bad: obstacle}
    assert done.text == (text.replace("乙", "寅") if good else text)


def test_a_large_file_with_many_harmful_fixes_is_not_tried_for_ever() -> None:
    text = "# " + "长" * 2_000_000 + "\n" + "".join(f"k{number}: 甲{number}.\n" for number in range(60))
    harmful = [fix(text, f"甲{n}.", "丑", f"/k{n}", after="子") for n in range(60)]
    refused = mend(parse_text(text, "t"), harmful).refused
    assert set(refused.values()) == {Obstacle.ELSEWHERE, Obstacle.UNTRIED}
    assert len(refused) == 60


def test_harmless_fixes_are_found_among_harmful_ones() -> None:
    text = "".join(f"k{number}: 甲{number}.\n" for number in range(60))
    fixes = [fix(text, f"甲{n}.", "丑" if n % 7 == 3 else "子", f"/k{n}", after="子") for n in range(60)]
    done = mend(parse_text(text, "t"), fixes)
    assert done.text.count("子") == len(done.applied) == 60 - len(done.refused)
    assert set(done.refused.values()) == {Obstacle.ELSEWHERE}
    assert "丑" not in done.text


def test_a_renamed_key_is_proven_as_such() -> None:
    text = "plan: {三月: 1, 六月: 2}\n"
    source = parse_text(text, "t")
    rename = Fix(
        Safety.SAFE, "", (Edit(1, 1, 1, 1, 7, 9, "五月"),), (Change("/plan/三月", "五月", key=True, before="三月"),)
    )
    assert proves(source, "plan: {五月: 1, 六月: 2}\n", [rename])
    assert not proves(source, "plan: {五月: 1, 七月: 2}\n", [rename])


PLAN = "{{3月底: {0}, 6月底: {1}, 9月底: {2}, 12月底: {3}}}"


def test_a_plan_of_shares_becomes_progress_and_a_capped_guarantee_becomes_whole(tmp_path: Path) -> None:
    before = f"资金支出计划: {PLAN.format(25, 25, 25, 25)}\n" + rows(
        "{level2: 质量指标, name: 运转保障率, value: ≤100%}"
    )
    after = f"资金支出计划: {PLAN.format(25, 50, 75, 100)}\n" + rows(
        "{level2: 质量指标, name: 运转保障率, value: 100%}"
    )
    assert treat(tmp_path, before, select=("PLN001", "DIR001")).text == before
    assert treat(tmp_path, before, select=("PLN001", "DIR001"), unsafe=True).text == after
