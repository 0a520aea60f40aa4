"""Tables that took no part in making the rules: the faults that careful reading is certain of are found, and little else.

A collection is a folder with `tables`; its `truth.yaml` lists the faults and the places that are right, read before the program
was run, `verdicts.yaml` what was thought of each finding of the program of that day. The floors in `floors.yaml` may only rise.
`python -m tests.judged.test_judged` prints what is missed and what is wrong.
"""

from functools import cache
from typing import Any, NamedTuple

import pytest

from tests.judged.reading import COLLECTIONS, LOUD, RANK, Found, english, load, said

KINDS: dict[str, list[str]] = load("kinds.yaml")


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


class Collection(NamedTuple):
    """One folder of judged tables: its truth, its verdicts by table, code and place, its floors."""

    folder: str
    truth: dict[str, Any]
    verdicts: dict[tuple[str, str, tuple[str, ...]], Any]
    floors: dict[str, Any]

    def entries(self, key: str) -> list[tuple[str, Any]]:
        return [(table, entry) for table, truth in self.truth.items() for entry in truth.get(key) or []]

    def said(self) -> dict[str, list[Found]]:
        return said(f"{self.folder}/tables")

    def certain(self) -> list[Fault]:
        found = [(table, one) for table, one in self.entries("findings") if one["certainty"] == "certain"]
        return [Fault(table, one["at"], one["kind"], one["severity"], one["why"]) for table, one in found]


@cache
def collection(folder: str) -> Collection:
    """Return a collection as read."""
    verdicts = {(x["table"], x["code"], english(x["pointer"])): x for x in load(f"{folder}/verdicts.yaml")}
    return Collection(folder, load(f"{folder}/truth.yaml"), verdicts, load(f"{folder}/floors.yaml"))


def missed(of: Collection) -> list[Fault]:
    """Return the certain faults without an answer; a finding that was judged false or an artefact is none."""
    wrong = {key for key, verdict in of.verdicts.items() if verdict["verdict"] in ("FALSE", "ARTEFACT")}
    right = {stem: [one for one in found if one[:3] not in wrong] for stem, found in of.said().items()}
    return [fault for fault in of.certain() if not any(fault.answered_by(one) for one in right[fault.table])]


def violations(of: Collection) -> list[str]:
    """Return the findings at warning or above on places that are right; cut excerpts (ARTEFACT) excuse the rule."""
    clean = [(table, one) for table, one in of.entries("clean") if not one["why"].startswith("ARTEFACT")]
    return [
        f"{table} {found.code} {'/'.join(found.path)}: {one['why']}"
        for table, one in clean
        for found in of.said()[table]
        if found.loud and found.code.startswith(tuple(one["not"] or [""])) and found.stands_at(one["at"])
    ]


def too_loud(of: Collection) -> list[str]:
    """Return the findings that a verdict calls wrong or too severe and that still stand at that severity."""
    standing = [(one, of.verdicts[one[:3]]) for found in of.said().values() for one in found if one[:3] in of.verdicts]
    return [
        f"{one.table} {one.code} {'/'.join(one.path)} {one.severity} -> {grade['should_be']}: {grade['why']}"
        for one, grade in standing
        if grade["verdict"] in ("FALSE", "SEVERE") and RANK[one.severity] > max(RANK[grade["should_be"]], LOUD - 1)
    ]


@pytest.mark.parametrize("folder", COLLECTIONS)
@pytest.mark.parametrize("severity", ["error", "warning", "info"])
def test_enough_of_the_certain_faults_is_found(folder: str, severity: str) -> None:
    of = collection(folder)
    wanted = [fault for fault in of.certain() if fault.severity == severity]
    lost = [fault for fault in missed(of) if fault.severity == severity]
    share = 100 * (len(wanted) - len(lost))
    assert share >= float(of.floors[severity]) * len(wanted), [f"{x.table} {x.at} {x.kind}: {x.why}" for x in lost]


@pytest.mark.parametrize("folder", COLLECTIONS)
def test_what_is_right_is_left_alone(folder: str) -> None:
    of = collection(folder)
    assert len(violations(of)) <= int(of.floors["violations"]), violations(of)


@pytest.mark.parametrize("folder", COLLECTIONS)
def test_nothing_wrong_or_too_severe_comes_back(folder: str) -> None:
    of = collection(folder)
    assert len(too_loud(of)) <= int(of.floors["too_loud"]), too_loud(of)


if __name__ == "__main__":
    for of in map(collection, COLLECTIONS):
        print(*(f"missed {x.table} {x.at} {x.kind} {x.severity}: {x.why}" for x in missed(of)), sep="\n")
        print(*(f"violated {line}" for line in violations(of)), *(f"too loud {x}" for x in too_loud(of)), sep="\n")
        print(f"{of.folder}: found {len(of.certain()) - len(missed(of))} of {len(of.certain())}")
