"""Whether one subject violates one shipped rule: for judgements whose facts say only what is seen."""

from functools import lru_cache

from perflint.facts.kind import Subject
from perflint.judge import load_pack
from perflint.judge.expressions import Expressions
from perflint.judge.kinds import KINDS, facts_of
from perflint.judge.rule import Rule
from perflint.judge.settings import resolve
from perflint.judge.subject_facts import SubjectFacts


@lru_cache(maxsize=64)
def _rule(code: str) -> tuple[Rule, Expressions]:
    pack = load_pack(())
    rule = next(rule for rule in pack.rules if rule.id == code)
    return rule, Expressions(KINDS[rule.given], pack)


def violates(code: str, subject: Subject) -> bool:
    """Return whether a subject of the rule's kind violates the rule; a condition that stays undecided is an error."""
    rule, expressions = _rule(code)
    found = expressions.violated(rule, SubjectFacts(subject, facts_of(rule.given), resolve()))
    assert isinstance(found, bool), found
    return found
