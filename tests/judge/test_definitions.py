"""Named definitions in a rule file: replaced where they are used, in brackets, and never inside quotes or dotted names."""

from pathlib import Path

import pytest

from perflint.judge import RuleError, load_pack
from perflint.judge.definitions import with_definitions

RULE = """\
id: X001
name: not-full
severity: info
since: "0.2"
title: {zh: 未满, en: Not full}
why: {zh: 试, en: a trial}
given: value
%s
message: {zh: 试, en: a trial}
examples: []
"""


@pytest.mark.parametrize(("text", "expanded"), [
    ("short && value.rate", "(value.high < 100.0) && value.rate"),
    ('value.text == "short" || !short', 'value.text == "short" || !(value.high < 100.0)'),
    ("value.short == 1 || short.x || short", "value.short == 1 || short.x || (value.high < 100.0)"),
    ("shorter || short", "shorter || (value.high < 100.0)"),
    (r'"a\"short\"" == x && short', r'"a\"short\"" == x && (value.high < 100.0)'),
])  # fmt: skip
def test_a_name_stands_for_its_condition(text: str, expanded: str) -> None:
    assert with_definitions({"assert": text}, {"short": "value.high < 100.0"})["assert"] == expanded


def test_a_definition_may_use_those_above_it_and_fixes_and_cases_may_use_all() -> None:
    where = {"a": "value.rate", "b": "a && value.exact"}
    data = {"assert": "b", "cases": [{"when": "a", "severity": "info"}], "fix": {"safety": "safe", "with": ["a", "b"]}}
    assert with_definitions(data, where) == {
        "assert": "((value.rate) && value.exact)",
        "cases": [{"when": "(value.rate)", "severity": "info"}],
        "fix": {"safety": "safe", "with": ["(value.rate)", "((value.rate) && value.exact)"]},
    }


@pytest.mark.parametrize(("keys", "said"), [
    ("where: {a: value.rate}\nassert: 'true'", "8:8: .*`where` defines `a`, and no expression of the rule uses it"),
    ("where: {a.b: value.rate}\nassert: 'true'", "`where` gives names such as short_of_full, not `a.b`"),
    ("where: [value.rate]\nassert: 'true'", "`where` needs names with one expression each"),
    ("where: {a: value.rat}\nassert: a", r"no fact or function `value\.rat`; did you mean `value\.rate`"),
])  # fmt: skip
def test_what_is_wrong_with_a_definition_is_said_at_its_place(tmp_path: Path, keys: str, said: str) -> None:
    (tmp_path / "X001-not-full.yaml").write_text(RULE % keys, encoding="utf-8")
    with pytest.raises(RuleError, match=said):
        load_pack((tmp_path,))
