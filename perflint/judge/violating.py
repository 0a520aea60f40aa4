"""What is said and proposed where a subject violates a rule."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any, NamedTuple

from msgspec.structs import replace

from perflint.facts import Spot, related, summands
from perflint.judge.expressions import Expressions
from perflint.judge.packed import PLACEHOLDER
from perflint.judge.proposing import OFF, propose
from perflint.judge.rule import Bilingual, Rule, Severity
from perflint.judge.settings import PREFIX
from perflint.judge.subject_facts import SubjectFacts
from perflint.judge.violation import Violation

_FOR_READERS = ("_zh", "_en")


class InForce(NamedTuple):
    """A rule with the severity that it has under the profile and the configuration.

    `fix` is how far the configuration trusts its repair (a `Safety`, or `off`), "" where it leaves that to the rule.
    """

    rule: Rule
    severity: Severity
    fix: str = ""

    @property
    def safety(self) -> str:
        """How far its repair is trusted: safe, unsafe or display; "none" where it has none, or none is wanted."""
        if self.rule.repair is None or self.fix == OFF:
            return "none"
        return self.fix or self.rule.repair.safety.value


class _Variant(NamedTuple):
    """What the case of a rule that applies makes of it: severity, message, and the key of the suggestion."""

    severity: Severity
    message: Bilingual
    suggest: str


def violation_of(entry: InForce, subject_facts: SubjectFacts, expressions: Expressions, lang: str) -> Violation:
    """Return the violation on a subject that violates a rule."""
    rule = entry.rule
    severity, message, suggest = _variant(entry, subject_facts, expressions)
    if rule.damaged and subject_facts.subject.scope.damaged and rule.damaged.rank > severity.rank:
        severity = rule.damaged
    proposal = propose(rule.repair, entry.fix, rule, subject_facts, expressions) if rule.repair else None
    suggestion = expressions.evaluate(rule, suggest, subject_facts) if expressions.has(rule, suggest) else None
    if not isinstance(suggestion, str) or not suggestion:
        single = proposal is not None and not proposal.insert and len({spot.field for spot, _ in proposal.texts}) == 1
        suggestion = proposal.texts[0][1] if proposal and single else None
    pieces = _pieces(message.say(lang))
    text = "".join([_shown(subject_facts.get(piece), lang) if odd else piece for odd, piece in pieces])
    relations = related(subject_facts.subject, rule.at[0])
    added = summands(subject_facts.subject, rule.at[0])
    named = added or _named(message, subject_facts)
    spots = spots_of(rule, subject_facts)
    return Violation(rule, severity, spots, text, suggestion, relations, proposal, named, bool(added))


def _named(message: Bilingual, subject_facts: SubjectFacts) -> tuple[str, ...]:
    """Return the values of the facts that a message names in either language; settings and words for readers aside."""
    return tuple([_shown(subject_facts.get(name), "") for name in _names(message.zh, message.en)])


@lru_cache(maxsize=4096)
def _pieces(text: str) -> tuple[tuple[bool, str], ...]:
    """Return the pieces of a message, each with whether it is the name of a fact."""
    return tuple((place % 2 == 1, piece) for place, piece in enumerate(PLACEHOLDER.split(text)))


@lru_cache(maxsize=4096)
def _names(*texts: str) -> tuple[str, ...]:
    """Return the facts that texts name, sorted; settings and words for readers aside."""
    names = {name for text in texts for told, name in _pieces(text) if told}
    return tuple(sorted(name for name in names if not name.startswith(PREFIX) and not name.endswith(_FOR_READERS)))


def spots_of(rule: Rule, subject_facts: SubjectFacts) -> tuple[Spot, ...]:
    """Return the places that a rule marks on a subject, the preferred one first."""
    return tuple(_spots(rule.at, subject_facts))


def _spots(places: tuple[str, ...], subject_facts: SubjectFacts) -> Iterable[Spot]:
    for at in places:
        marks = subject_facts.marks(at)
        base = subject_facts.subject.spot(at)
        yield replace(base, start=marks[0].start, end=marks[0].end) if marks else base


def case_of(rule: Rule, subject_facts: SubjectFacts, expressions: Expressions) -> int | None:
    """Return the number of the first case of a rule that holds of what violates it, None if none does."""
    numbers = range(len(rule.cases))
    return next((n for n in numbers if expressions.evaluate(rule, f"cases.{n}.when", subject_facts) is True), None)


def _variant(entry: InForce, subject_facts: SubjectFacts, expressions: Expressions) -> _Variant:
    rule = entry.rule
    number = case_of(rule, subject_facts, expressions)
    if number is None:
        return _Variant(entry.severity, rule.message, "suggest")
    case = rule.cases[number]
    changed = case.severity is not None and entry.severity is rule.severity
    severity = case.severity if case.severity and changed else entry.severity
    suggest = f"cases.{number}.suggest" if case.suggest else "suggest"
    return _Variant(severity, case.message or rule.message, suggest)


def _shown(value: Any, lang: str) -> str:  # noqa: ANN401  # a fact's value
    """Return a fact as it stands in a message: numbers without trailing zeros, lists and the texts of cells joined."""
    if value is None:
        return "?"
    if isinstance(value, float):
        return f"{value:.6f}".rstrip("0").rstrip(".")
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return ("、" if lang != "en" else ", ").join(map(str, value))
    return str(value)
