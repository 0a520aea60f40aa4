"""The same table written in another way: nothing new is called an error or a warning."""

from collections import Counter

import pytest

from perflint.model import read_tables
from perflint.source import read_source
from tests.clean.change import Change, apply
from tests.clean.mutations import before, judge, texts
from tests.clean.neutral import WAYS, Way
from tests.thorough import part


def _rewritten(text: str, way: Way) -> str:
    tables = read_tables(read_source(text.encode(), "table.yaml")).tables
    edits = dict.fromkeys(edit for table in tables for edit in way.edits(table))
    return apply(text, Change(way.name, tuple(edits)))


def _loud(found: dict[str, tuple[int, str]]) -> Counter[str]:
    return Counter({code: count for code, (count, severity) in found.items() if severity != "info"})


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)
def test_another_way_to_write_brings_no_new_warning(way: Way) -> None:
    tried = dict(part([*texts().items()], WAYS.index(way)))  # on another part of the tables than the way before
    rewritten = {name: new for name, text in tried.items() if (new := _rewritten(text, way)) != text}
    assert len(rewritten) >= 3
    more = {name: _loud(judge().findings(text, name)) - _loud(before()[name]) for name, text in rewritten.items()}
    assert {name: codes for name, codes in more.items() if codes} == {}
