"""A value put down after another one with other digits is the value that reading yields, to the last character."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from perflint.quantity import Hint, Value
from perflint.quantity.alike import Alike
from tests.quantity.vectors import reader
from tests.thorough import tries

_HINTS = (Hint(), Hint(money=True), Hint(money=False), Hint(op="≥"), Hint(op="≤", unit="万元"), Hint(unit="%"))


def numbers() -> st.SearchStrategy[str]:
    whole = st.integers(1, 999_999_999) | st.integers(1, 120) | st.integers(1900, 2100)
    return st.builds("{}{}".format, whole, st.just("") | st.from_regex(r"\.[0-9]{1,4}", fullmatch=True))


@given(
    sign=st.sampled_from(("", "≥", "≤")),
    number=numbers(),
    scale=st.sampled_from(("", "万", "亿")),
    unit=st.deferred(lambda: st.sampled_from(sorted(reader().units.spelled))),
    hint=st.sampled_from(_HINTS),
)
@example(sign="", number="24", scale="", unit="小时", hint=Hint())
@example(sign="", number="2023.12", scale="", unit="元", hint=Hint())
@example(sign="", number="20231231", scale="", unit="元", hint=Hint())
@example(sign="≥", number="100.50", scale="", unit="%", hint=Hint())
@settings(max_examples=tries(200), deadline=None)
def test_other_digits_yield_what_reading_them_yields(sign: str, number: str, scale: str, unit: str, hint: Hint) -> None:
    text = f"{sign}{number}{scale}{unit}"
    read = reader().read_anew
    found = Alike(read, reader().units).find(text, hint)
    assert found is None or repr(found) == repr(read(text, hint))


@pytest.mark.parametrize("text", ["352万元", "1053台", "≥95.5%", "≤1.2亿元"])
def test_a_plain_number_with_a_unit_is_not_read_twice(text: str) -> None:
    readings: list[str] = []

    def read(typed: str, hint: Hint) -> Value:
        readings.append(typed)
        return reader().read_anew(typed, hint)

    alike = Alike(read, reader().units)
    other = text.translate(str.maketrans("123459", "234561"))
    assert alike.find(text, Hint()) is not None
    assert alike.find(other, Hint()) is not None
    assert len(readings) == 1


@pytest.mark.parametrize(
    "text", ["2023年", "12月", "0.5%", "90%以上", "3-5台", "5万", "1,000元", "12345热线", "100", "2023.12元", "二十台"]
)
def test_what_is_more_or_less_than_that_is_read(text: str) -> None:
    assert Alike(reader().read_anew, reader().units).find(text, Hint()) is None
