"""Repositories over years are the same everywhere, and only years tell what is wrong in them."""

from hashlib import blake2b
from pathlib import Path

import pytest

from benchmarks.years.changes import CHANGES
from benchmarks.years.faults import FAULTS
from benchmarks.years.kinds import CODES
from benchmarks.years.measuring import measure
from benchmarks.years.repository import make_repository, write_repository
from perflint.model import read_tables
from perflint.source import parse_text

PROJECTS = 120


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a small repository."""
    folder = tmp_path_factory.mktemp("years")
    write_repository(folder, PROJECTS, 1)
    return folder


def test_the_bytes_are_the_same_on_every_machine(folder: Path) -> None:
    """A change of the maker makes figures of other versions incomparable: then this number changes knowingly."""
    digest = blake2b(digest_size=8)
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            digest.update(path.relative_to(folder).as_posix().encode() + path.read_bytes())
    assert digest.hexdigest() == "3d7f57ff29c5e1de"


def test_every_table_can_be_read(folder: Path) -> None:
    for path in folder.rglob("*.yaml"):
        source = parse_text(path.read_text(encoding="utf-8"), str(path))
        (table,) = read_tables(source).tables
        assert not source.faults
        assert len(table.rows) >= 8


def test_every_fault_and_every_change_turns_up() -> None:
    happened = {event.name for event in make_repository(500, 1)}
    assert happened == {*FAULTS, *CHANGES, "plain"}


def test_planted_faults_name_tables_that_are_there(folder: Path) -> None:
    for entry in write_repository(folder, PROJECTS, 1):
        assert all((folder / path).is_file() for path in entry["paths"])
        assert {planted["path"] for planted in entry["planted"]} <= set(entry["paths"])


def test_silence_finds_nothing_and_is_never_wrong(folder: Path) -> None:
    figures = measure(write_repository(folder, PROJECTS, 1), {})
    assert figures.planted.total() > PROJECTS // 3
    assert not figures.found
    assert not figures.alarms


def test_every_kind_of_fault_has_a_code() -> None:
    kinds = {planted.kind for event in make_repository(500, 1) for planted in event.planted if planted.must}
    assert kinds <= set(CODES)
