"""Values against names: what is no answer is said once, in one cell or two; what answers, or may, is left alone."""

import pytest

from perflint.facts.measure import answer, unit_fit, words
from perflint.facts.row import RowView
from perflint.facts.values import serial
from perflint.quantity import Kind
from tests.facts.measure.cells import cells
from tests.facts.rows import row_of

_KNOWN_MISS = "覆盖人口数"  # 个村 is no unit that the reader knows


def said(row: RowView) -> list[str]:
    """Return what the facts of this folder find wrong, the facts that one rule each looks at."""
    facts = {
        "STR012": row.value.kind is Kind.PLACEHOLDER,
        "VAL005": unit_fit.unit_misfits(row),
        "VAL037": words.measures_otherwise(row),
        "VAL060": answer.only_unit(row),
        "VAL061": serial.date_serial(row),
    }
    return [rule for rule, found in facts.items() if found]


def spellings(value: str, unit: str) -> list[tuple[str, str]]:
    """Return the value in split columns and in one cell, in half and in full width."""
    wide = str.maketrans("0123456789%", "０１２３４５６７８９％")
    both = [(value, unit), (value + unit, "")] if unit else [(value, unit)]
    return [*both, *((one.translate(wide), other.translate(wide)) for one, other in both)]


@pytest.mark.parametrize(("name", "value", "unit", "level2"), cells("mismatched.tsv"))
def test_what_is_no_answer_is_said_once(name: str, value: str, unit: str, level2: str) -> None:
    if name == _KNOWN_MISS:
        pytest.xfail("the unit is not read")
    for typed, column in spellings(value, unit):
        assert len(said(row_of(name, typed, unit=column, level2=level2))) == 1, (typed, column)


@pytest.mark.parametrize(("name", "value", "unit", "level2"), cells("matched.tsv"))
def test_what_answers_is_left_alone(name: str, value: str, unit: str, level2: str) -> None:
    for typed, column in spellings(value, unit):
        assert said(row_of(name, typed, unit=column, level2=level2)) == [], (typed, column)


@pytest.mark.parametrize(("name", "unit", "level2", "_"), cells("usual_units.tsv"))
def test_published_names_fit_their_usual_units(name: str, unit: str, level2: str, _: str) -> None:
    assert said(row_of(name, "12", unit=unit, level2=level2)) == []
    assert said(row_of(name, f"≥12{unit}", level2=level2)) == []


@pytest.mark.parametrize(
    ("name", "value", "near"),
    [
        ("参训人数", "300人次", False),
        ("参训人次", "300人", True),
        ("检验批次", "320份", True),
        ("政策宣传覆盖面", "12个", True),
        ("走访户数", "300户次", True),
        ("事故发生率", "0起", True),
    ],
)
def test_what_is_often_mixed_up_is_only_noted(name: str, value: str, *, near: bool) -> None:
    row = row_of(name, value)
    assert unit_fit.unit_misfits(row)
    assert unit_fit.near_misfit(row) is near
