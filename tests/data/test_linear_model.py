"""Linear models: a file of weights, what they say of a text, and which files are refused."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perflint.data.linear_model import LinearModel, ModelError, load_model, pieces

WEIGHTS = "# notes\npiece\tvague\tother\n(intercept)\t-1.00\t0\n显著\t9.00\t-3\n显\t0.5\t0\n0\t-4.00\t1\n"


def model(tmp_path: Path, text: str = WEIGHTS) -> LinearModel:
    path = tmp_path / "weights.tsv"
    path.write_text(text, "utf-8")
    return load_model(path)


def test_pieces_decide_and_are_shown(tmp_path: Path) -> None:
    judged = model(tmp_path)
    assert judged.score("显著") > 0.8
    assert judged.score("显著", "other") < 0.5
    assert judged.score("12") < 0.3
    assert judged.best("显著")[0] == "vague"
    assert [added.piece for added in judged.strongest("显著3")] == ["显著", "0", "显"]


def test_a_text_of_unknown_pieces_is_the_intercept_alone(tmp_path: Path) -> None:
    assert model(tmp_path).score("全新") == pytest.approx(0.2689, abs=1e-4)
    assert model(tmp_path).score("") == pytest.approx(0.2689, abs=1e-4)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "piece"),
        ("显\t1\n", "piece"),
        ("piece\tvague\n显\t1\n", "(intercept)"),
        ("piece\tvague\n(intercept)\t1\n显\t1\t2\n", ":3:"),
        ("piece\tvague\n(intercept)\t1\n显\tviel\n", ":3:"),
        ("piece\tvague\n(intercept)\tinf\n", ":2:"),
    ],
)
def test_a_file_that_is_no_table_of_weights_is_refused(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(ModelError) as refused:
        model(tmp_path, text)
    assert told in str(refused.value)


@given(st.text(max_size=30))
def test_pieces_are_of_length_one_however_long_the_text(text: str) -> None:
    shares = pieces(text)
    assert sum(share * share for share in shares.values()) == pytest.approx(1 if shares else 0)


def test_width_case_blanks_and_which_digit_make_no_difference() -> None:
    assert pieces("ａ级 12") == pieces("A级34")
