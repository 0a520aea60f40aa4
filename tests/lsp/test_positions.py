"""Offsets and positions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol.types import Position

from perflint.lsp.positions import Positions

TEXTS = st.text(alphabet="a项😀𠮷\n\r ", max_size=40)


@pytest.mark.parametrize(("encoding", "column"), [("utf-8", 9), ("utf-16", 5), ("utf-32", 3)])
def test_columns_in_each_encoding(encoding: str, column: int) -> None:
    positions = Positions("x\n😀𠮷b项", 0, encoding)
    assert positions.position(5) == Position(1, column)
    assert positions.offset(Position(1, column)) == 5


@given(TEXTS, st.sampled_from(["utf-8", "utf-16", "utf-32"]), st.integers(0, 2))
def test_there_and_back(text: str, encoding: str, marks: int) -> None:
    positions = Positions("\ufeff" * marks + text, marks, encoding)
    for offset in range(len(text) + 1):
        if text[max(offset - 1, 0) : offset + 1] != "\r\n":  # between the two halves of a line end nothing stands
            assert positions.offset(positions.position(offset)) == offset


@given(TEXTS, st.integers(0, 99), st.integers(0, 99))
def test_positions_outside_are_moved_inside(text: str, line: int, character: int) -> None:
    assert 0 <= Positions(text).offset(Position(line, character)) <= len(text)
