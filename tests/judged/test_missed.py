"""Kinds of faults that were missed on tables never seen, each with near misses; written before the program was run on them."""

from collections import Counter

import pytest

from tests.judged.missed_rows import Case, answers, cases

# Files, with how many of 100 right rows may be told (most by other rules) and how many of 100 wrong ones missed: may only fall.
SETS = [
    (("first.yaml", "second.yaml"), 4.1, 5.6),
    (("third.yaml",), 0, 15.3),
    (("fourth.yaml",), 0, 5.4),
]


def _cases(files: tuple[str, ...]) -> list[Case]:
    return [case for file in files for case in cases(file)]


@pytest.mark.parametrize(("files", "most", "_"), SETS)
def test_right_rows_are_left_alone(files: tuple[str, ...], most: float, _: float) -> None:
    right = [case for case in _cases(files) if case.right]
    alarms = [(case.kind, case.source, sorted(codes)) for case in right if (codes := answers(case))]
    assert len(alarms) * 100 <= len(right) * most, (alarms, Counter(kind for kind, _, _ in alarms))


@pytest.mark.parametrize(("files", "_", "most"), SETS)
def test_wrong_rows_are_found(files: tuple[str, ...], _: float, most: float) -> None:
    wrong = [case for case in _cases(files) if not case.right]
    missed = [(case.kind, case.source) for case in wrong if not answers(case)]
    assert len(missed) * 100 <= len(wrong) * most, missed
