"""The kinds of subject that rules judge: those of one table, and those of several tables beside each other."""

from collections.abc import Mapping
from functools import cache

from perflint.facts.kind import Accessor, SubjectKind, declared_in
from perflint.facts.structure.form import FORM
from perflint.facts.vocabulary import Fact

_PACKAGES = ("perflint.facts", "perflint.across.facts")
KINDS: Mapping[str, SubjectKind] = {kind.name: kind for package in _PACKAGES for kind in declared_in(package)}
"""Every kind by name. All modules of facts are imported for it."""
_VOCABULARIES = {FORM.subject: FORM} | {name: kind.vocabulary for name, kind in KINDS.items()}


@cache
def facts_of(name: str) -> Mapping[str, tuple[Fact, Accessor]]:
    """Return the facts that rules on a kind can use, by full name, with the way from the subject to each."""
    return KINDS[name].facts(_VOCABULARIES)
