"""Preconditions: which parts of a condition are tested without CEL, and that they never hide what CEL would find."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from perflint.judge import kind_rules as bench
from perflint.judge.cel import Condition
from perflint.judge.preconditions import preconditions_of, split, traits_of
from perflint.judge.subject_facts import SubjectFacts
from perflint.judge.violation import Doubt, Violation
from perflint.workspace.checking import Checker, Options
from perflint.workspace.configuration.config import Config

EXAMPLES = Path(__file__).parents[2] / "examples"
SETTINGS = {"settings.plan.final": 100.0}


def texts(when: str, demand: str = "false") -> list[str]:
    """Return the preconditions of a condition in short, alternatives joined by |."""
    preconditions = preconditions_of(traits_of(Condition(when, demand), SETTINGS), SETTINGS)
    return [" | ".join(precondition.text for precondition in alternatives) for alternatives in preconditions]


@pytest.mark.parametrize(
    ("when", "demand", "wanted"),
    [
        ("value.rate", "false", ["is value.rate"]),
        ("!value.rate", "false", ["not value.rate"]),
        ("true", "value.rate", ["not value.rate"]),
        ("value.rate && indicator.side == 'cost'", "false", ["is value.rate", "indicator.side == 'cost'"]),
        ("value.rate", '!(value.op in ["<=", "<"])', ["is value.rate", "value.op in ('<=', '<')"]),
        ("plan.last != settings.plan.final", "false", ["plan.last != 100.0"]),
        ("100.0 < plan.last", "false", ["plan.last > 100.0"]),
        ("size(text.marks) > 0", "false", ["is text.marks"]),
        ("text.marks.size() == 0", "false", ["not text.marks"]),
        ("true", "a.x || a.y", ["not a.x", "not a.y"]),
        ("true", "a.x && !a.y", ["not a.x | is a.y"]),
        ("a.x || (a.y && a.z)", "false", ["is a.x | is a.y", "is a.x | is a.z"]),
        ("a.x || (a.y && a.z == a.u)", "false", ["is a.x | is a.y"]),
        ("a.x || a.z == a.u", "false", []),
        ("a.x", "!(a.y && (a.z || a.u))", ["is a.x", "is a.y", "is a.z | is a.u"]),
        ("true", "!(a.x || !a.y) || (a.x && a.z)", ["is a.x | not a.y", "not a.x | not a.z"]),
        ("a.x ? a.y : a.z", "false", []),
        ('a.name.startsWith("x") && a.y', "false", ["is a.y"]),
        ('a.name == "&& || (" && a.y', "false", ["a.name == '&& || ('", "is a.y"]),
        ("!(a.x || a.y)", "false", ["not a.x", "not a.y"]),
        ("a.x == a.y", "false", []),
        ('"x" in a.words && !("y" in a.words)', "false", ["a.words holds 'x'", "a.words lacks 'y'"]),
        ("true", '"x" in a.words || !("y" in b.words)', ["a.words lacks 'x'", "b.words holds 'y'"]),
        ("true", '"x" in a.words && b.y', ["a.words lacks 'x' | not b.y"]),
    ],
)
def test_which_parts_are_gates(when: str, demand: str, wanted: list[str]) -> None:
    assert texts(when, demand) == wanted


def test_split_leaves_looser_operators_alone() -> None:
    assert split("a && b || c", "&&") == ["a && b || c"]
    assert split("a && (b || c)", "&&") == ["a ", " (b || c)"]
    assert split("f(a && b) && c", "&&") == ["f(a && b) ", " c"]


@pytest.mark.parametrize("folder", sorted(path.name for path in EXAMPLES.glob("*-20*") if path.is_dir()))
def test_a_rule_that_gates_rule_out_is_not_violated(folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """On real tables: whatever the preconditions keep from CEL, CEL would have passed too."""
    hidden: list[str] = []
    asked = 0

    class Watched(bench.KindRules):
        def judge(self, subject: object, violations: list[Violation], doubts: list[Doubt]) -> None:
            nonlocal asked
            exhibit = SubjectFacts(subject, self._facts, self._settings)
            passing = self._prefilter.passing(exhibit)
            for entry in self.rules:
                if entry not in passing:
                    asked += 1
                    if self._expressions.violated(entry.rule, exhibit) is True:
                        hidden.append(entry.rule.id)
            super().judge(subject, violations, doubts)

    monkeypatch.setattr("perflint.judge.engine.KindRules", Watched)
    checker = Checker(Config(), replace(Options(), select=("ALL",)))
    for path in sorted((EXAMPLES / folder).glob("*.yaml")):
        checker.check(path.read_bytes(), path.name)
    assert asked > 1000
    assert hidden == []
