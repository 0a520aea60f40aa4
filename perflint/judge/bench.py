"""The bench: all rules in force on one kind of subject, judging one subject at a time in one evaluation."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from perflint.data import remember
from perflint.facts import Fact, FactType, Kind, Mark, Setting, Spot, Unknown, related
from perflint.judge.cel import (
    EMPTY,
    OPEN,
    PASSED,
    VIOLATED,
    Environment,
    Undecided,
    evaluate,
    guard_of,
    names_in,
    outcomes,
)
from perflint.judge.pack import PLACEHOLDER, Pack, environment_of
from perflint.judge.rule import Rule, Safety, Severity
from perflint.judge.settings import PREFIX
from perflint.judge.verdict import Doubt, Proposal, Verdict

Accessor = Callable[[Any], Any]


class InForce(NamedTuple):
    """A rule with the severity that it has under the profile and the configuration."""

    rule: Rule
    severity: Severity


class Exhibit:
    """The facts of one subject, derived when first asked for."""

    def __init__(
        self,
        subject: Any,  # noqa: ANN401  # subjects differ in type; the vocabulary knows its own
        facts: Mapping[str, tuple[Fact, Accessor]],
        settings: Mapping[str, Setting],
    ) -> None:
        self.subject = subject
        self._facts = facts
        self._settings = settings
        self._known: dict[str, Any] = {}
        self.marks: dict[str, tuple[Mark, ...]] = {}
        self.reasons: dict[str, Unknown] = {}

    def get(self, name: str) -> Any:  # noqa: ANN401  # a fact's value; None where it is unknown
        """Return a fact or setting as CEL takes it, None where it is unknown."""
        if name in self._known:
            return self._known[name]
        if name.startswith(PREFIX):
            found: Any = self._settings[name.removeprefix(PREFIX)]
        else:
            fact, accessor = self._facts[name]
            found = fact.derive(accessor(self.subject))
            if isinstance(found, Unknown):
                self.reasons[name] = found
                found = None
            elif fact.type is FactType.MARKS:
                self.marks[name] = found
                found = [mark.text for mark in found]
        self._known[name] = list(found) if isinstance(found, tuple) else found
        return self._known[name]

    def known(self, names: Iterable[str]) -> dict[str, Any]:
        """Return those of the named facts that are known."""
        return {name: value for name in names if (value := self.get(name)) is not None}


class Bench:
    """The rules in force on one kind of subject."""

    def __init__(
        self, kind: Kind, rules: Sequence[InForce], pack: Pack, settings: Mapping[str, Setting], lang: str
    ) -> None:
        self.kind = kind
        self.rules = tuple(rules)
        self.pack = pack
        self.settings = settings
        self.lang = lang
        self.environment: Environment = environment_of(kind)
        self.facts = kind.facts()
        conditions = [entry.rule.condition for entry in self.rules]
        used = [name for condition in conditions for name in self._names(condition.violated)]
        wanted = dict.fromkeys(name for name in used if not name.startswith(PREFIX))
        self._plan = tuple(self._step(name) for name in wanted)
        self._constants = {name: self._constant(name) for name in used if name.startswith(PREFIX)}
        text = self.environment.screen(conditions)
        self._screen = self.environment.load(remember("screen", text, lambda: self.environment.compile(text)))
        self._loaded: dict[tuple[str, str], Any] = {}

    def _step(self, name: str) -> tuple[str, Any, Accessor, str, bool, Any]:
        """Return how one fact gets into the screen: name, derivation, way to it, its guard, whether it has places, empty."""
        fact, accessor = self.facts[name]
        return (
            name,
            fact.derive,
            accessor,
            guard_of(name) if fact.optional else "",
            fact.type is FactType.MARKS,
            EMPTY[fact.type],
        )

    def _names(self, expression: str) -> list[str]:
        return names_in(expression, self.environment.names)

    def _constant(self, name: str) -> Any:  # noqa: ANN401  # a setting as CEL takes it
        value = self.settings[name.removeprefix(PREFIX)]
        return list(value) if isinstance(value, tuple) else value

    def judge(self, subject: Any, verdicts: list[Verdict], doubts: list[Doubt]) -> None:  # noqa: ANN401
        """Judge one subject; append what is violated and what could not be decided."""
        found = outcomes(self._screen, self._data(subject))
        answers = found if isinstance(found, list) else [OPEN] * len(self.rules)
        if any(answers):
            exhibit = Exhibit(subject, self.facts, self.settings)
            for entry, answer in zip(self.rules, answers, strict=True):
                if answer != PASSED:
                    self._settle(entry, answer, exhibit, verdicts, doubts)

    def _data(self, subject: Any) -> dict[str, Any]:  # noqa: ANN401  # subjects differ in type
        """Return the variables for the screen: known facts as they are, unknown ones empty with their guard false."""
        data = dict(self._constants)
        for name, derive, way, guard, is_marks, empty in self._plan:
            value: Any = derive(way(subject))
            if value.__class__ is Unknown:
                data[guard], data[name] = False, empty
                continue
            if value.__class__ is tuple:
                value = [mark.text for mark in value] if is_marks else list(value)
            if guard:
                data[guard] = True
            data[name] = value
        return data

    def _settle(
        self, entry: InForce, answer: int, exhibit: Exhibit, verdicts: list[Verdict], doubts: list[Doubt]
    ) -> None:
        if answer == OPEN:
            when = self._evaluate(entry.rule, "when", exhibit)
            demand = self._evaluate(entry.rule, "assert", exhibit) if when is not False else True
            undecided = next((side for side in (when, demand) if isinstance(side, Undecided)), None)
            if when is False or demand is True:
                return
            if undecided is not None:
                doubts.append(
                    Doubt(entry.rule, self._spots(entry.rule, exhibit), self._reason(entry.rule, exhibit, undecided))
                )
                return
        if answer in {OPEN, VIOLATED}:
            verdicts.append(self._verdict(entry, exhibit))

    def _evaluate(self, rule: Rule, key: str, exhibit: Exhibit) -> Any:  # noqa: ANN401  # bool, str, list or Undecided
        expression = self._loaded.get((rule.id, key))
        if expression is None:
            expression = self.environment.load(self.pack.compiled[rule.id, key])
            self._loaded[rule.id, key] = expression
        text = next(text for name, text, _ in rule.expressions if name == key)
        return evaluate(expression, exhibit.known(self._names(text)))

    def _reason(self, rule: Rule, exhibit: Exhibit, undecided: Undecided) -> str:
        if not undecided.unknown:
            return undecided.message
        for name in self._names(rule.condition.violated):
            if name in exhibit.reasons:
                reason = exhibit.reasons[name]
                return reason.en if self.lang == "en" else reason.zh
        return undecided.message

    def _verdict(self, entry: InForce, exhibit: Exhibit) -> Verdict:
        rule, severity, message, suggest = entry.rule, entry.severity, entry.rule.message, "suggest"
        for number, case in enumerate(rule.cases):
            if self._evaluate(rule, f"cases.{number}.when", exhibit) is True:
                severity = case.severity or severity if entry.severity is rule.severity else severity
                message = case.message or message
                suggest = f"cases.{number}.suggest" if case.suggest else suggest
                break
        if rule.damaged and exhibit.subject.scope.damaged and rule.damaged.rank > severity.rank:
            severity = rule.damaged
        proposal = self._proposal(rule, exhibit)
        suggestion = self._evaluate(rule, suggest, exhibit) if (rule.id, suggest) in self.pack.compiled else None
        if not isinstance(suggestion, str) or not suggestion:
            suggestion = "；".join(text for _, text in proposal.texts) if proposal else None
        spots = self._spots(rule, exhibit)
        text = self._text(message.say(self.lang), exhibit)
        return Verdict(rule, severity, spots, text, suggestion, related(exhibit.subject, rule.at[0]), proposal)

    def _text(self, template: str, exhibit: Exhibit) -> str:
        return PLACEHOLDER.sub(lambda found: _shown(exhibit.get(found[1]), self.lang), template)

    def _spots(self, rule: Rule, exhibit: Exhibit) -> tuple[Spot, ...]:
        spots: list[Spot] = []
        for at in rule.at:
            if at in self.facts and self.facts[at][0].type is FactType.MARKS:
                exhibit.get(at)
                base = exhibit.subject.spot(at)
                spots.extend(replace(base, start=mark.start, end=mark.end) for mark in exhibit.marks.get(at, ())[:1])
            else:
                spots.append(exhibit.subject.spot(at))
        return tuple(spots)

    def _proposal(self, rule: Rule, exhibit: Exhibit) -> Proposal | None:
        repair = rule.repair
        if repair is None or (repair.only_when and self._evaluate(rule, "fix.only_when", exhibit) is not True):
            return None
        written = self._evaluate(rule, "fix.with", exhibit)
        if isinstance(written, Undecided):
            return None
        safe = repair.safe_when is not None and self._evaluate(rule, "fix.safe_when", exhibit) is True
        spots = getattr(exhibit.subject, "spots", None)
        places = (
            spots(repair.replace) if isinstance(written, list) and spots else (exhibit.subject.spot(repair.replace),)
        )
        texts = written if isinstance(written, list) else [written]
        if len(places) != len(texts):
            return None
        safety = Safety.SAFE if safe else repair.safety
        return Proposal(safety, tuple(zip(places, texts, strict=True)))


def _shown(value: Any, lang: str) -> str:  # noqa: ANN401  # a fact's value
    """Return a fact as it stands in a message: numbers without trailing zeros, lists joined."""
    if value is None:
        return "?"
    if isinstance(value, float):
        return f"{value:.6f}".rstrip("0").rstrip(".")
    if isinstance(value, list):
        return ("、" if lang != "en" else ", ").join(map(str, value))
    return str(value)
