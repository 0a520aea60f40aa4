"""Which rules were judged on a file: what is said of rules that found nothing is said only of these."""

from functools import lru_cache
from typing import NamedTuple

from perflint.judge import Engine, Rule
from perflint.judge.kinds import KINDS

_ALONE = frozenset(kind.name for kind in KINDS.values() if kind.within_a_table) | {"file", "suppression"}
_ACROSS = "across"


class RulesJudged(NamedTuple):
    """The engines that judged a file's tables, and whether folders were given.

    What is judged across tables counts only where whole folders were looked at: the other table of a pair may be in a
    file that this run did not see.
    """

    engines: tuple[Engine, ...]
    whole: bool

    def judged(self, code: str) -> bool:
        """Return whether every rule that a code or prefix means was judged; so is one that does not exist any more."""
        return all(self._judged(rule) for rule in self.engines[0].codes if rule.id.startswith(code))

    def _judged(self, rule: Rule) -> bool:
        if _is_across(rule) and not self.whole:
            return False
        return all(rule.id in _running(engine) for engine in self.engines)


def _is_across(rule: Rule) -> bool:
    return rule.category == _ACROSS or rule.given not in _ALONE


@lru_cache(maxsize=64)
def _running(engine: Engine) -> frozenset[str]:
    return frozenset(rule.id for rule in engine.codes if engine.runs(rule.id))
