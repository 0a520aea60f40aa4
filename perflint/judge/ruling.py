"""The ruling: what is said and proposed where a subject violates a rule."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from msgspec.structs import replace

from perflint.facts import Spot, related
from perflint.judge.exhibit import Exhibit
from perflint.judge.expressions import Expressions
from perflint.judge.pack import PLACEHOLDER
from perflint.judge.proposing import OFF, propose
from perflint.judge.rule import Bilingual, Rule, Severity
from perflint.judge.verdict import Verdict


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


def verdict_of(entry: InForce, exhibit: Exhibit, expressions: Expressions, lang: str) -> Verdict:
    """Return the verdict on a subject that violates a rule."""
    rule = entry.rule
    severity, message, suggest = _variant(entry, exhibit, expressions)
    if rule.damaged and exhibit.subject.scope.damaged and rule.damaged.rank > severity.rank:
        severity = rule.damaged
    proposal = propose(rule.repair, entry.fix, rule, exhibit, expressions) if rule.repair else None
    suggestion = expressions.evaluate(rule, suggest, exhibit) if expressions.has(rule, suggest) else None
    if not isinstance(suggestion, str) or not suggestion:
        single = proposal is not None and not proposal.insert and len({spot.field for spot, _ in proposal.texts}) == 1
        suggestion = proposal.texts[0][1] if proposal and single else None
    text = PLACEHOLDER.sub(lambda found: _shown(exhibit.get(found[1]), lang), message.say(lang))
    relations = related(exhibit.subject, rule.at[0])
    return Verdict(rule, severity, spots_of(rule, exhibit), text, suggestion, relations, proposal)


def spots_of(rule: Rule, exhibit: Exhibit) -> tuple[Spot, ...]:
    """Return the places that a rule marks on a subject, the preferred one first."""
    return tuple(_spots(rule.at, exhibit))


def _spots(places: tuple[str, ...], exhibit: Exhibit) -> Iterable[Spot]:
    for at in places:
        marks = exhibit.marks(at)
        base = exhibit.subject.spot(at)
        yield replace(base, start=marks[0].start, end=marks[0].end) if marks else base


def _variant(entry: InForce, exhibit: Exhibit, expressions: Expressions) -> _Variant:
    rule = entry.rule
    for number, case in enumerate(rule.cases):
        if expressions.evaluate(rule, f"cases.{number}.when", exhibit) is True:
            changed = case.severity is not None and entry.severity is rule.severity
            severity = case.severity if case.severity and changed else entry.severity
            suggest = f"cases.{number}.suggest" if case.suggest else "suggest"
            return _Variant(severity, case.message or rule.message, suggest)
    return _Variant(entry.severity, rule.message, "suggest")


def _shown(value: Any, lang: str) -> str:  # noqa: ANN401  # a fact's value
    """Return a fact as it stands in a message: numbers without trailing zeros, lists joined."""
    if value is None:
        return "?"
    if isinstance(value, float):
        return f"{value:.6f}".rstrip("0").rstrip(".")
    if isinstance(value, list):
        return ("、" if lang != "en" else ", ").join(map(str, value))
    return str(value)
