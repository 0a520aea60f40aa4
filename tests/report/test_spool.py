"""A spool gives back what was put in, in order, whether it stands in memory or in the file."""

from hypothesis import given
from hypothesis import strategies as st

from perflint.judge import Unchecked
from perflint.report import Spool

DOUBTS = st.builds(Unchecked, code=st.text(), path=st.text(), pointer=st.text(), reason=st.text())


@given(st.lists(DOUBTS, max_size=12), st.integers(0, 6))
def test_the_same_items_come_back_in_order(items: list[Unchecked], room: int) -> None:
    spool = Spool(Unchecked, room)
    for item in items:
        spool.append(item)
    assert len(spool) == len(items)
    assert list(spool) == items
    assert list(spool) == items  # a second time


def test_two_iterations_at_once_and_appending_between() -> None:
    spool = Spool(Unchecked, 1)
    for number in range(4):
        spool.append(Unchecked("甲" * number, "表.yaml", "", "😀"))
    pairs = [(one.code, other.code) for one, other in zip(spool, spool, strict=True)]
    assert pairs == [("甲" * number, "甲" * number) for number in range(4)]
    spool.append(Unchecked("末", "", "", ""))
    assert [item.code for item in spool][-1] == "末"
    assert Unchecked("末", "", "", "") in spool
    assert Unchecked("无", "", "", "") not in spool
