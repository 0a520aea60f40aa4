"""A spilled list gives back what was put in, in order, whether it stands in memory or in the file."""

from hypothesis import given
from hypothesis import strategies as st

from perflint.judge import Unchecked
from perflint.report import SpilledList

DOUBTS = st.builds(Unchecked, code=st.text(), path=st.text(), pointer=st.text(), reason=st.text())


@given(st.lists(DOUBTS, max_size=12), st.integers(0, 6))
def test_the_same_items_come_back_in_order(items: list[Unchecked], room: int) -> None:
    spilled = SpilledList(Unchecked, room)
    for item in items:
        spilled.append(item)
    assert len(spilled) == len(items)
    assert list(spilled) == items
    assert list(spilled) == items  # a second time


def test_two_iterations_at_once_and_appending_between() -> None:
    spilled = SpilledList(Unchecked, 1)
    for number in range(4):
        spilled.append(Unchecked("甲" * number, "表.yaml", "", "😀"))
    pairs = [(one.code, other.code) for one, other in zip(spilled, spilled, strict=True)]
    assert pairs == [("甲" * number, "甲" * number) for number in range(4)]
    spilled.append(Unchecked("末", "", "", ""))
    assert [item.code for item in spilled][-1] == "末"
    assert Unchecked("末", "", "", "") in spilled
    assert Unchecked("无", "", "", "") not in spilled
