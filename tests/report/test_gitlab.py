"""GitLab code quality: the members that GitLab asks for, fingerprints unique, an empty array for a clean run."""

import json
from pathlib import Path

import pytest

from perflint.report.gitlab import render_gitlab
from tests.report import example


def test_each_entry_has_what_gitlab_asks_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    issues = json.loads("".join(render_gitlab(example.report(), example.context(tmp_path))))
    assert len({issue["fingerprint"] for issue in issues}) == len(issues) == 5
    for issue in issues:
        assert issue.keys() >= {"description", "check_name", "fingerprint", "severity", "location"}
        assert "\n" not in issue["description"]
        assert issue["location"]["lines"]["begin"] >= 1
    assert [issue["severity"] for issue in issues] == ["major", "minor", "major", "info", "blocker"]
    assert issues[0]["location"]["path"] == example.PLAN


def test_clean_run_is_an_empty_array() -> None:
    assert json.loads("".join(render_gitlab(example.clean(), example.context(Path("/"))))) == []
