"""The same table written in another way: nothing new is called an error or a warning."""

from collections import Counter

import pytest

from perflint.model import read_tables
from perflint.source import read_source
from tests.clean.change import Change, apply
from tests.clean.mutations import TABLES, Judge
from tests.clean.neutral import WAYS, Way

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


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)
def test_another_way_to_write_brings_no_new_warning(way: Way, judge: Judge) -> None:
    rewritten = {name: new for name, text in TEXTS.items() if (new := _rewritten(text, way)) != text}
    assert len(rewritten) >= 8
    new = {name: _loud(judge, text, name) - _loud(judge, TEXTS[name], name) for name, text in rewritten.items()}
    assert {name: codes for name, codes in new.items() if codes} == {}
