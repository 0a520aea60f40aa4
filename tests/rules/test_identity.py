"""What a finding is known by: what it says, whatever the order of rows and the language."""

import re
from collections.abc import Iterable, Iterator
from itertools import permutations

import pytest

from perflint.judge import Rule, load_pack
from perflint.judge.inspection import Inspection
from perflint.judge.kinds import KINDS
from perflint.workspace.checking import Checker, Options
from perflint.workspace.configuration.config import Config
from perflint.workspace.runs.rule_examples import findings_on, unmarked

RULES = [rule for rule in load_pack(()).rules if KINDS[rule.given].within_a_table]
DIGIT = re.compile(r"(?<!level)[1-9]")


def said(rule: Rule, text: str) -> dict[str, tuple[str, str]]:
    """Return message and fingerprint of the findings of a rule on a text, by the cell that they mark."""
    return {one.place.pointer: (one.message, one.fingerprint) for one in findings_on(rule, text, Config())}


def numbers(message: str) -> set[str]:
    return set(re.findall(r"\d+(?:\.\d+)?", message))


def grown(text: str) -> Iterator[str]:
    """Yield a text with one digit after the other exchanged for the next."""
    for found in DIGIT.finditer(text):
        yield f"{text[: found.start()]}{int(found[0]) % 9 + 1}{text[found.end() :]}"


@pytest.mark.parametrize("turn", range(4))
def test_a_finding_that_says_other_numbers_is_another_finding(turn: int) -> None:
    same = []
    for rule in RULES[turn::4]:
        for example in rule.examples:
            text = unmarked(example.text)[0]
            before = said(rule, text) if not example.good else {}
            for changed in grown(text) if before else ():
                for pointer, (message, known) in said(rule, changed).items():
                    was = before.get(pointer)
                    if was and numbers(was[0]) != numbers(message) and was[1] == known:
                        same.append(f"{rule.id}: {was[0]} = {message}")
    assert same == [], "\n".join(["", *map(repr, same)])


ROWS = """\
kind: project
agency: 某局
year: 2025
project: {name: 校舍维修}
budget: {total: 10万元}
indicators:
"""
COSTS = (
    "  - {level1: 产出指标, level2: 成本指标, name: 维修费, value: ≤6万元, weight: 30}\n",
    "  - {level1: 产出指标, level2: 成本指标, name: 监理费, value: ≤5万元, weight: 20}\n",
    "  - {level1: 产出指标, level2: 成本指标, name: 检测费, value: ≤2万元, weight: 5}\n",
)


def identities(rows: Iterable[str], lang: str = "zh") -> dict[str, str]:
    checker = Checker(Config(), Options(lang, select=("BUD003", "STR024")))
    answer = checker.check((ROWS + "".join(rows)).encode(), "table.yaml")
    assert isinstance(answer, Inspection)
    return {finding.code: finding.fingerprint for finding in answer.findings}


@pytest.mark.parametrize("rows", [*permutations(COSTS)])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_sum_is_the_same_in_any_order_and_language(rows: tuple[str, ...], lang: str) -> None:
    assert identities(rows, lang)["BUD003"] == identities(COSTS)["BUD003"]


@pytest.mark.parametrize(("code", "old", "new"), [
    ("BUD003", "≤2万元", "≤3万元"), ("BUD003", "≤6万元", "≤9万元"), ("STR024", "weight: 5}", "weight: 6}"),
])  # fmt: skip
def test_a_sum_whose_amounts_change_is_another_one(code: str, old: str, new: str) -> None:
    changed = [row.replace(old, new) for row in COSTS]
    assert identities(changed)[code] != identities(COSTS)[code]


def test_amounts_that_change_places_in_a_sum_of_the_same_height_are_another_one() -> None:
    changed = [row.replace("≤6万元", "≤4万元").replace("≤5万元", "≤7万元") for row in COSTS]
    assert identities(changed)["BUD003"] != identities(COSTS)["BUD003"]
