"""How time grows with what there is: each quantity doubled alone, and the exponent of growth (1 is linear).

`python -m benchmarks.linear --doublings 3` prints a line a quantity, all rules on: CPU time of this process, which other work on
the machine disturbs, and calls of functions, which nothing disturbs but which do not show what one call costs.
"""

import argparse
import gc
import math
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.corpus import make_tables, write_corpus
from perflint.workspace.checking import Checker, Options
from perflint.workspace.configuration.config import Config
from perflint.workspace.runs.discovering import Plan
from perflint.workspace.runs.run import run
from perflint.workspace.runs.workers import forget_checkers

GOAL = 1.1
_HEAD = "kind: project\nprofile: general\nyear: 2024\nagency: 101001 县教育局\nproject: {name: 教师培训专项经费, code: '1010012024000001'}\n"
_ROW = "  - {{level1: 产出指标, level2: 数量指标, name: 培训教师数量{0}, value: '≥{1}人', basis: 工作计划}}\n"


class Growth(NamedTuple):
    """The sizes of one quantity, each twice the one before, with the seconds and calls that each took."""

    sizes: Sequence[int]
    seconds: Sequence[float]
    calls: Sequence[int]


def fitted(sizes: Sequence[int], costs: Sequence[float]) -> float:
    """Return the slope of cost over size, both as logarithms, fitted by least squares."""
    xs, ys = [math.log(size) for size in sizes], [math.log(cost) for cost in costs]
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True)) / sum((a - x) ** 2 for a in xs)


def of_what_comes_on_top(costs: Sequence[float]) -> float:
    """Return the exponent by the last three of doubled sizes, what does not grow left out: 1 is linear, 2 the square."""
    first, second, third = costs[-3:]
    return math.log2(max(third - second, 1) / max(second - first, 1))


def _numbers(count: int) -> range:
    """Return so many numbers, of which no other size has any: what is remembered of one size does not help another."""
    return range(count * 10, count * 11)


def rows(count: int) -> str:
    """Return a table with so many rows, no two alike."""
    return _HEAD + "indicators:\n" + "".join(_ROW.format(number, number + 10) for number in _numbers(count))


def cells(count: int) -> str:
    """Return a table with so many keys that it need not have, which is as many cells more."""
    return (
        _HEAD
        + "".join(f"备注{number}: 按计划开展{number}\n" for number in _numbers(count))
        + "indicators:\n"
        + _ROW.format(1, 20)
    )


def length(count: int) -> str:
    """Return a table whose goal has so many sentences."""
    goal = "".join(f"组织第{number}期培训，培训教师{number + 20}人次。" for number in _numbers(count))
    return _HEAD + f"goals: {goal}\nindicators:\n" + _ROW.format(1, 20)


def name_length(count: int) -> str:
    """Return a table with an indicator name and a value of so many words."""
    return _HEAD + "indicators:\n" + _ROW.format("培训人数" * count, "10人、≥20" * count)


def comments(count: int) -> str:
    """Return a table with so many comments."""
    return (
        _HEAD
        + "indicators:\n"
        + "".join(f"  # 第{number}批\n" + _ROW.format(number % 9, 20) for number in _numbers(count))
    )


def suppressions(count: int) -> str:
    """Return a table with so many comments that suppress."""
    return _HEAD + "indicators:\n" + "".join(
        "  # perflint: ignore[DIR001] 合同约定\n" + _ROW.format(number % 9, 20) for number in range(count)
    )  # fmt: skip


def citations(count: int) -> str:
    """Return a table whose basis names so many documents."""
    cited = "、".join(f"《关于印发第{number}批办法的通知》（财预〔2021〕{number + 1}号）" for number in _numbers(count))
    return _HEAD + f"goals: 依据{cited}开展培训。\nindicators:\n" + _ROW.format(1, 20)


WITHIN: Mapping[str, tuple[Callable[[int], str], int]] = {
    "rows": (rows, 500), "cells": (cells, 2_000), "length of a goal": (length, 2_000), "length of a name and a value": (name_length, 500),
    "comments": (comments, 1_000), "suppressions": (suppressions, 1_000), "citations": (citations, 1_000),
}  # fmt: skip
"""What grows within one table: how it is made, and how many there are of it at first."""
LENGTHS = frozenset({"length of a goal", "length of a name and a value"})
"""What makes no more calls, but longer ones: only time shows how it grows."""


def growth_within(quantity: str, doublings: int, runs: int) -> Growth:
    """Return how the check of one table grows; each size is checked by an engine that has seen no table like it."""
    make, first = WITHIN[quantity]
    sizes = [first << step for step in range(doublings + 1)]
    checker = Checker(Config(), Options(seconds=0))
    checker.check(make(first // 2).encode(), "warm.yaml")
    seconds = [min(_seconds_of(make(size).encode()) for _ in range(runs)) for size in sizes]
    return Growth(sizes, seconds, () if quantity in LENGTHS else [calls_of(make(size).encode()) for size in sizes])


def calls_of(data: bytes) -> int:
    """Return how many functions are called, those of C among them, to check a table by an engine that has seen none."""
    forget_checkers()  # what it remembers of parts of rows, too
    checker = Checker(Config(), Options(seconds=0))
    checker.engine(checker.default_profile())
    calls = 0

    def count(_frame: object, event: str, _what: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    sys.setprofile(count)
    try:
        checker.check(data, "table.yaml")
    finally:
        sys.setprofile(None)
    return calls


def _seconds_of(data: bytes) -> float:
    checker = Checker(Config(), Options(seconds=0))
    checker.engine(checker.default_profile())
    gc.collect()
    started = time.process_time()
    checker.check(data, "table.yaml")
    return time.process_time() - started


def growth_of_tables(first: int, doublings: int, runs: int, seed: int) -> Growth:
    """Return how a whole run grows with the tables, what is compared among them included."""
    sizes = [first << step for step in range(doublings + 1)]
    return Growth(sizes, [min(_seconds_of_run(size, seed) for _ in range(runs)) for size in sizes], ())


def _seconds_of_run(tables: int, seed: int) -> float:
    with tempfile.TemporaryDirectory(prefix="perflint-bench-") as folder:
        write_corpus(Path(folder), tables, seed)
        plan = Plan((Path(folder),), Options(seconds=0), None, True, 1, False)  # noqa: FBT003  # no configuration, no cache
        gc.collect()
        started = time.process_time()
        run(plan)
        return time.process_time() - started


def main() -> int:
    """Print a line a quantity; return 1 if the calls of one grow faster than the goal."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--doublings", type=int, default=3)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args()
    Checker(Config(), Options()).check(next(make_tables(1, wanted.seed)).encode(), "warm.yaml")
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)  # as the command line does: else looking for cycles is what grows
    print("| doubled | from | to | seconds | exponent of time | of calls |\n| --- | ---: | ---: | --- | ---: | ---: |")
    found = [_shown("tables", growth_of_tables(100, wanted.doublings, wanted.runs, wanted.seed))]
    found += [_shown(name, growth_within(name, wanted.doublings, wanted.runs)) for name in WITHIN]
    return 0 if max(found) <= GOAL else 1


def _shown(name: str, growth: Growth) -> float:
    """Print a quantity; return the exponent of its calls, of its time where they were not counted."""
    seconds = ", ".join(f"{second:.3f}" for second in growth.seconds)
    time_grows = fitted(growth.sizes, growth.seconds)
    calls_grow = of_what_comes_on_top(growth.calls) if growth.calls else None
    shown = "-" if calls_grow is None else f"{calls_grow:.2f}"
    print(f"| {name} | {growth.sizes[0]} | {growth.sizes[-1]} | {seconds} | {time_grows:.2f} | {shown} |", flush=True)
    return time_grows if calls_grow is None else calls_grow


if __name__ == "__main__":
    sys.exit(main())
