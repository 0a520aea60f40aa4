"""Present and suggested texts, and who can write them."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from perflint.report.review.model import Mending, Remark
from perflint.report.review.proposal import difference
from tests.report.review.sample import RATE, review


def remarks(folder: Path, text: str) -> dict[str, Remark]:
    return {remark.code: remark for remark in review(folder, a=text).sheets[0].remarks}


def test_the_whole_cell_stands_beside_the_whole_suggestion(tmp_path: Path) -> None:
    found = remarks(tmp_path, RATE)["DIR001"]
    assert (found.present, found.suggested, found.mending) == ("≤100%", "100%", Mending.UNSAFE)


def test_several_cells_are_named_without_what_the_finding_says_itself(tmp_path: Path) -> None:
    found = remarks(tmp_path, RATE)["PLN001"]
    assert found.where == "资金支出计划"
    assert found.present == "6月底：25%\n9月底：25%\n12月底：25%"
    assert found.suggested == "6月底：50%\n9月底：75%\n12月底：100%"
    assert found.mending is Mending.SAFE


def test_a_cell_that_is_blank_and_a_part_of_the_form_are_told_apart(tmp_path: Path) -> None:
    found = remarks(tmp_path, RATE)
    assert found["SRC001"].blank
    assert found["SRC001"].suggested == ""
    assert not found["STR008"].blank
    assert found["STR008"].where == "绩效指标"


def test_another_cell_that_is_to_change_is_named(tmp_path: Path) -> None:
    text = (
        RATE.replace("三级指标: 运转保障率", "三级指标: 抽检合格率")
        .replace("质量指标", "数量指标")
        .replace("≤100%", "≥98%")
    )
    found = remarks(tmp_path, text)["TAX006"]
    assert (found.where, found.present, found.suggested) == ("三级指标", "二级指标：数量指标", "二级指标：质量指标")


def test_blanks_are_seen_where_nothing_else_differs(tmp_path: Path) -> None:
    plan = RATE.replace(
        "3月底: 25%, 6月底: 25%, 9月底: 25%, 12月底: 25%", '3月底: 25%, 6月底: " 50%", 9月底: 75%, 12月底: 100%'
    )
    assert remarks(tmp_path, plan)["PLN016"].present == "6月底：␣50%"


@given(st.text(), st.text(), st.text(), st.text())
def test_a_difference_loses_nothing_of_what_differs(head: str, old: str, new: str, tail: str) -> None:
    apart = difference(head + old + tail, head + new + tail, around=10_000)
    assert apart.head + apart.old + apart.tail == head + old + tail
    assert apart.head + apart.new + apart.tail == head + new + tail
    assert len(apart.old) <= len(old)


def test_what_two_long_texts_share_is_cut() -> None:
    apart = difference("长" * 90 + "同则" + "尾" * 90, "长" * 90 + "同责" + "尾" * 90, around=3)
    assert (apart.head, apart.old, apart.new, apart.tail) == ("…长长同", "则", "责", "尾尾尾…")
