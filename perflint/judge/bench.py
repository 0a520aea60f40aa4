"""The bench: all rules in force on one kind of subject, judging one subject at a time."""

from collections.abc import Mapping, Sequence
from typing import Any

from perflint.facts import Kind, Setting, failed
from perflint.judge.cel import Undecided
from perflint.judge.exhibit import Exhibit
from perflint.judge.expressions import Expressions
from perflint.judge.gates import gates_of
from perflint.judge.pack import Pack
from perflint.judge.ruling import InForce, spots_of, verdict_of
from perflint.judge.settings import PREFIX
from perflint.judge.sieve import Sieve
from perflint.judge.verdict import Doubt, Verdict


class Bench:
    """The rules in force on one kind of subject: gates first, CEL for what they let through."""

    def __init__(
        self, kind: Kind, rules: Sequence[InForce], pack: Pack, settings: Mapping[str, Setting], lang: str
    ) -> None:
        self.rules = tuple(rules)
        self._facts = kind.facts()
        self._settings = settings
        self._lang = lang
        self._expressions = Expressions(kind, pack)
        constants = {PREFIX + name: value for name, value in settings.items()}
        gates = [(entry, gates_of(pack.traits[entry.rule.id], constants)) for entry in self.rules]
        self._sieve = Sieve(gates, self._facts)

    def judge(self, subject: Any, verdicts: list[Verdict], doubts: list[Doubt]) -> None:  # noqa: ANN401
        """Judge one subject; append what is violated and what could not be decided."""
        exhibit = Exhibit(subject, self._facts, self._settings)
        for entry in self._sieve.passing(exhibit):
            try:
                self._apply(entry, exhibit, verdicts, doubts)
            except Exception as fault:  # noqa: BLE001  # one rule that breaks must not silence the others
                doubts.append(Doubt(entry.rule, (), "", failed(fault)))

    def _apply(self, entry: InForce, exhibit: Exhibit, verdicts: list[Verdict], doubts: list[Doubt]) -> None:
        found = self._expressions.violated(entry.rule, exhibit)
        if isinstance(found, Undecided):
            doubts.append(self._doubt(entry, exhibit, found))
        elif found:
            verdicts.append(verdict_of(entry, exhibit, self._expressions, self._lang))

    def _doubt(self, entry: InForce, exhibit: Exhibit, undecided: Undecided) -> Doubt:
        names = self._expressions.names(entry.rule)
        broken = exhibit.failure(names) if undecided.unknown else None
        reason = broken or (exhibit.reason(names) if undecided.unknown else None)
        text = undecided.message if reason is None else reason.en if self._lang == "en" else reason.zh
        return Doubt(entry.rule, spots_of(entry.rule, exhibit), text, broken)
