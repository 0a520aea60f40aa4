"""SARIF: what the official schema asks, what GitHub asks beyond it, and regions that mark what is meant."""

import json
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from jsonschema import Draft4Validator

from perflint.report.sarif import render_sarif
from tests.report import example

SCHEMA = json.loads((Path(__file__).parent / "schemas" / "sarif-2.1.0.json").read_text(encoding="utf-8"))


def log(folder: Path, *, hidden: bool = False, clean: bool = False, lang: str = "zh") -> dict[str, Any]:
    report = example.clean() if clean else example.report()
    found: dict[str, Any] = json.loads("".join(render_sarif(report, example.context(folder, lang, hidden=hidden))))
    return found


def strings(data: object) -> list[str]:
    if isinstance(data, dict):
        return [text for value in data.values() for text in strings(value)]
    if isinstance(data, list):
        return [text for value in data for text in strings(value)]
    return [data] if isinstance(data, str) else []


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("hidden", [False, True])
@pytest.mark.parametrize("clean", [False, True])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_official_schema_and_no_empty_text(hidden: bool, clean: bool, lang: str, folder: Path) -> None:  # noqa: FBT001  # cases
    data = log(folder, hidden=hidden, clean=clean, lang=lang)
    Draft4Validator(SCHEMA).validate(data)
    assert data["$schema"] == SCHEMA["id"]
    assert all(strings(data))


def test_schema_refuses_something() -> None:
    assert not Draft4Validator(SCHEMA).is_valid({"version": "2.1.0", "runs": [{"tool": {}}]})


def test_regions_mark_in_code_points_what_is_meant(folder: Path) -> None:
    for result in log(folder, hidden=True)["runs"][0]["results"]:
        place = result["locations"][0]["physicalLocation"]
        region = place["region"]
        lines = example.TEXTS[unquote(place["artifactLocation"]["uri"])].split("\r\n")
        if region["startLine"] == region["endLine"]:
            marked = lines[region["startLine"] - 1][region["startColumn"] - 1 : region["endColumn"] - 1]
            assert marked == region["snippet"]["text"] == result["properties"]["value"]


def test_addresses_are_relative_and_plain(folder: Path) -> None:
    for result in log(folder)["runs"][0]["results"]:
        address = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert address.isascii()
        assert not address.startswith((".", "/"))
        assert not set(address) & set(" #:\\,?")
        assert unquote(address) in example.TEXTS


def test_rules_are_indexed_and_their_texts_fit(folder: Path) -> None:
    run = log(folder, hidden=True)["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    taxa = run["taxonomies"][0]["taxa"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])
    for rule in rules:
        target = rule["relationships"][0]["target"]
        assert taxa[target["index"]]["id"] == target["id"] == rule["properties"]["tags"][0]
        assert max(len(rule[key]["text"]) for key in ("shortDescription", "fullDescription")) <= 1024


def test_fingerprints_are_unique_also_among_what_does_not_count(folder: Path) -> None:
    results = log(folder, hidden=True)["runs"][0]["results"]
    for key in ("perflint/v1", "primaryLocationLineHash"):
        assert len({result["partialFingerprints"][key] for result in results}) == len(results)


def test_what_does_not_count_is_left_out_unless_asked_for(folder: Path) -> None:
    results = log(folder)["runs"][0]["results"]
    assert len(results) == 4
    assert not any("suppressions" in result or result["baselineState"] != "new" for result in results)
    kinds = [
        (result.get("baselineState"), "suppressions" in result)
        for result in log(folder, hidden=True)["runs"][0]["results"]
    ]
    assert kinds[4:] == [(None, True), ("unchanged", False)]


def test_fixes_give_the_file_that_is_meant(folder: Path) -> None:
    fixed = {}
    for result in log(folder)["runs"][0]["results"]:
        for change in (fix["artifactChanges"][0] for fix in result.get("fixes", ())):
            path = unquote(change["artifactLocation"]["uri"])
            lines = example.TEXTS[path].split("\n")
            for replacement in reversed(change["replacements"]):
                region = replacement["deletedRegion"]
                line = lines[region["startLine"] - 1]
                new = replacement.get("insertedContent", {"text": ""})["text"]
                lines[region["startLine"] - 1] = (
                    line[: region["startColumn"] - 1] + new + line[region["endColumn"] - 1 :]
                )
            fixed[path] = "\n".join(lines)
    assert "{3月底: 25%, 6月底: 50%, 9月底: 75%, 12月底: 100%}" in fixed[example.PLAN]
    assert '指标值: "100%"' in fixed[example.MARKED]


def test_input_that_cannot_be_read_is_a_failed_run(folder: Path) -> None:
    assert log(folder)["runs"][0]["invocations"][0]["executionSuccessful"] is False
    assert log(folder, clean=True)["runs"][0]["invocations"][0]["executionSuccessful"] is True
