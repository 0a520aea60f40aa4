"""Suppressions laid over the findings of a file: what they cover, and what is to be said of themselves."""

import datetime as dt
from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple

from msgspec.structs import replace

from perflint.adoption.rules_judged import RulesJudged
from perflint.facts import SuppressionView
from perflint.judge import Engine, Finding, Place, Suppression, TableName
from perflint.judge.inspection import NOBODY, Glance
from perflint.judge.making_findings import fingerprint
from perflint.judge.selection import answers
from perflint.judge.suppression import SHORTEST, covering

Locked = Callable[[Finding], bool]


class Covered(NamedTuple):
    """The findings that stay, those on the suppressions themselves among them, and those that are suppressed."""

    kept: list[Finding]
    hidden: list[Finding]


def cover(
    glance: Glance, findings: Collection[Finding], suppressions: Collection[Suppression], engine: Engine, ran: RulesJudged,
    locked: Locked = lambda _: False,
) -> Covered:  # fmt: skip
    """Return the findings of a file after its suppressions; one without a reason or out of date covers nothing.

    What is `locked` is not covered either, and the comment that tries is told.

    `engine` judges the suppressions themselves; that one covers nothing is said only of rules that `ran`.
    """
    if not suppressions:
        return Covered(list(findings), [])
    today = dt.datetime.now(tz=dt.UTC).date()
    live = [entry for entry in suppressions if entry.reason and not entry.expired(today)]
    used: set[tuple[int, str]] = set()
    tried: dict[int, list[str]] = {}
    covered = Covered([], [])
    find = covering(live)
    for finding in findings:
        over = find(finding.code, finding.place.start)
        if over is not None and locked(finding):
            tried.setdefault(over.start, []).append(finding.code)
            used.update((over.start, code) for code in over.codes if finding.code.startswith(code))
            over = None
        if over is None:
            covered.kept.append(finding)
        else:
            used.update((over.start, code) for code in over.codes if finding.code.startswith(code))
            covered.hidden.append(replace(finding, suppressed=over.reason))
    known = _Known(engine, ran)
    for entry in suppressions:
        forbidden = tuple(dict.fromkeys(tried.get(entry.start, ())))
        view = replace(_view(entry, used, known, today), locked=forbidden)
        covered.kept.extend(_on_suppression(entry, view, glance, engine))
    return covered


def _view(entry: Suppression, used: set[tuple[int, str]], known: "_Known", today: dt.date) -> SuppressionView:
    """Return a suppression as rules see it: codes that do not exist, and those that had nothing to cover."""
    unknown = tuple(code for code in entry.codes if not known.means_a_rule(code))
    judged = [code for code in entry.codes if code not in unknown and known.judged(code)]
    live = entry.reason and not entry.expired(today)
    unused = tuple(code for code in judged if (entry.start, code) not in used) if live else ()
    left = entry.days_left(today)
    return SuppressionView(entry.codes, unknown, entry.reason, entry.until, left or 0, left is not None, unused)


def _on_suppression(entry: Suppression, view: SuppressionView, glance: Glance, engine: Engine) -> Iterator[Finding]:
    """Yield what is wrong with a suppression; it is said of the table where the file holds only one."""
    place = Place(glance.path, "", entry.line, entry.column, entry.line, entry.end_column, entry.start, entry.end)
    table: TableName = glance.members[0].table if len(glance.members) == 1 else NOBODY
    for violation in engine.judge_views("suppression", "", [view]).violations:
        yield Finding(
            code=violation.rule.id, name=violation.rule.name, category=violation.rule.category, severity=violation.severity,
            message=violation.message, suggestion=None, legal_basis=None, place=place, excerpt=entry.excerpt,
            value=", ".join(entry.codes), table=table, indicator=None, related=(), fix=None,
            fingerprint=fingerprint(violation.rule.id, table, "", "", ",".join(entry.codes) + entry.reason),
        )  # fmt: skip


class _Known:
    """What is known of codes in a run, worked out once a code: a file may hold thousands of comments."""

    def __init__(self, engine: Engine, ran: RulesJudged) -> None:
        self._engine = engine
        self._ran = ran
        self._rules: dict[str, bool] = {}
        self._judged: dict[str, bool] = {}

    def means_a_rule(self, code: str) -> bool:
        """Return whether a code means a rule, or the rules of a category or less."""
        if code not in self._rules:
            fits = len(code) >= SHORTEST and any(answers(rule, code) for rule in self._engine.codes)
            self._rules[code] = fits
        return self._rules[code]

    def judged(self, code: str) -> bool:
        """Return whether all rules that a code means were judged."""
        if code not in self._judged:
            self._judged[code] = self._ran.judged(code)
        return self._judged[code]
