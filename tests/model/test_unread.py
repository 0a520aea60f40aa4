"""A bundle in which one table could not be read: the others are there, and nothing more is said of it."""

from perflint.model import read_tables
from perflint.source import parse_text


def test_a_table_that_could_not_be_read_is_no_second_finding() -> None:
    text = "tables:\n  - kind: project\n    year: 1\n  - kind: project\n    x:\n      y: >5次\n"
    reading = read_tables(parse_text(text, "表.yaml"))
    assert [table.pointer for table in reading.tables] == ["/tables/0"]
    assert reading.irregularities == ()


def test_a_blank_item_of_a_bundle_is_still_one() -> None:
    reading = read_tables(parse_text("tables:\n  - kind: project\n  -\n", "表.yaml"))
    assert [stray.kind for stray in reading.irregularities] == ["shape"]
