"""Every rule's own examples, and the catalogue as a whole."""

import pytest
from msgspec.structs import replace

from perflint.judge import Rule, load_pack, violating
from perflint.judge.expressions import Expressions
from perflint.judge.subject_facts import SubjectFacts
from perflint.judge.violating import case_of
from perflint.workspace.configuration.config import Config
from perflint.workspace.runs.rule_examples import findings_on, try_rule, unmarked

RULES = load_pack().rules
OWN = Config(fail_on="never")  # a checker of its own: what another test had judged would be remembered, not judged
SWITCHED_OFF = {"TAX006": {1}}  # settings.taxonomy.allow_rate_quantity: see below


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_examples_hold_and_show_every_case(rule: Rule, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: set[int | None] = set()

    def chosen(of: Rule, facts: SubjectFacts, expressions: Expressions) -> int | None:
        number = case_of(of, facts, expressions)
        shown.add(number if of.id == rule.id else None)
        return number

    monkeypatch.setattr(violating, "case_of", chosen)
    assert [failure.message for failure in try_rule(rule, OWN)] == []
    assert set(range(len(rule.cases))) - shown - SWITCHED_OFF.get(rule.id, set()) == set()


def test_a_case_that_a_setting_switches_on() -> None:
    rule = next(rule for rule in RULES if rule.id == "TAX006")
    table = unmarked(rule.examples[0].text)[0]
    allowed = Config(settings=(("taxonomy.allow_rate_quantity", "true"),))
    assert [one.severity for one in findings_on(rule, table, Config())] == ["warning"]
    assert [one.severity for one in findings_on(rule, table, allowed)] == ["info"]


@pytest.mark.parametrize(
    ("marked", "complaint"),
    [("TAX006", []), ("TAX006 warning", []), ("TAX006 info", ["line 2 is marked as info, found as warning"])],
)
def test_a_mark_may_name_the_severity(marked: str, complaint: list[str]) -> None:
    rule = next(rule for rule in RULES if rule.id == "TAX006")
    first = rule.examples[0]
    changed = replace(first, text=first.text.replace("<- TAX006", f"<- {marked}"))
    shown = replace(rule, packed_page=replace(rule.page, examples=(changed,)).packed())
    complaints = [failure.message.en for failure in try_rule(shown, Config())]
    assert [one for one in complaints if "marked" in one] == complaint


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
