"""A long new text is told by the part around what changes, and never by more than two lines of it."""

from hypothesis import given
from hypothesis import strategies as st

from perflint.report.vicinity import vicinity
from perflint.typography import display_width

LONG = "深入开展食品安全抽检工作，保障群众饮食安全。" * 30


def test_the_part_around_a_comma() -> None:
    old = LONG[:200] + ",恒温恒湿实验室" + LONG[200:]
    shown = vicinity(old, old.replace(",", "，"), 60)
    assert "，恒温恒湿实验室" in shown
    assert (shown[0], shown[-1]) == ("…", "…")
    assert 50 < display_width(shown) <= 60


def test_a_change_at_the_start_or_the_end() -> None:
    assert vicinity(LONG[1:], LONG, 60).startswith("深入开展")
    assert vicinity(LONG[:-1], LONG, 60).endswith("饮食安全。")


def test_what_is_short_or_has_no_old_text_is_told_whole() -> None:
    assert vicinity("质量分折", "质量分析", 60) == "质量分析"
    assert vicinity("", LONG, 60) == LONG


@given(st.text(), st.text(), st.text(), st.integers(20, 200))
def test_no_more_than_two_lines_and_nothing_but_the_new_text(before: str, new: str, after: str, width: int) -> None:
    shown = vicinity(f"{before}旧{after}", whole := f"{before}{new}{after}", width)
    assert display_width(shown) <= 2 * width
    assert shown.strip("…") in whole
