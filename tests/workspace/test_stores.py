"""What a run keeps on the disk comes back as it was put in, whether it fits into memory or not."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from perflint.judge.inspection import Inspection
from perflint.workspace.checking import Checker, Options
from perflint.workspace.configuration.config import Config
from perflint.workspace.runs.stores import FindingsByPath, MembersByAgency, Occurrences

ROOM = [1, 2, 3, 100]
TABLE = Path(__file__).parents[2] / "examples" / "lulong-2023" / "03.yaml"


@pytest.fixture(scope="module")
def inspection() -> Inspection:
    found = Checker(Config(), Options()).check(TABLE.read_bytes(), "03.yaml")
    assert isinstance(found, Inspection)
    return found


@pytest.mark.parametrize("room", ROOM)
def test_tables_come_back_by_agency_and_file(inspection: Inspection, room: int) -> None:
    (member,) = inspection.glance.members
    named = [("2.yaml", "乙局"), ("1.yaml", "414001乙局"), ("1.yaml", ""), ("0.yaml", ""), ("3.yaml", "甲局本级")]
    store = MembersByAgency(room)
    for path, agency in named:
        store.add(member._replace(path=path, table=replace(member.table, agency=agency)))
    groups = [[(one.path, one.table.agency) for one in group] for group in store.groups()]
    assert sorted(groups) == [
        [("0.yaml", "")],
        [("1.yaml", "")],
        [("1.yaml", "414001乙局"), ("2.yaml", "乙局")],
        [("3.yaml", "甲局本级")],
    ]
    assert next(store.groups())[0].sheet() == member.sheet()


@pytest.mark.parametrize("room", ROOM)
def test_findings_come_back_by_file_in_order(inspection: Inspection, room: int) -> None:
    store = FindingsByPath(room)
    for finding in inspection.findings:
        store.add(finding)
        store.add(replace(finding, place=replace(finding.place, path="other.yaml")))
    assert store.of("03.yaml") == list(inspection.findings)
    assert [finding.code for finding in store.of("other.yaml")] == [finding.code for finding in inspection.findings]
    assert store.of("none.yaml") == []


@pytest.mark.parametrize("room", ROOM)
def test_occurrences_are_counted(room: int) -> None:
    store = Occurrences(room)
    keys = ["0a", "0b", "0a", "0c", "0a", "0b"]
    assert [store.before(key * 12) for key in keys] == [0, 0, 1, 0, 2, 1]
