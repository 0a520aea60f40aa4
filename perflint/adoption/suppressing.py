"""Suppressions laid over the findings of a file: what they cover, and what is to be said of themselves."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from perflint.across.summary import HEAD
from perflint.adoption.rules_judged import RulesJudged
from perflint.facts import SuppressionView
from perflint.judge import Engine, Finding, Place, Suppression, TableName
from perflint.judge.inspection import NOBODY, Glance
from perflint.judge.making_findings import fingerprint
from perflint.judge.selection import ALL, answers
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
    suppressions = _by_code(suppressions, engine)
    laid = _Laid([entry for entry in suppressions if entry.reason and not entry.expired(today)], locked)
    for finding in findings:
        laid.over(finding)
    known = _Known(engine, ran)
    heads = [member.sheet().note(HEAD).start for member in glance.members]
    for entry in suppressions:
        view = replace(
            _view(entry, laid.used, known, today),
            locked=tuple(dict.fromkeys(laid.tried.get(entry.start, ()))),
            hidden=laid.hidden[entry.start],
            whole_table=entry.first > entry.start and any(entry.first <= head < entry.last for head in heads),
        )
        laid.covered.kept.extend(_on_suppression(entry, view, glance, engine))
    return laid.covered


class _Laid:
    """Suppressions in force laid over findings; what each covered and tried to cover is known by where it starts."""

    def __init__(self, live: Sequence[Suppression], locked: Locked) -> None:
        self.covered = Covered([], [])
        self.used: set[tuple[int, str]] = set()
        self.tried: dict[int, list[str]] = {}
        self.hidden: Counter[int] = Counter()
        self._find = covering(live)
        self._locked = locked

    def over(self, finding: Finding) -> None:
        """Cover a finding, or keep it."""
        entry = self._find(finding.code, finding.place.start)
        if entry is None:
            self.covered.kept.append(finding)
            return
        self.used.update((entry.start, code) for code in entry.codes if finding.code.startswith(code))
        if self._locked(finding):
            self.tried.setdefault(entry.start, []).append(finding.code)
            self.covered.kept.append(finding)
        else:
            self.hidden[entry.start] += 1
            self.covered.hidden.append(replace(finding, suppressed=entry.reason))


def _by_code(suppressions: Collection[Suppression], engine: Engine) -> list[Suppression]:
    """Return suppressions with the code of each rule that they call by its name."""
    named = {rule.name: rule.id for rule in engine.codes}
    return [
        replace(entry, codes=tuple(named.get(code, code) for code in entry.codes))
        if any(code in named for code in entry.codes)
        else entry
        for entry in suppressions
    ]


def _view(entry: Suppression, used: set[tuple[int, str]], known: "_Known", today: dt.date) -> SuppressionView:
    """Return a suppression as rules see it: codes that do not exist, and those that had nothing to cover."""
    unknown = tuple(code for code in entry.codes if not known.means_a_rule(code))
    judged = [code for code in entry.codes if code not in unknown and known.judged(code)]
    live = entry.reason and not entry.expired(today)
    unused = tuple(code for code in judged if (entry.start, code) not in used) if live else ()
    left = entry.days_left(today)
    meant = {code: known.rules(code) for code in entry.codes if code not in unknown}
    return SuppressionView(
        entry.codes, unknown, entry.reason, entry.until, left or 0, left is not None, unused,
        categories=tuple(code for code, rules in meant.items() if len(rules) > 1),
        rules=len(frozenset().union(*meant.values())),
    )  # fmt: skip


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
        self._rules: dict[str, frozenset[str]] = {}
        self._judged: dict[str, bool] = {}

    def rules(self, code: str) -> frozenset[str]:
        """Return the rules that a code means: one, or those of a category or less; none for less than that, and for ALL."""
        if code not in self._rules:
            named = self._engine.codes if len(code) >= SHORTEST and code != ALL else ()
            self._rules[code] = frozenset(rule.id for rule in named if answers(rule, code))
        return self._rules[code]

    def means_a_rule(self, code: str) -> bool:
        """Return whether a code means a rule, or the rules of a category or less."""
        return bool(self.rules(code))

    def judged(self, code: str) -> bool:
        """Return whether all rules that a code means were judged."""
        if code not in self._judged:
            self._judged[code] = self._ran.judged(code)
        return self._judged[code]
