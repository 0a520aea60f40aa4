"""Profiles: what is shipped, which form a table is printed on, and files that cannot be used."""

from pathlib import Path

import pytest

from perflint.model import ProfileError, Table, choose_form, load_profiles, read_tables
from perflint.source import parse_text


def table(text: str) -> Table:
    return read_tables(parse_text(text, "表.yaml")).tables[0]


def pack(folder: Path, text: str) -> Path:
    (folder / "profiles").mkdir(exist_ok=True)
    (folder / "profiles" / "own.yaml").write_text(text, encoding="utf-8")
    return folder


def test_every_shipped_profile_has_a_form_for_both_kinds() -> None:
    profiles = load_profiles()
    assert {"general", "hebei", "sichuan", "shandong-duty", "mof-2015", "mof-2021"} <= profiles.keys()
    for name, profile in profiles.items():
        assert profile.name == name
        assert {choice.form.kind for choice in profile.choices["project"]} == {"project"}
        assert {choice.form.kind for choice in profile.choices["department"]} == {"department"}


@pytest.mark.parametrize(
    ("profile", "text", "letter"),
    [
        ("general", "kind: project", "G"),
        ("general", "kind: 部门整体\nindicators: [{level1: 产出指标, name: 甲}]", "D"),
        ("general", "kind: department\nindicators: [{duty: {name: 甲}, name: 乙}]", "D1"),
        ("general", "kind: department\ntasks: [{name: 甲}]\nindicators: [{level1: 产出指标}]", "D2"),
        ("general", "kind: 部门\ntasks: []\nindicators: [{level1: 产出指标}]", "D"),
        ("general", "kind: 整体\ngoals: 甲\nindicators: [{level1: ' ', name: 甲}]", "DN"),
        ("hebei", "kind: 项目", "H"),
        ("sichuan", "kind: project\nproject: {scope: 全市}", "P"),
        ("sichuan", "kind: project\nindicators: [{op: ≥, value: 5}]", "S"),
        ("sichuan", "kind: project\nindicators: [{value: ≥5}]", "A"),
        ("sichuan", "kind: project\nproject: {scope: }\nindicators: [{op: }]", "A"),
    ],
)
def test_the_first_form_whose_marks_the_table_bears(profile: str, text: str, letter: str) -> None:
    assert choose_form(load_profiles()[profile], table(text)).letter == letter


def test_a_profile_inherits_and_changes_single_settings(tmp_path: Path) -> None:
    own = pack(tmp_path, "id: own\nextends: hebei\nsettings: {basis.required: 'false'}\nrules: {DIR001: 'off'}\n")
    profile = load_profiles((own,))["own"]
    assert (profile.zh, profile.taxonomy, profile.rules) == ("河北", "mof-2015", {"DIR001": "off"})
    assert profile.settings == {**load_profiles()["hebei"].settings, "basis.required": "false"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("title: {zh: 甲}\n", "`id` is missing"),
        ("id: own\nform: {}\n", "did you mean `forms`"),
        ("id: own\nextends: 无\n", "which is no profile"),
        ("id: own\nextends: own\n", "which is itself"),
        ("id: own\n", "`forms:` needs"),
        ("id: own\nforms: {project: [{form: G}]}\n", "`forms:` needs"),
        ("id: own\nforms: {project: [], department: []}\n", "`forms:` needs"),
        ("id: own\nforms: {project: [{form: 无}], department: [{form: D}]}\n", "`form:` needs a form for project"),
        ("id: own\nextends: general\nforms: 甲\n", "`forms:` needs a mapping"),
        ("id: own\nextends: general\ntitle: 甲\n", "`title:` needs a mapping"),
        ("id: [own]\n", "`id:` needs a text"),
        ("- 甲\n", "a mapping is expected"),
        ("", "a mapping is expected"),
        ("id: 'own\n", "never closed"),
        ("\0", "not a text file"),
    ],
)
def test_a_profile_that_cannot_be_used_says_why_and_where(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(ProfileError) as caught:
        load_profiles((pack(tmp_path, text),))
    assert words in str(caught.value)
    assert "own.yaml" in str(caught.value)
