"""What a bureau would want to ask that no shipped rule asks: a pack of its own, written with the vocabulary alone."""

from pathlib import Path

import pytest

from perflint.judge import Rule, load_pack
from perflint.workspace.configuration.config import Config
from perflint.workspace.runs.rule_examples import try_rule, try_rules

PACK = Path(__file__).parent / "bureau"
CONFIG = Config(packs=(PACK,))
OWN = [rule for rule in load_pack((PACK,)).rules if Path(rule.path).is_relative_to(PACK)]


def test_the_pack_is_read() -> None:
    assert [rule.id for rule in OWN] == [f"CTY{number:03}" for number in range(1, 18)]


@pytest.mark.parametrize("rule", OWN, ids=lambda rule: rule.name)
def test_its_examples_hold(rule: Rule) -> None:
    assert [failure.message.en for failure in try_rule(rule, CONFIG)] == []


def test_of_all_rules_only_those_in_its_folder_are_tried() -> None:
    assert [(rule.id, failures) for rule, failures in try_rules((PACK,), (PACK,))] == [(rule.id, []) for rule in OWN]
