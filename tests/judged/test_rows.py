"""Rows as published by many offices, and rows written like them: what is right stays without error or warning.

`rows/sent_back.yaml` marks the rows that a reviewer would send back, most of them before the first run. Tables A were printed
by the office at the address in their first line (some rows of A26 to A34 stand in running text there); V are short phrases,
W to Y whole tables, Z rows that look like errors, all written by hand. All rows but the marked ones are right, so that a finding
there is a false alarm.
"""

from collections import Counter
from pathlib import Path

from tests.judged.reading import Found, load, said

SENT_BACK: dict[str, dict[int, str]] = load("rows/sent_back.yaml")
TABLES = Path(__file__).parent / "rows" / "tables"
ALARMS_IN_100_ROWS = 1.0  # may only fall
HIT = 60  # percent of the marked rows with any finding at warning or above; may only rise


def on_rows() -> list[tuple[Found, int]]:
    """Return the findings at warning or above that stand on an indicator, with the number of its row."""
    loud = (one for found in said("rows/tables").values() for one in found if one.loud)
    return [(one, int(one.path[1])) for one in loud if one.path[0] == "indicators" and len(one.path) > 1]


def test_rows_that_are_right_are_left_alone() -> None:
    rows = sum(path.read_text(encoding="utf-8").count("\n  - {") for path in TABLES.glob("*.yaml"))
    alarms = [(one.table, row, one.code) for one, row in on_rows() if row not in SENT_BACK.get(one.table, {})]
    assert len(alarms) * 100 <= rows * ALARMS_IN_100_ROWS, (alarms, Counter(code for _, _, code in alarms))


def test_rows_to_be_sent_back_are_found() -> None:
    marked = {(table, row) for table, rows in SENT_BACK.items() for row in rows}
    hit = {(one.table, row) for one, row in on_rows()} & marked
    assert len(hit) * 100 >= len(marked) * HIT, sorted(marked - hit)
