"""Rules that can be read: how many rest on one fact that nobody else asks and that only says yes or no.

Such a rule hides its judgement in Python: the YAML names it, and whoever reads budgets cannot see what is judged. Counted is a
rule whose condition has exactly one fact of its own, where that fact is true or false, or a word or number that is only
compared with nothing (`x.found != ""`, `x.count > 0`).
"""

import re
from collections import Counter

from perflint.facts import FactType
from perflint.judge import Rule, load_pack
from perflint.judge.kinds import facts_of

CEILING = 36
"""May only fall."""
_TEXT = re.compile(r'"[^"]*"|\'[^\']*\'')
_NAME = re.compile(r"\b[a-z_]+\.[a-z_0-9]+\b")


def facts_in(rule: Rule, *texts: str) -> frozenset[str]:
    """Return the facts that expressions of a rule name."""
    known = facts_of(rule.given)
    return frozenset(name for text in texts for name in _NAME.findall(_TEXT.sub('""', text)) if name in known)


def says_only_yes_or_no(rule: Rule, fact: str) -> bool:
    """Return whether a rule asks nothing of a fact but whether it holds, or whether there is anything."""
    if facts_of(rule.given)[fact][0].type is FactType.BOOL:
        return True
    condition = f"{rule.condition.when} {rule.condition.demand}"
    uses = len(re.findall(rf"\b{re.escape(fact)}\b", condition))
    return uses == len(re.findall(rf"\b{re.escape(fact)}\s*(?:==|!=|>)\s*(?:\"\"|''|0\b)", condition))


def hidden_judgements() -> list[str]:
    """Return the codes of the rules that rest on a single yes or no of their own, each with the fact."""
    rules = load_pack().rules
    every = [(rule, facts_in(rule, *(text for _, text, _ in rule.expressions))) for rule in rules]
    asked = Counter(fact for _, facts in every for fact in facts)
    found = []
    for rule in rules:
        own = [fact for fact in facts_in(rule, rule.condition.when, rule.condition.demand) if asked[fact] == 1]
        if len(own) == 1 and says_only_yes_or_no(rule, own[0]):
            found.append(f"{rule.id} {own[0]}")
    return found


def test_few_rules_rest_on_one_private_yes_or_no() -> None:
    found = hidden_judgements()
    assert len(found) <= CEILING, "\n".join(found)
