"""Tables without a fault: the whole catalogue says of them what is pinned, and nothing that is an error or a warning.

With PERFLINT_UPDATE=1 the pinned list is written anew, to be read before committing: a new line is a table at fault, which is
mended, or a false alarm, which is mended in its rule.
"""

import os
from functools import cache
from pathlib import Path

from perflint.model import load_profiles, read_tables
from perflint.source import read_source
from tests.pages import run

HERE = Path(__file__).parent
PINNED = HERE / "findings.txt"
TABLES = sorted((HERE / "tables").glob("*.yaml"))
# Warnings that a fair reviewer would not raise and that the rules cannot tell from faults yet: none.
TOLERATED: tuple[str, ...] = ()


@cache
def said() -> str:
    return run("perflint check tables --format concise --lang zh --no-config --fail-on never", HERE)


def test_findings_are_as_pinned() -> None:
    if os.environ.get("PERFLINT_UPDATE"):
        PINNED.write_text(said(), encoding="utf-8")
    assert said() == PINNED.read_text(encoding="utf-8")


def test_nothing_is_called_an_error_or_a_warning() -> None:
    loud = [line for line in said().splitlines() if ": 错误 " in line or ": 警告 " in line]
    assert [line for line in loud if not line.startswith(TOLERATED or ("\0",))] == []


def test_the_tables_are_many_and_of_every_kind() -> None:
    tables = [table for path in TABLES for table in read_tables(read_source(path.read_bytes(), path.name)).tables]
    assert len(tables) >= 60
    assert {table.text("kind") for table in tables} >= {"project", "department"}
    assert len({table.text("profile") for table in tables} & {"", *load_profiles()}) >= 12
