"""Profiles: what is shipped, which form a table is printed on, and files that cannot be used."""

from pathlib import Path

import pytest

from perflint.judge import resolve
from perflint.model import Form, ProfileError, Table, choose_form, load_profiles, read_tables
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


def form(text: str, folder: Path, name: str = "own") -> Form:
    (choice,) = load_profiles((pack(folder, text),))[name].choices["project"]
    return choice.form


@pytest.mark.parametrize(
    "cell", ["indicators.basis", "绩效指标.指标值确定依据", "indicators.指标值确定依据", "指标值确定依据"]
)
def test_a_cell_is_named_by_its_path_in_either_language_or_by_its_printed_name(tmp_path: Path, cell: str) -> None:
    own = form(f"id: own\nextends: general\nforms: {{project: [{{form: G, require: [{cell}]}}]}}\n", tmp_path)
    assert own.required == ("project.name", "budget.total", "goals.annual", "indicators.basis")


def test_a_printed_name_of_two_cells_must_be_written_in_full(tmp_path: Path) -> None:
    with pytest.raises(ProfileError) as caught:
        form("id: own\nextends: general\nforms: {project: [{form: G, require: [确定依据]}]}\n", tmp_path)
    assert "“确定依据”可能是 indicators.basis、indicators.reference.basis，请写全" in str(caught.value)


def test_a_profile_demands_adds_frees_and_drops_cells_of_a_form(tmp_path: Path) -> None:
    text = (
        "id: own\nextends: general\nforms:\n  project:\n    - {form: S, require: [项目编码, 指标方向性], columns: [区域],"
        " optional: [权重], without: [评分标准, 度量单位], levels: false}\n"
    )
    own = form(text, tmp_path)
    assert own.letter == "S"
    assert own.required == (
        "project.name", "budget.total", "goals.annual", "indicators.op", "project.code", "indicators.direction",
    )  # fmt: skip
    assert own.columns == ("indicators.direction", "indicators.description", "indicators.region", "indicators.weight")
    assert not own.levels


def test_without_a_taxonomy_no_form_has_classes(tmp_path: Path) -> None:
    own = load_profiles((pack(tmp_path, "id: own\nextends: mof-2021\ntaxonomy: none\n"),))["own"]
    assert {choice.form.levels for kind in own.choices.values() for choice in kind} == {False}


@pytest.mark.parametrize("line", ["taxonomy: mof-2021", "settings: {taxonomy.frame: mof-2021}"])
def test_the_taxonomy_may_be_written_as_a_setting_too(tmp_path: Path, line: str) -> None:
    own = load_profiles((pack(tmp_path, f"id: own\nextends: hebei\n{line}\n"),))["own"]
    assert (own.taxonomy, own.settings["taxonomy.frame"]) == ("mof-2021", "mof-2021")
    assert (own.origins["taxonomy.frame"], own.origins["plan.required"]) == ("own", "hebei")


def test_names_given_to_classes_are_names_that_the_form_prints(tmp_path: Path) -> None:
    own = load_profiles((pack(tmp_path, "id: own\nextends: sichuan\nlevels: {names: {履职指标: 产出指标}}\n"),))["own"]
    assert own.level_names == ("完成指标", "项目完成指标", "履职指标")
    assert own.suffix_optional


def test_a_rule_of_the_same_pack_may_be_changed(tmp_path: Path) -> None:
    (tmp_path / "OUR001-own.yaml").write_text("id: OUR001\nname: own-rule\n", encoding="utf-8")
    own = pack(tmp_path, "id: own\nextends: general\nrules: {OUR001: off, own-rule: info, STR: error, ALL: warning}\n")
    assert list(load_profiles((own,))["own"].rules) == ["OUR001", "own-rule", "STR", "ALL"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "extend: general",
            "3:1: 没有“extend”这个键，是否应为“extends”？ / there is no key `extend`; did you mean `extends`?",
        ),
        ("水果: general", "there is no key `水果`; known: id, extends,"),
        (
            "extends: hebai",
            "3:10: 没有名为“hebai”的模板，是否应为“hebei”？ / extends hebai, which is no profile; did you mean `hebei`?",
        ),
        ("id: own", "3:1: “id”写了两次"),
        ("taxonomy: mof-2012", "3:11: “taxonomy”应为 auto、"),
        ("settings: {taxonomy.frame: mof-2012}", "3:28: “taxonomy.frame”应为 auto、mof-2015、mof-2021、none 之一"),
        ("title: {cn: 甲}", "3:9: 没有“cn”这个键"),
        ("forms: {projects: []}", "3:9: 没有“projects”这个键，是否应为“project”？"),
        ("forms: {project: [G]}", "3:19: 表式写作 {form: 字母} / write a form as {form: LETTER}"),
        ("forms: {project: [{form: D2}]}", "3:26: “D2”不是 project 的表式，可写：H（项目绩效目标表（河北式））"),
        ("forms: {project: [{require: []}]}", "`form:` needs a form for project: H, A, P, S, O, G"),
        ("forms: {project: [{form: G, required: []}]}", "3:29: 没有“required”这个键，是否应为“require”？"),
        (
            "forms: {project: [{form: G, require: 甲}]}",
            "“require”应为列表，如 [甲, 乙] / `require:` needs a list such as [a, b]",
        ),
        ("forms: {project: [{form: G, levels: 否}]}", "“levels”应为true 或 false"),
        (
            "forms: {project: [{form: G, require: [指标确定依据]}]}",
            "3:39: 没有“指标确定依据”这个栏目，是否应为“指标值确定依据”？",
        ),
        ("forms: {project: [{form: G, require: [indicators.bases]}]}", "did you mean `indicators.basis`?"),
        ("forms: {project: [{form: G, require: [xyz]}]}", "there is no cell `xyz`; `perflint schema table` lists them"),
        ("forms: {project: [{form: G, row_marks: [project.name]}]}", "is no cell of a row; write it under `marks`"),
        ("forms: {project: [{form: G, row_marks: [水果]}]}", "没有“水果”这个栏目"),
        ("settings: {plan.requird: true}", "3:12: 没有“plan.requird”这个配置项，是否应为“plan.required”？"),
        ("settings: {水果: true}", "there is no setting `水果`; `perflint config` lists them"),
        (
            "settings: {plan.required: 需要}",
            "3:27: “plan.required”应为true 或 false / `plan.required` needs true or false",
        ),
        ("settings: {weights.totals: [九十]}", "`weights.totals` needs a list of numbers such as [90, 100]"),
        ("rules: {STR999: off}", "3:9: 没有“STR999”这条规则，是否应为“STR"),
        (
            "rules: {STR015: never}",
            "3:17: “STR015”应为 error、warning、info 或 off / `STR015` must be error, warning, info or off",
        ),
        ("levels: {names: {履职指标: 产出}}", "3:24: “履职指标”应对应国家表式的指标名称，是否应为“产出指标”？"),
        ("levels: {also: 完成指标}", "“also”应为列表"),
    ],
)
def test_a_mistake_is_told_at_its_place_with_what_to_write(tmp_path: Path, text: str, words: str) -> None:
    base = "" if text.startswith("extends") else "extends: general\n"
    with pytest.raises(ProfileError) as caught:
        load_profiles((pack(tmp_path, f"id: own\n# 甲\n{text}\n{base}"),))
    assert words in str(caught.value)


@pytest.mark.parametrize("name", ["", "' '", "a b", "ｈｅｂｅｉ"])
def test_an_id_is_one_plain_name(tmp_path: Path, name: str) -> None:
    with pytest.raises(ProfileError, match="one name without spaces"):
        load_profiles((pack(tmp_path, f"id: {name}\nextends: general\n"),))


def test_two_profiles_of_a_pack_cannot_have_one_id(tmp_path: Path) -> None:
    pack(tmp_path, "id: own\nextends: general\n")
    (tmp_path / "profiles" / "second.yaml").write_text("id: own\nextends: general\n", encoding="utf-8")
    with pytest.raises(ProfileError, match="is taken by"):
        load_profiles((tmp_path,))


def test_a_pack_may_replace_a_shipped_profile_but_two_cannot_extend_each_other(tmp_path: Path) -> None:
    pack(tmp_path, "id: hebei\nextends: general\n")
    assert load_profiles((tmp_path,))["hebei"].settings == {}
    (tmp_path / "profiles" / "second.yaml").write_text("id: general\nextends: hebei\n", encoding="utf-8")
    with pytest.raises(ProfileError, match="互相引用"):
        load_profiles((tmp_path,))


TYPED = [
    "5",
    "5%",
    " 5 % ",
    "-0.5",
    ".5",
    "5.",
    "1e3",
    "五",
    "",
    "%",
    "true",
    "是",
    "On",
    "[1, 2]",
    "['5%']",
    "[甲]",
    "[]",
]


@pytest.mark.parametrize("typed", TYPED)
@pytest.mark.parametrize(
    "name", ["goals.similarity", "plan.tolerance", "plan.required", "weights.totals", "privacy.stages"]
)
def test_a_profile_takes_no_setting_that_the_judge_would_refuse(tmp_path: Path, name: str, typed: str) -> None:
    own = pack(tmp_path, f"id: own\nextends: general\nsettings: {{{name}: {typed or repr('')}}}\n")
    try:
        profile = load_profiles((own,))["own"]
    except ProfileError:
        return
    assert resolve(profile.settings)[name] is not None
