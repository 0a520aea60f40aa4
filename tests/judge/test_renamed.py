"""Names of facts that an earlier version had: an own rule that uses one is told what to write, and every answer is right."""

from pathlib import Path

import pytest

from perflint.data.assets import rules_root
from perflint.judge import RuleError, load_pack
from perflint.judge.environments import environment_of
from perflint.judge.kinds import KINDS, facts_of
from perflint.source import read_source, to_data

RULE = """\
id: X001
name: old-name
severity: info
since: "0.1"
title: {{zh: 旧名, en: An old name}}
why: {{zh: 试, en: a trial}}
given: {given}
assert: {condition}
message: {{zh: 试, en: a trial}}
examples: []
"""


def renamed(part: str) -> dict[str, str]:
    path = rules_root() / "renamed.yaml"
    data = to_data(read_source(path.read_bytes(), str(path)).roots[0])
    assert isinstance(data, dict)
    return dict(data[part])  # type: ignore[arg-type]  # a mapping of texts


@pytest.mark.parametrize(
    ("given", "condition", "said"),
    [("pledge", "true", "it is `department_target` now"), ("indicator", "pledge.weaker", "it is `department_target.weaker` now")],
)  # fmt: skip
def test_an_old_name_is_answered_with_the_new_one(tmp_path: Path, given: str, condition: str, said: str) -> None:
    (tmp_path / "X001-old-name.yaml").write_text(RULE.format(given=given, condition=condition), encoding="utf-8")
    with pytest.raises(RuleError, match=said):
        load_pack((tmp_path,))


@pytest.mark.parametrize(("old", "new"), renamed("subjects").items())
def test_new_subjects_exist_and_old_ones_do_not(old: str, new: str) -> None:
    assert new in KINDS
    assert old not in KINDS


@pytest.mark.parametrize(("old", "new"), renamed("facts").items())
def test_what_stands_for_an_old_fact_is_an_expression_of_its_subject(old: str, new: str) -> None:
    kind = KINDS[renamed("subjects").get(old.partition(".")[0], old.partition(".")[0])]
    assert old not in facts_of(kind.name)
    environment_of(kind).compile(new)
