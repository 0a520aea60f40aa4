"""A rule as data: what it looks at, when it is violated, what it says, what it would write instead."""

from collections.abc import Mapping
from enum import StrEnum

import msgspec
from msgspec import Struct

from perflint.facts.derived import derived
from perflint.judge.cel import Condition


class Severity(StrEnum):
    """How badly: an error would be sent back, a warning asked about, an info is style or worth a look."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    OFF = "off"

    @property
    def rank(self) -> int:
        """0 for error, 1 for warning, 2 for info, 3 for off."""
        return list(Severity).index(self)


class Safety(StrEnum):
    """Whether a fix keeps the meaning (safe), is the probable intention (unsafe), or is only shown (display)."""

    SAFE = "safe"
    UNSAFE = "unsafe"
    DISPLAY = "display"


class Bilingual(Struct, frozen=True):
    """The same text in Chinese and in English."""

    zh: str
    en: str

    def say(self, lang: str) -> str:
        """Return the text in a language, `zh` or `en`."""
        return self.en if lang == "en" else self.zh


class Case(Struct, frozen=True):
    """A variant of a rule: where its condition holds, another severity or another text."""

    when: str
    severity: Severity | None
    message: Bilingual | None
    suggest: str | None


class Repair(Struct, frozen=True):
    """What a rule would write: the cells, the new text of each as an expression, and how far it can be trusted.

    Several cells are one repair, applied whole or not at all; one expression may also give a list, for a subject whose
    place is several cells. `safe_when` makes an unsafe repair safe where it holds; `only_when` says where there is a
    repair at all. `insert` is a field that is missing: its text is shown as a comment, no cell is replaced.
    """

    safety: Safety
    replace: tuple[str, ...]
    texts: tuple[str, ...]
    safe_when: str | None
    only_when: str | None
    insert: str = ""

    @property
    def expressions(self) -> tuple[tuple[str, str, str], ...]:
        """The expressions as (key, text, type it must have)."""
        listed = len(self.texts) > 1
        found = [(f"fix.with.{number}", text, "string") for number, text in enumerate(self.texts) if listed]
        if not listed:
            found.append(("fix.with", self.texts[0], "string" if self.insert else ""))
        conditions = (("safe_when", self.safe_when), ("only_when", self.only_when))
        return (*found, *((f"fix.{key}", text, "bool") for key, text in conditions if text))


class Example(Struct, frozen=True):
    """One example table of a rule: `bad` with the fixed text if the rule repairs it, or `good`.

    `lock` is what the configuration of the example locks.
    """

    text: str
    good: bool
    fixed: str | None
    line: int
    lock: str = ""


class RulePage(Struct, frozen=True):
    """What is said of a rule where somebody reads about it or tests it; `lines` says where each key of its file stands."""

    why: Bilingual
    exceptions: Bilingual | None
    examples: tuple[Example, ...]
    lines: Mapping[str, int]

    def packed(self) -> msgspec.Raw:
        """Return it as a rule keeps it."""
        return msgspec.Raw(msgspec.msgpack.encode(self))


class Rule(Struct, frozen=True, dict=True):
    """One rule with everything that its page, its judgement and its tests need; what judging does not need, packed."""

    id: str
    name: str
    category: str
    severity: Severity
    enabled: bool
    since: str
    title: Bilingual
    authority: Bilingual | None
    unverified: bool
    given: str
    forms: frozenset[str]
    not_forms: frozenset[str]
    condition: Condition
    at: tuple[str, ...]
    message: Bilingual
    suggest: str | None
    cases: tuple[Case, ...]
    repair: Repair | None
    damaged: Severity | None
    once: bool
    path: str
    packed_page: msgspec.Raw

    @derived
    def page(self) -> RulePage:
        """What is said of it where somebody reads about it or tests it."""
        return msgspec.msgpack.decode(self.packed_page, type=RulePage)

    @property
    def why(self) -> Bilingual:
        """Why it matters."""
        return self.page.why

    @property
    def exceptions(self) -> Bilingual | None:
        """When it is right to suppress it."""
        return self.page.exceptions

    @property
    def examples(self) -> tuple[Example, ...]:
        """Its examples, which are its tests."""
        return self.page.examples

    @property
    def lines(self) -> Mapping[str, int]:
        """The line of its file on which each of its keys stands."""
        return self.page.lines

    @property
    def expressions(self) -> tuple[tuple[str, str, str], ...]:
        """Every expression of the rule as (key, text, type it must have)."""
        found = [("when", self.condition.when, "bool"), ("assert", self.condition.demand, "bool")]
        if self.suggest:
            found.append(("suggest", self.suggest, "string"))
        for number, case in enumerate(self.cases):
            found.append((f"cases.{number}.when", case.when, "bool"))
            if case.suggest:
                found.append((f"cases.{number}.suggest", case.suggest, "string"))
        if self.repair:
            found.extend(self.repair.expressions)
        return tuple(found)

    def on_form(self, letter: str) -> bool:
        """Return whether the rule applies to tables printed on a form."""
        return (not self.forms or letter in self.forms) and letter not in self.not_forms
