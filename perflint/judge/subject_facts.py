"""One subject with its facts, each derived once and only when somebody asks."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from perflint.facts import Fact, FactType, Mark, Setting, Unknown, failed, itself
from perflint.judge.settings import PREFIX

Accessor = Callable[[Any], Any]


class SubjectFacts:
    """The facts of one subject, and the settings, by full name; `answers` holds those asked for so far.

    A fact that breaks is unknown, and `broken` says so: it must not take the rules with it that do not need it.
    """

    __slots__ = ("_facts", "_settings", "answers", "broken", "subject")

    def __init__(
        self,
        subject: Any,  # noqa: ANN401  # subjects differ in type; the vocabulary knows its own
        facts: Mapping[str, tuple[Fact, Accessor]],
        settings: Mapping[str, Setting],
        answers: dict[str, Any] | None = None,
    ) -> None:
        self.subject = subject
        self._facts = facts
        self._settings = settings
        self.answers: dict[str, Any] = {} if answers is None else answers
        self.broken: dict[str, Unknown] = {}

    def raw(self, name: str) -> Any:  # noqa: ANN401  # what a fact answers, an Unknown among others
        """Return what a fact answers, or a setting."""
        known = self.answers
        if name in known:
            return known[name]
        if name in self._facts:
            fact, accessor = self._facts[name]
            try:
                found: Any = fact.derive(self.subject if accessor is itself else accessor(self.subject))
            except Exception as fault:  # noqa: BLE001  # whatever a fact does, the other facts are still told
                found = self.breaks(name, fault)
            known[name] = found
            return found
        return self._settings[name.removeprefix(PREFIX)]

    def breaks(self, name: str, fault: Exception) -> Unknown:
        """Note that a fact broke; return what stands for its value."""
        self.broken[name] = failed(fault)
        return self.broken[name]

    def failure(self, names: Iterable[str]) -> Unknown | None:
        """Return why the first of the named facts that broke did, None if none did."""
        return next((self.broken[name] for name in names if name in self.broken), None)

    def get(self, name: str) -> Any:  # noqa: ANN401  # a fact's value; None where it is unknown
        """Return a fact or setting as CEL takes it, None where it is unknown."""
        known = self.answers
        found = known[name] if name in known else self.raw(name)
        if found.__class__ is Unknown:
            return None
        if found.__class__ is tuple:
            return [item.text if item.__class__ is Mark else item for item in found]
        return found

    def marks(self, name: str) -> tuple[Mark, ...]:
        """Return the marked characters of a fact, () where it has none or marks nothing."""
        if name not in self._facts or self._facts[name][0].type is not FactType.MARKS:
            return ()
        found = self.raw(name)
        return () if found.__class__ is Unknown else found

    def known(self, names: Iterable[str]) -> dict[str, Any]:
        """Return those of the named facts that are known, as CEL takes them."""
        return {name: value for name in names if (value := self.get(name)) is not None}

    def reason(self, names: Iterable[str]) -> Unknown | None:
        """Return why the first of the named facts that is unknown could not be derived, None if all are known."""
        return next((found for name in names if (found := self.raw(name)).__class__ is Unknown), None)
