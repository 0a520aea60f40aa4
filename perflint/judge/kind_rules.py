"""The rules in force on one kind of subject, judging one subject at a time."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

from perflint.facts import RowView, Setting, SubjectKind, failed
from perflint.judge.cel import Undecided
from perflint.judge.expressions import Expressions
from perflint.judge.in_parts import PartMemory, RulesOnParts
from perflint.judge.kinds import facts_of
from perflint.judge.pack import Pack
from perflint.judge.preconditions import preconditions_of
from perflint.judge.prefilter import Prefilter
from perflint.judge.settings import PREFIX
from perflint.judge.subject_facts import SubjectFacts
from perflint.judge.violating import InForce, spots_of, violation_of
from perflint.judge.violation import Doubt, Violation


class KindRules:
    """The rules in force on one kind of subject: preconditions first, CEL for what they let through."""

    def __init__(
        self, kind: SubjectKind, rules: Sequence[InForce], pack: Pack, settings: Mapping[str, Setting], lang: str,
        memory: PartMemory,
    ) -> None:  # fmt: skip
        self.rules = tuple(rules)
        self._facts = facts_of(kind.name)
        self._settings = settings
        self._lang = lang
        self._expressions = Expressions(kind, pack)
        constants = {PREFIX + name: value for name, value in settings.items()}
        preconditions = [(entry, preconditions_of(pack.traits[entry.rule.id], constants)) for entry in self.rules]
        self._prefilter = Prefilter(preconditions, self._facts)
        self._memory = memory
        self._by_rule = [(entry.rule, alternatives) for entry, alternatives in preconditions]

    @cached_property
    def _parts(self) -> RulesOnParts:
        """The rules as far as parts of a row decide, for kinds of which each row is a subject."""
        return RulesOnParts(self._by_rule, self._facts, self._settings, self._expressions, self._memory)

    def judge(self, subject: Any, violations: list[Violation], doubts: list[Doubt]) -> None:  # noqa: ANN401
        """Judge one subject; append what is violated and what could not be decided."""
        subject_facts = SubjectFacts(subject, self._facts, self._settings)
        for entry in self._passing(subject_facts):
            try:
                self._apply(entry, subject_facts, violations, doubts)
            except Exception as fault:  # noqa: BLE001  # one rule that breaks must not silence the others
                doubts.append(Doubt(entry.rule, (), "", failed(fault)))

    def _passing(self, subject_facts: SubjectFacts) -> Sequence[InForce]:
        """Return the rules that are not ruled out before CEL is asked: of a row, by its parts and then by the whole."""
        if subject_facts.subject.__class__ is not RowView:
            return self._prefilter.passing(subject_facts)
        mask = self._parts.left(subject_facts.subject)
        return self._prefilter.passing(subject_facts, mask) if mask else ()

    def _apply(
        self, entry: InForce, subject_facts: SubjectFacts, violations: list[Violation], doubts: list[Doubt]
    ) -> None:
        found = self._expressions.violated(entry.rule, subject_facts)
        if isinstance(found, Undecided):
            doubts.append(self._doubt(entry, subject_facts, found))
        elif found:
            violations.append(violation_of(entry, subject_facts, self._expressions, self._lang))

    def _doubt(self, entry: InForce, subject_facts: SubjectFacts, undecided: Undecided) -> Doubt:
        names = self._expressions.names(entry.rule)
        subject_facts.known(names)  # every fact is asked, so that one that breaks is told whatever was asked before
        broken = subject_facts.failure(names) if undecided.unknown else None
        reason = broken or (subject_facts.reason(names) if undecided.unknown else None)
        text = undecided.message if reason is None else reason.en if self._lang == "en" else reason.zh
        return Doubt(entry.rule, spots_of(entry.rule, subject_facts), text, broken)
