"""Every published table comes back from the form of any profile; `python -m tests.office.test_export_any_profile` tries all of them.

The suite tries each table with two profiles, so that every profile has several tables; `make roundtrip` tries each with each, in
Word and in Excel.
"""

import sys
from collections.abc import Iterator
from functools import cache

import pytest

from perflint.model import Table, load_profiles, read_tables
from perflint.office.export import lay_out, template_for
from perflint.source import read_source
from tests.office.test_export_roundtrip import EXAMPLES, USUAL, WRITERS, cells, glued, imported

_STEP = 5
# The plan has a heading on every form, whether the table names it or not.
_PRINTED = {*USUAL, "spending_plan_title"}


@cache
def _tables() -> tuple[tuple[str, Table], ...]:
    return tuple(
        (f"{path.parent.name}-{path.stem}-{number}", table)
        for path in EXAMPLES
        for number, table in enumerate(read_tables(read_source(path.read_bytes(), str(path))).tables)
    )


def _sample() -> Iterator[tuple[int, str]]:
    """Yield each table with two profiles, the second at another distance."""
    profiles = sorted(load_profiles())
    for number in range(len(_tables())):
        first, second = number % len(profiles), (number * _STEP + 3) % len(profiles)
        yield from ((number, profiles[place]) for place in {first, second})


def lost(table: Table, profile: str, kind: str) -> dict[str, tuple[str | None, str | None]]:
    """Return the cells that differ after export to the form of a profile and import, each as it was and as it came back."""
    back = imported(WRITERS[kind]([lay_out(table, template_for(table, load_profiles(), profile))]), kind)
    if len(back) != 1:
        return {"tables": ("1", str(len(back)))}
    before, after = dict(cells(table)), dict(cells(back[0]))
    after = {name: text for name, text in after.items() if name not in _PRINTED or name in before}
    found = {
        name: (before.get(name), after.get(name))
        for name in before.keys() | after.keys()
        if before.get(name) != after.get(name)
    }
    return found if glued(table) == glued(back[0]) else {**found, "agency": (glued(table), glued(back[0]))}


@pytest.mark.parametrize(("number", "profile"), list(_sample()), ids=str)
def test_a_published_table_comes_back_from_the_form_of_any_profile(number: int, profile: str) -> None:
    assert lost(_tables()[number][1], profile, "xlsx" if number % 2 else "docx") == {}


def test_every_profile_and_every_table_is_in_the_sample() -> None:
    sample = list(_sample())
    assert {profile for _, profile in sample} == load_profiles().keys()
    assert {number for number, _ in sample} == set(range(len(_tables())))


def main() -> int:
    """Try every table with every profile in both kinds; print what does not come back; return 1 where anything is lost."""
    failed = 0
    every = [
        (name, table, profile, kind)
        for name, table in _tables()
        for profile in sorted(load_profiles())
        for kind in WRITERS
    ]
    for name, table, profile, kind in every:
        found = lost(table, profile, kind)
        failed += bool(found)
        if found:
            print(name, profile, kind, found)
    print(f"{len(every) - failed} of {len(every)} come back")
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
