"""Suppressions laid over the findings of a file: what they cover, and what is to be said of themselves."""

import datetime as dt
from collections.abc import Collection, Iterator
from typing import NamedTuple

from msgspec.structs import replace

from perflint.facts import SuppressionView
from perflint.judge import Engine, Finding, Place, Suppression
from perflint.judge.force import answers
from perflint.judge.inspection import NOBODY
from perflint.judge.report import fingerprint


class Covered(NamedTuple):
    """The findings that stay, those on the suppressions themselves among them, and those that are suppressed."""

    kept: list[Finding]
    hidden: list[Finding]


def cover(path: str, findings: Collection[Finding], suppressions: Collection[Suppression], engine: Engine) -> Covered:
    """Return the findings of a file after its suppressions; one without a reason or out of date covers nothing."""
    if not suppressions:
        return Covered(list(findings), [])
    today = dt.datetime.now(tz=dt.UTC).date()
    live = [entry for entry in suppressions if entry.reason and not entry.expired(today)]
    used: set[tuple[int, str]] = set()
    covered = Covered([], [])
    for finding in findings:
        over = next((entry for entry in live if entry.covers(finding.code, finding.place.start)), None)
        if over is None:
            covered.kept.append(finding)
        else:
            used.update((over.start, code) for code in over.codes if finding.code.startswith(code))
            covered.hidden.append(replace(finding, suppressed=over.reason))
    for entry in suppressions:
        covered.kept.extend(_on_suppression(entry, path, used, engine, expired=entry.expired(today)))
    return covered


def _on_suppression(
    entry: Suppression, path: str, used: set[tuple[int, str]], engine: Engine, *, expired: bool
) -> Iterator[Finding]:
    """Yield what is wrong with a suppression: codes that do not exist, no reason, out of date, nothing to cover."""
    unknown = tuple(code for code in entry.codes if not any(answers(rule, code) for rule in engine.codes))
    ran = [code for code in entry.codes if code not in unknown and engine.runs(code)]
    live = entry.reason and not expired
    unused = tuple(code for code in ran if (entry.start, code) not in used) if live else ()
    view = SuppressionView(entry.codes, unknown, entry.reason, entry.until, expired, unused)
    place = Place(path, "", entry.line, entry.column, entry.line, entry.end_column, entry.start, entry.end)
    for verdict in engine.judge_views("suppression", "", [view]).verdicts:
        yield Finding(
            code=verdict.rule.id, name=verdict.rule.name, category=verdict.rule.category, severity=verdict.severity,
            message=verdict.message, suggestion=None, legal_basis=None, place=place, excerpt=entry.excerpt,
            value=", ".join(entry.codes), table=NOBODY, indicator=None, related=(), fix=None,
            fingerprint=fingerprint(verdict.rule.id, NOBODY, "", "", path + ",".join(entry.codes) + entry.reason),
        )  # fmt: skip
