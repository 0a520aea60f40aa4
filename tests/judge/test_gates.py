"""Gates: which parts of a condition are tested without CEL, and that they never hide what CEL would find."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from perflint.files.checking import Checker, Options
from perflint.files.config import Config
from perflint.judge import bench
from perflint.judge.cel import Condition
from perflint.judge.exhibit import Exhibit
from perflint.judge.gates import gates_of, split, traits_of
from perflint.judge.verdict import Doubt, Verdict

EXAMPLES = Path(__file__).parents[2] / "examples"
SETTINGS = {"settings.plan.final": 100.0}


def texts(when: str, demand: str = "false") -> list[str]:
    """Return the gates of a condition in short, alternatives joined by |."""
    gates = gates_of(traits_of(Condition(when, demand), SETTINGS), SETTINGS)
    return [" | ".join(gate.text for gate in alternatives) for alternatives in gates]


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
        ("a.x || (a.y && a.z)", "false", []),
        ("a.x ? a.y : a.z", "false", []),
        ('a.name.startsWith("x") && a.y', "false", ["is a.y"]),
        ('a.name == "&& || (" && a.y', "false", ["a.name == '&& || ('", "is a.y"]),
        ("!(a.x || a.y)", "false", ["not a.x", "not a.y"]),
        ("a.x == a.y", "false", []),
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
    """On real tables: whatever the gates keep from CEL, CEL would have passed too."""
    hidden: list[str] = []
    asked = 0

    class Watched(bench.Bench):
        def judge(self, subject: object, verdicts: list[Verdict], doubts: list[Doubt]) -> None:
            nonlocal asked
            exhibit = Exhibit(subject, self._facts, self._settings)
            passing = self._sieve.passing(exhibit)
            for entry in self.rules:
                if entry not in passing:
                    asked += 1
                    if self._expressions.violated(entry.rule, exhibit) is True:
                        hidden.append(entry.rule.id)
            super().judge(subject, verdicts, doubts)

    monkeypatch.setattr("perflint.judge.engine.Bench", Watched)
    checker = Checker(Config(), replace(Options(), select=("ALL",)))
    for path in sorted((EXAMPLES / folder).glob("*.yaml")):
        checker.check(path.read_bytes(), path.name)
    assert asked > 1000
    assert hidden == []
