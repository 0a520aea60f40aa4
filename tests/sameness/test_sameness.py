"""Whole tables, with their faults, written in other ways: the same codes are found, no more and no fewer."""

from collections import Counter
from functools import cache
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perflint.judge.inspection import Inspection
from perflint.source import read_source, to_data
from perflint.workspace.checking import Checker, Options
from perflint.workspace.configuration.config import Config
from tests.sameness.ways import OF_ORDER, WAYS, Data, Way, joined, keyed, rows, split, text_of
from tests.thorough import part, tries

TESTS = Path(__file__).parent.parent
CHECKER = Checker(Config(), Options())
# Codes that answer for the columns themselves: a form with a column for the unit asks for it in each row.
COLUMNS = frozenset(
    {"STR021", "STR022", "STR023", "STR024", "STR025", "STR026", "VAL026", "VAL029", "VAL030", "DIR012", "DIR014"}
)


@cache
def tables() -> dict[str, Data]:
    """Return the judged tables and the mistakes one by one, with English keys and every cell a text."""
    paths = [*(TESTS / "judged/tables").glob("*.yaml"), *(TESTS / "judged/cases").glob("*.yaml")]
    read = {path.stem: to_data(read_source(path.read_bytes(), path.name).roots[0]) for path in sorted(paths)}
    return {stem: keyed(data, "table", "en") for stem, data in read.items() if "tables" not in data}


def found(data: Data) -> Counter[str]:
    answer = CHECKER.check(text_of(data).encode(), "table.yaml")
    assert isinstance(answer, Inspection)
    return Counter(finding.code for finding in answer.findings)


@cache
def before(stem: str) -> Counter[str]:
    return found(tables()[stem])


def differing(write: Way, turn: int) -> dict[str, tuple[Counter[str], Counter[str]]]:
    """Return the tables that are judged otherwise, with the codes that went and those that came.

    Each way is tried on a part of the tables, on another one than the way before.
    """
    result = {}
    for stem in part([*tables()], turn):
        data = tables()[stem]
        after = found(write.write(data))
        gone, come = before(stem) - after, after - before(stem)
        kept = [Counter({code: n for code, n in side.items() if code not in write.spelling}) for side in (gone, come)]
        if any(kept):
            result[stem] = (kept[0], kept[1])
    return result


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)
def test_another_way_to_write_yields_the_same_findings(way: Way) -> None:
    assert differing(way, WAYS.index(way)) == {}


def test_three_cells_or_one_yield_the_same_findings() -> None:
    assert differing(Way("three cells", rows(split), COLUMNS), 0) == {}


@given(
    stem=st.deferred(lambda: st.sampled_from(sorted(tables()))),
    ways=st.lists(st.sampled_from(WAYS), max_size=4),
    order=st.randoms(),
)
@settings(max_examples=tries(40), deadline=None)
def test_ways_taken_together_yield_the_same_findings(stem: str, ways: list[Way], order: Random) -> None:
    data = tables()[stem]
    for way in ways:
        data = way.write(keyed(data, "table", "en"))
    data = keyed(data, "table", "en")
    shuffled = {**data, "indicators": order.sample(data["indicators"], len(data["indicators"]))}
    spelling = OF_ORDER.union(*(way.spelling for way in ways))
    was, now = (
        {code: n for code, n in side.items() if code not in spelling} for side in (before(stem), found(shuffled))
    )
    assert now == was


def test_one_cell_or_three_yield_the_same_findings() -> None:
    assert differing(Way("one cell", rows(joined), COLUMNS), 1) == {}
