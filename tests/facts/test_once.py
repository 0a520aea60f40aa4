"""What is asked once of a view: computed at the first call, for each view by itself."""

from hypothesis import given
from hypothesis import strategies as st

from perflint.facts.derived import once
from tests.facts.rows import row_of


class _View:
    def __init__(self, text: str) -> None:
        self.text = text
        self.asked = 0


@once
def _length(view: _View) -> int:
    view.asked += 1
    return len(view.text)


def test_an_answer_is_computed_once_for_each_view() -> None:
    short, long = _View("10人"), _View("10人次")
    assert [_length(short), _length(long), _length(short), _length(long)] == [3, 4, 3, 4]
    assert (short.asked, long.asked) == (1, 1)


@given(st.text(max_size=5))
def test_a_cell_that_is_not_there_is_empty_however_often_it_is_asked_for(field: str) -> None:
    view = row_of("培训人数", "≥10人")
    absent = f"no such cell {field}"
    assert [view.text(absent), view.text(absent), view.filled(absent)] == ["", "", False]
    assert absent not in view.texts
