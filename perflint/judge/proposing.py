"""What a rule would write where a subject violates it."""

from collections.abc import Sequence

from perflint.facts import Spot
from perflint.judge.cel import Undecided
from perflint.judge.expressions import Expressions
from perflint.judge.rule import Repair, Rule, Safety
from perflint.judge.subject_facts import SubjectFacts
from perflint.judge.violation import Proposal

OFF = "off"


def propose(
    repair: Repair, trust: str, rule: Rule, subject_facts: SubjectFacts, expressions: Expressions
) -> Proposal | None:
    """Return what a rule's repair would write, None where it repairs nothing here or the project switched it off.

    `trust` is what the project says of the repair: a safety, `off`, or "" where it says nothing.
    """
    if trust == OFF or (repair.only_when and expressions.evaluate(rule, "fix.only_when", subject_facts) is not True):
        return None
    found = _texts(repair, rule, subject_facts, expressions)
    if found is None:
        return None
    texts, several = found
    places = _places(repair, subject_facts, several=several)
    if len(places) != len(texts):
        return None
    if trust:
        safety = Safety(trust)
    else:
        safe = repair.safe_when is not None and expressions.evaluate(rule, "fix.safe_when", subject_facts) is True
        safety = Safety.SAFE if safe else repair.safety
    return Proposal(safety, tuple(zip(places, texts, strict=True)), repair.insert)


def _texts(
    repair: Repair, rule: Rule, subject_facts: SubjectFacts, expressions: Expressions
) -> tuple[Sequence[str], bool] | None:  # fmt: skip
    """Return the new texts and whether one expression gave several of them; None where one is not known."""
    written = [
        expressions.evaluate(rule, key, subject_facts) for key, _, _ in repair.expressions if key.startswith("fix.with")
    ]
    several = len(written) == 1 and isinstance(written[0], list)
    texts = written[0] if several else written
    if any(isinstance(text, Undecided) or not isinstance(text, str) for text in texts):
        return None
    return texts, several


def _places(repair: Repair, subject_facts: SubjectFacts, *, several: bool) -> tuple[Spot, ...]:
    spots = getattr(subject_facts.subject, "spots", None)
    if several and spots:
        found: tuple[Spot, ...] = spots(repair.replace[0])
        return found
    return tuple(subject_facts.subject.spot(name) for name in repair.replace)
