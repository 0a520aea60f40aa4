"""Slow spots: what takes time is measured against itself, n against 4n in one run; four times as much is allowed eight times."""

import time
from collections.abc import Callable

import pytest

from perflint.facts.marks import rewritten
from perflint.facts.sources.round_bracket import bracket_beside
from perflint.facts.values.values_in_names import values_in
from perflint.judge import InputError
from perflint.judge.suppression import covering, suppressions_in
from perflint.source import locate, parse_text
from perflint.workspace.checking import Checker, Options
from perflint.workspace.configuration.config import Config

SMALL = 1_000


def marks(count: int) -> None:
    rewritten("甲" * count * 50, [(place * 50, place * 50 + 1, "乙") for place in range(count)])


def names(count: int) -> None:
    values_in.__wrapped__("救助12人，" * count)


def brackets(count: int) -> None:
    text = "财预〔2021〕1号、" * count
    for place in range(count):
        bracket_beside(text, place * 11, place * 11 + 10)


def scalars(count: int) -> None:
    source = parse_text('goals: "' + "甲\\t" * count * 10 + '"\n', "t.yaml")
    node = source.roots[0].pairs[0][1]
    for place in range(count):
        locate(source, node, place * 20, place * 20 + 1)


def lines(count: int) -> None:
    source = parse_text("goals: " + "甲" * count * 100, "t.yaml")
    for _ in range(count):
        source.line_text(1, 400)


def comments_above(count: int) -> None:
    source = parse_text("# perflint: ignore[STR] 理由\n" * count + "kind: project\n", "t.yaml")
    found = suppressions_in(source)
    find = covering(found)
    for entry in found:
        find("STR001", entry.start)


def comments_beside(count: int) -> None:
    rows = "".join(f"  # perflint: ignore[STR] 理由\n  - {{name: 甲{number}}}\n" for number in range(count))
    source = parse_text(f"indicators:\n{rows}", "t.yaml")
    found = suppressions_in(source)
    find = covering(found)
    for entry in found:
        assert find("STR001", entry.first)


def unknown_keys(count: int) -> None:
    text = "kind: project\n" + "".join(f"k{number}: 1\n" for number in range(count // 4))
    assert not isinstance(_CHECKER.check(text.encode(), "t.yaml"), InputError)


def citations(count: int) -> None:
    text = "kind: project\nproject: {basis: " + "财预〔2021〕1号、" * (count // 4) + "}\n"
    assert not isinstance(_CHECKER.check(text.encode(), "t.yaml"), InputError)


_CHECKER = Checker(Config(), Options(select=("STR004", "SRC"), seconds=0))


@pytest.mark.parametrize(
    "work", [marks, names, brackets, scalars, lines, comments_above, comments_beside, unknown_keys, citations]
)
def test_four_times_as_much_takes_no_more_than_eight_times_as_long(work: Callable[[int], None]) -> None:
    work(SMALL // 4)  # whatever is loaded or built once
    ratios = []
    for _ in range(3):  # a machine with other work: the best of three counts
        small, large = _seconds(work, SMALL), _seconds(work, 4 * SMALL)
        ratios.append(large / max(small, 0.002))
        if ratios[-1] < 8:
            return
    pytest.fail(f"4 times as much took {min(ratios):.1f} times as long")


def _seconds(work: Callable[[int], None], count: int) -> float:
    started = time.process_time()
    work(count)
    return time.process_time() - started
