"""The same table written in another way: nothing new is called an error or a warning."""

from collections import Counter

import pytest

from perflint.model import read_tables
from perflint.source import read_source
from tests.clean.change import Change, apply
from tests.clean.mutations import TABLES, Judge
from tests.clean.neutral import WAYS, Way
from tests.thorough import part

TEXTS = {path.name: path.read_text(encoding="utf-8") for path in sorted(TABLES.glob("*.yaml"))}


@pytest.fixture(scope="module")
def judge() -> Judge:
    return Judge()


def _rewritten(text: str, way: Way) -> str:
    tables = read_tables(read_source(text.encode(), "table.yaml")).tables
    edits = dict.fromkeys(edit for table in tables for edit in way.edits(table))
    return apply(text, Change(way.name, tuple(edits)))


def _loud(judge: Judge, text: str, name: str) -> Counter[str]:
    found = judge.findings(text, name)
    return Counter({code: count for code, (count, severity) in found.items() if severity != "info"})


@pytest.fixture(scope="module")
def before(judge: Judge) -> dict[str, Counter[str]]:
    return {name: _loud(judge, text, name) for name, text in TEXTS.items()}


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)
def test_another_way_to_write_brings_no_new_warning(way: Way, judge: Judge, before: dict[str, Counter[str]]) -> None:
    texts = dict(part([*TEXTS.items()], WAYS.index(way)))  # on another part of the tables than the way before
    rewritten = {name: new for name, text in texts.items() if (new := _rewritten(text, way)) != text}
    assert len(rewritten) >= 3
    more = {name: _loud(judge, text, name) - before[name] for name, text in rewritten.items()}
    assert {name: codes for name, codes in more.items() if codes} == {}
