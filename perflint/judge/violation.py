"""One violation: a rule violated by a subject, still in symbolic places, so that alike subjects share it."""

from typing import NamedTuple

from perflint.facts import Relation, Spot, Unknown
from perflint.judge.rule import Rule, Safety, Severity


class Proposal(NamedTuple):
    """What a rule would write into cells: safety, and for each spot the whole new text of its cell.

    `insert` names a field that is missing: the text is then that of a commented line, which is only shown.
    """

    safety: Safety
    texts: tuple[tuple[Spot, str], ...]
    insert: str = ""


class Violation(NamedTuple):
    """A violated rule: how badly, where, what is said, what would be written."""

    rule: Rule
    severity: Severity
    spots: tuple[Spot, ...]
    message: str
    suggestion: str | None
    relations: tuple[Relation, ...]
    proposal: Proposal | None
    named: tuple[str, ...] = ()
    """The texts and numbers that the message names; of a sum the amounts that add up, and `sum` is true."""
    sum: bool = False


class Doubt(NamedTuple):
    """A rule that could not be decided on a subject: the place and the reason; `failure` where something broke."""

    rule: Rule
    spots: tuple[Spot, ...]
    reason: str
    failure: Unknown | None = None


class Judgement(NamedTuple):
    """All that judging a subject yields."""

    violations: tuple[Violation, ...]
    doubts: tuple[Doubt, ...]
