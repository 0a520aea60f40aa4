"""What the expressions of rules on a kind of subject can name: its facts and the settings, with their types."""

from collections.abc import Mapping
from functools import lru_cache

from perflint.facts import FactType, SubjectKind
from perflint.judge.cel import Environment, setting_type
from perflint.judge.kinds import facts_of
from perflint.judge.settings import PREFIX, setting_kinds


@lru_cache(maxsize=64)
def _environment(name: str) -> Environment:
    facts = facts_of(name)
    settings = {PREFIX + key: kind.default for key, kind in setting_kinds().items()}
    return Environment({fact: known.type for fact, (known, _) in facts.items()}, settings)


def environment_of(kind: SubjectKind) -> Environment:
    """Return the CEL environment of a kind of subject: its facts and the settings as typed variables."""
    return _environment(kind.name)


@lru_cache(maxsize=64)
def types_of(name: str) -> Mapping[str, FactType]:
    """Return the types of all that rules on a kind of subject can use, facts and settings, by full name."""
    facts = {fact: known.type for fact, (known, _) in facts_of(name).items()}
    return {**facts, **_setting_types()}


@lru_cache(maxsize=1)
def _setting_types() -> dict[str, FactType]:
    return {PREFIX + key: setting_type(kind.default) for key, kind in setting_kinds().items()}
