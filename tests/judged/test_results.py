"""Self-evaluation tables: every row of a certain fault is found, and no rule on results says anything of what is right."""

from typing import Any

import pytest

from tests.judged.reading import Found
from tests.judged.test_judged import collection

FOLDERS = ("results-one", "results-two", "results-varied")
# Of the third collection the floors tell how much is found; what is right in it is left alone as well.
LEFT_ALONE = (*FOLDERS, "results-three")


def _places(at: Any) -> list[Any]:  # noqa: ANN401  # a row, rows or a path of keys
    return at if isinstance(at, list) else [at]


def _on_results(found: list[Found]) -> list[Found]:
    return [one for one in found if one.code.startswith("EVA")]


@pytest.mark.parametrize("folder", FOLDERS)
def test_each_row_of_a_certain_fault_is_found(folder: str) -> None:
    of = collection(folder)
    lost = [
        f"{fault.table} {place}: {fault.why}"
        for fault in of.certain()
        for place in _places(fault.at)
        if not any(one.stands_at(place) for one in _on_results(of.said()[fault.table]))
    ]
    assert lost == []


@pytest.mark.parametrize("folder", LEFT_ALONE)
def test_nothing_is_said_of_results_that_are_right(folder: str) -> None:
    of = collection(folder)
    said = [
        f"{table} {one.code} {'/'.join(one.path)}: {clean['why']}"
        for table, clean in of.entries("clean")
        for one in _on_results(of.said()[table])
        if one.code.startswith(tuple(clean["not"])) and one.stands_at(clean["at"])
    ]
    assert said == []
