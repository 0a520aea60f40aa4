"""How far the fix of a rule is trusted: what the rule says, and what the project says of it."""

import pytest

from perflint.judge import Rule, Selection, in_force, load_pack
from perflint.judge.selection import trust_in


def rule(code: str) -> Rule:
    """Return a rule of the shipped pack."""
    return next(entry for entry in load_pack().rules if entry.id == code)


TRUST = {
    "nothing said": ((), ""),
    "the code": ((("DIR001", "off"),), "off"),
    "a prefix": ((("DIR", "safe"),), "safe"),
    "the name": ((("positive-rate-upper-bound", "display"),), "display"),
    "the longer one": ((("DIR001", "off"), ("DIR", "safe"), ("DIR0", "unsafe")), "off"),
    "the later one": ((("DIR001", "off"), ("DIR001", "safe")), "safe"),
    "the name is as exact as the code": ((("positive-rate-upper-bound", "off"), ("DIR001", "safe")), "safe"),
    "all": ((("ALL", "display"), ("DIR", "safe")), "safe"),
    "another rule": ((("DIR002", "off"),), ""),
}


@pytest.mark.parametrize(("fixes", "trust"), TRUST.values(), ids=TRUST)
def test_the_most_exact_word_counts(fixes: tuple[tuple[str, str], ...], trust: str) -> None:
    assert trust_in(rule("DIR001"), fixes) == trust


def test_a_stub_is_never_promoted() -> None:
    assert trust_in(rule("SRC001"), [("SRC", "safe")]) == ""
    assert trust_in(rule("SRC001"), [("SRC", "off")]) == "off"


def test_the_safety_in_force_is_that_of_the_project() -> None:
    selection = Selection(("DIR001", "DIR002", "BUD001", "VAL021"), fixes=(("DIR001", "safe"), ("VAL", "off")))
    safeties = {entry.rule.id: entry.safety for entry in in_force(load_pack().rules, {}, selection)}
    wanted = {"BUD001": "none", "DIR001": "safe", "DIR002": "unsafe", "VAL021": "none"}
    assert wanted.items() <= safeties.items()
