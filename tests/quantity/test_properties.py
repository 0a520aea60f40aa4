import time
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from perflint.quantity import Hint, describe, find_amounts, find_dates
from tests.quantity.vectors import reader
from tests.thorough import tries

CELLS = st.text(
    "0123456789.,％%年月日前底一二百万元人次个≥≤><不超每/()（）-至约余半第内以上较提高无级±×；，、\n①《》翻倍 😀\ufeff",
    max_size=16,
)
NUMBERS = st.decimals(min_value=0, max_value=10**9, places=2)
SIGNS = {"≥": "ge", "不少于": "ge", "≤": "le", "不超过": "le", ">": "gt", "低于": "lt", "＞＝": "ge", "": "none"}


@settings(max_examples=tries(300), deadline=None)
@given(CELLS | st.text(max_size=30), st.sampled_from(["", "≥", "定性"]), st.sampled_from(["", "万元", "%"]))
def test_any_text_is_read_and_its_parts_lie_inside(text: str, op: str, unit: str) -> None:
    value = reader().read(text, Hint(op=op, unit=unit))
    assert describe(value)["text"] == text
    for part in value.parts:
        assert 0 <= part.start <= part.end <= len(text)
    spans = [(each.start, each.end) for each in find_amounts(text, reader())]
    spans += [(each.start, each.end) for each in find_dates(text)]
    assert all(0 <= start < end <= len(text) for start, end in spans)


@settings(max_examples=tries(200), deadline=None)
@given(NUMBERS, st.sampled_from(["%", "台件", "人次", "个", "公里", "万元"]), st.sampled_from(sorted(SIGNS)))
def test_numbers_come_back(number: Decimal, unit: str, sign: str) -> None:
    value = reader().read(f"{sign}{number}{unit}")
    end = value.low if value.low is not None else value.high
    assert end == number * (10000 if unit == "万元" else 1)
    assert (value.op.value, value.unit) == (SIGNS[sign], "元" if unit == "万元" else unit)


@settings(max_examples=tries(200), deadline=None)
@given(NUMBERS, st.sampled_from(["%", "人次", "元/年"]))
def test_width_and_outer_spaces_change_only_the_edits(number: Decimal, unit: str) -> None:
    typed = f"≥{number}{unit}"
    wide = "\u3000" + typed.translate({ord(char): ord(char) + 0xFEE0 for char in "0123456789.%"}) + " "
    plain, full = reader().read(typed), reader().read(wide)
    assert (plain.kind, plain.op, plain.low, plain.unit, plain.per) == (
        full.kind,
        full.op,
        full.low,
        full.unit,
        full.per,
    )
    assert full.edits
    assert not plain.edits


def test_long_and_hostile_cells_take_linear_time() -> None:
    began = time.process_time()
    for text in ("9" * 5000, "1,000" * 1000, "5(" * 900, "一二" * 990, "2023年" * 3000, "每" * 50000, "1-" * 3000):
        reader().read(text)
        find_amounts(text, reader())
        find_dates(text)
    assert time.process_time() - began < 5
