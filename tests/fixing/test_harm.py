"""Real tables and the examples of the rules, mended with all rules: it settles, and nothing new is wrong afterwards."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest

from perflint.judge import Finding, Rule, Severity, load_pack
from perflint.workspace.checking import Options
from perflint.workspace.runs.discovering import Plan
from perflint.workspace.runs.fixing import mend_all
from perflint.workspace.runs.rule_examples import unmarked
from perflint.workspace.runs.run import run
from tests.fixing.treatments import grave, treat

EXAMPLES = Path(__file__).parents[2] / "examples"
MENDING = [rule for rule in load_pack().rules if rule.repair]


def marks(findings: Iterable[Finding]) -> set[tuple[str, str, str]]:
    """Return code, file and cell of all errors and warnings."""
    return {(f.code, f.place.path, f.place.pointer) for f in findings if f.severity is not Severity.INFO}


PLAN = Plan((EXAMPLES,), Options("zh"), no_config=True, cached=False)


@cache
def before() -> set[tuple[str, str, str]]:
    """Return the marks of all published tables as they are."""
    return marks(run(PLAN).findings)


@pytest.mark.parametrize("asked", ["safe", "unsafe"])
def test_published_tables_come_to_no_harm(asked: str) -> None:
    fix_run = mend_all(PLAN, unsafe=asked == "unsafe")
    assert sum(repair.before != repair.after for repair in fix_run.repairs) > 10
    assert marks(fix_run.report.findings) <= before()
    assert not fix_run.kept
    assert not fix_run.report.errors


@pytest.mark.parametrize("rule", MENDING, ids=lambda rule: rule.id)
def test_what_is_wrong_by_a_rule_is_mended_without_harm(rule: Rule, tmp_path: Path) -> None:
    for example in rule.examples:
        if example.fixed:
            before = unmarked(example.text)[0].encode()
            after = treat(tmp_path, before, unsafe=True).data
            assert grave(after) <= grave(before)
            assert treat(tmp_path, after, unsafe=True).data == after
