"""Every rule's own examples, and the catalogue as a whole."""

import pytest

from perflint.judge import Rule, load_pack
from perflint.workspace.configuration.config import Config
from perflint.workspace.runs.rule_examples import try_rule

RULES = load_pack().rules


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_examples_hold(rule: Rule) -> None:
    assert [failure.message for failure in try_rule(rule, Config())] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_texts_are_in_their_language(rule: Rule) -> None:
    texts = [rule.title, rule.why, rule.message, *(case.message for case in rule.cases if case.message)]
    for text in texts:
        assert not text.en.isspace()
        if not text.zh.startswith("{"):
            assert any("\u4e00" <= char <= "\u9fff" for char in text.zh), text.zh


def test_names_are_unique_and_files_are_called_after_their_rule() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)
    for rule in RULES:
        assert rule.path.endswith(f"{rule.id}-{rule.name}.yaml")
