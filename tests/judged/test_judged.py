"""Tables that took no part in making the rules: the faults that careful reading is certain of are found, and little else.

`truth.yaml` lists the faults and the places that are right, read before the program was run; `verdicts.yaml` what was thought
of each finding of version 0.1.0. The floors in `floors.yaml` may only rise. `python -m tests.judged.test_judged` prints what is
missed and what is wrong.
"""

from functools import cache
from typing import Any, NamedTuple

import pytest

from tests.judged.reading import LOUD, RANK, Found, english, load, said

KINDS: dict[str, list[str]] = load("kinds.yaml")
TRUTH: dict[str, Any] = load("truth.yaml")
VERDICTS = {(one["table"], one["code"], english(one["pointer"])): one for one in load("verdicts.yaml")}


class Fault(NamedTuple):
    """One fault that reading is certain of."""

    table: str
    at: Any
    kind: str
    severity: str
    why: str

    def answered_by(self, found: Found) -> bool:
        loud = found.loud or self.severity == "info"
        fits = found.code.startswith(tuple(KINDS[self.kind])) or not KINDS[self.kind]
        return loud and fits and found.stands_at(self.at, above=self.kind == "missing-field")


def entries(key: str) -> list[tuple[str, Any]]:
    return [(table, entry) for table, truth in TRUTH.items() for entry in truth.get(key) or []]


CERTAIN = [
    Fault(table, one["at"], one["kind"], one["severity"], one["why"])
    for table, one in entries("findings")
    if one["certainty"] == "certain"
]


@cache
def missed() -> tuple[Fault, ...]:
    """Return the certain faults without an answer; a finding that was judged false or an artefact is none."""
    wrong = {key for key, verdict in VERDICTS.items() if verdict["verdict"] in ("FALSE", "ARTEFACT")}
    right = {stem: [one for one in found if one[:3] not in wrong] for stem, found in said("tables").items()}
    return tuple(fault for fault in CERTAIN if not any(fault.answered_by(one) for one in right[fault.table]))


def violations() -> list[str]:
    """Return the findings at warning or above on places that are right; cut excerpts (ARTEFACT) excuse the rule."""
    clean = [(table, one) for table, one in entries("clean") if not one["why"].startswith("ARTEFACT")]
    return [
        f"{table} {found.code} {'/'.join(found.path)}: {one['why']}"
        for table, one in clean
        for found in said("tables")[table]
        if found.loud and found.code.startswith(tuple(one["not"] or [""])) and found.stands_at(one["at"])
    ]


def too_loud() -> list[str]:
    """Return the findings that a verdict calls wrong or too severe and that still stand at that severity."""
    standing = [(one, VERDICTS[one[:3]]) for found in said("tables").values() for one in found if one[:3] in VERDICTS]
    return [
        f"{one.table} {one.code} {'/'.join(one.path)} {one.severity} -> {grade['should_be']}: {grade['why']}"
        for one, grade in standing
        if grade["verdict"] in ("FALSE", "SEVERE") and RANK[one.severity] > max(RANK[grade["should_be"]], LOUD - 1)
    ]


@pytest.mark.parametrize("severity", ["error", "warning", "info"])
def test_enough_of_the_certain_faults_is_found(severity: str) -> None:
    wanted = [fault for fault in CERTAIN if fault.severity == severity]
    lost = [fault for fault in missed() if fault.severity == severity]
    share = 100 * (len(wanted) - len(lost)) / len(wanted)
    assert share >= float(load("floors.yaml")[severity]), [f"{x.table} {x.at} {x.kind}: {x.why}" for x in lost]


def test_what_is_right_is_left_alone() -> None:
    assert len(violations()) <= int(load("floors.yaml")["violations"]), violations()


def test_nothing_wrong_or_too_severe_comes_back() -> None:
    assert len(too_loud()) <= int(load("floors.yaml")["too_loud"]), too_loud()


if __name__ == "__main__":
    print(*(f"missed {x.table} {x.at} {x.kind} {x.severity}: {x.why}" for x in missed()), sep="\n")
    print(*(f"violated {line}" for line in violations()), *(f"too loud {line}" for line in too_loud()), sep="\n")
    print(f"found {len(CERTAIN) - len(missed())} of {len(CERTAIN)}")
