"""Which configuration holds for a file, and which files a run looks at, wherever it starts and whatever is named first."""

import itertools
import shutil
import subprocess
from pathlib import Path

import pytest

from perflint.workspace.checking import Checker, Options
from perflint.workspace.configuration.config import ConfigError
from perflint.workspace.configuration.of_files import Configurations
from perflint.workspace.disk.globs import Globs, plain
from perflint.workspace.runs.discovering import Plan, config_for, discover
from perflint.workspace.runs.run import run

TABLE = "kind: project\nyear: 2025\nindicators:\n  - {level2: 质量指标, name: 运转保障率, value: ≤100%}\n"


@pytest.fixture
def province(tmp_path: Path) -> Path:
    for place in ("市属/旧/甲.yaml", "市属/草稿/乙.yaml", "市属/丙.yaml", "省直/丁.yaml"):
        (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / place).write_text(TABLE, encoding="utf-8")
    return tmp_path


def git(folder: Path, *words: str) -> None:
    subprocess.run([shutil.which("git") or "git", "-C", folder, *words], check=True)  # noqa: S603  # git, as this page says


def write(folder: Path, text: str) -> None:
    (folder / "perflint.yaml").write_text(text, encoding="utf-8")


def found(*paths: Path, force_exclude: bool = False, no_config: bool = False) -> list[str]:
    plan = Plan(paths, Options("zh"), no_config=no_config, force_exclude=force_exclude)
    return [job.path.name for job in discover(plan).jobs]


@pytest.mark.parametrize("glob", ["草稿/**", "./草稿/**", "草稿\\**", ".\\草稿\\**", "草稿/", "**/草稿/*.yaml"])
def test_a_glob_may_be_spelt_as_on_any_system(tmp_path: Path, glob: str) -> None:
    globs = Globs((glob,), tmp_path)
    assert globs.means(tmp_path / "草稿" / "甲.yaml")
    assert not globs.means(tmp_path / "甲.yaml")
    assert not globs.means(tmp_path.parent / "草稿" / "甲.yaml")


def test_an_exclamation_mark_stays_before_the_glob() -> None:
    assert plain(r"!.\草稿\a.yaml") == "!草稿/a.yaml"


def test_inherited_globs_stay_relative_to_the_file_that_wrote_them(province: Path) -> None:
    write(province, 'overrides: [{files: "市属/旧/**", ignore: [DIR]}]\nexclude: ["市属/草稿/**"]\n')
    write(province / "市属", "extends: ..\nprofile: mof-2015\n")
    report = run(Plan((province,), Options("zh", select=("DIR",)), cached=False))
    assert [finding.place.path.rpartition("/")[2] for finding in report.findings] == ["丙.yaml", "丁.yaml"]
    assert report.omitted.files == 1
    assert report.omitted.unheard == ()


def test_the_later_override_wins_and_the_command_line_over_all(province: Path) -> None:
    write(province, 'profile: hebei\noverrides:\n  - {files: "市属/", profile: hubei, settings: {satisfaction.minimum: 70%}}\n'
                    '  - {files: "市属/旧/", profile: hunan, settings: {satisfaction.minimum: 60%}}\n')  # fmt: skip
    configurations = Configurations()
    old, own, other = (
        configurations.of_file(province / place) for place in ("市属/旧/甲.yaml", "市属/丙.yaml", "省直/丁.yaml")
    )
    assert [one.profile for one in (old, own, other)] == ["hunan", "hubei", "hebei"]
    assert [dict(one.settings).get("satisfaction.minimum") for one in (old, own, other)] == ["60%", "70%", None]
    assert old.origins["profile"].endswith("perflint.yaml:4:5")
    report = run(Plan((province,), Options("zh", profile="general", select=("STR",)), cached=False))
    assert {finding.table.name for finding in report.findings} == {""}


def test_the_order_of_the_inputs_changes_nothing(province: Path) -> None:
    write(province / "市属", "fail_on: never\nbaseline: known.json\nextend_select: [WRD]\n")
    write(province / "省直", "severity: {DIR: info}\n")
    places = [province / "市属", province / "省直", province / "市属" / "丙.yaml"]
    reports = {repr([(f.code, f.severity, f.place) for f in run(Plan(order, Options("zh"), cached=False)).findings])
               for order in itertools.permutations(places)}  # fmt: skip
    assert len(reports) == 1
    for order in itertools.permutations(places):
        assert Configurations().of_run(order).path is None
        unheard = run(Plan(order, Options("zh"), cached=False)).omitted.unheard
        assert [text for _, text in unheard] == ["fail_on", "baseline"]


def test_what_leaves_files_out_counts_wherever_the_run_starts(province: Path) -> None:
    write(province, 'exclude: ["旧/"]\n')
    write(province / "市属", 'exclude: ["草稿/**"]\n')
    assert found(province) == ["丙.yaml", "丁.yaml"]
    assert found(province / "市属") == ["丙.yaml"]
    assert found(province / "市属" / "旧") == []
    named = province / "市属" / "旧" / "甲.yaml"
    assert found(named) == ["甲.yaml"]
    assert found(named, force_exclude=True) == []
    assert found(province, no_config=True) == ["丙.yaml", "甲.yaml", "乙.yaml", "丁.yaml"]


def test_below_a_lock_only_the_one_who_locks_leaves_files_out(province: Path) -> None:
    write(province, 'lock: [DIR]\nexclude: ["旧/"]\n')
    write(province / "市属", 'exclude: ["**"]\n')
    assert found(province) == ["丙.yaml", "乙.yaml", "丁.yaml"]
    report = run(Plan((province,), Options("zh", select=("SUP005",)), cached=False))
    assert [(finding.code, finding.value) for finding in report.findings] == [("SUP005", "exclude")]


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_every_gitignore_up_to_the_top_counts(province: Path) -> None:
    git(province, "init", "-q")
    (province / ".gitignore").write_text("草稿/\n/市属/旧\n", encoding="utf-8")
    (province / "市属" / ".gitignore").write_text("丙.yaml\n", encoding="utf-8")
    assert found(province) == ["丁.yaml"]
    assert found(province / "市属") == []
    assert found(province / "市属" / "旧") == ["甲.yaml"], "an ignored folder that is named is looked at"
    git(province, "add", "-f", "市属/旧/甲.yaml")
    assert found(province / "市属") == ["甲.yaml"], "what git tracks is not ignored"


def test_a_glob_without_files_is_said_only_where_all_of_its_folder_was_looked_at(province: Path) -> None:
    write(
        province,
        'exclude: ["旧/", "新/", "!新/甲.yaml"]\noverrides: [{files: "省直/**", ignore: [WRD]}, {files: "县/**", ignore: [WRD]}]\n',
    )
    said = [text for _, text in run(Plan((province,), Options("zh"), cached=False)).omitted.unheard]
    assert said == ["县/**", "新/"]
    assert run(Plan((province / "省直",), Options("zh"), cached=False)).omitted.unheard == ()


LOCKED = [
    ("WRD014", "", "settings: {privacy.stages: [编制]}", ("privacy.stages", ("公开",))),
    ("STR024", "", "settings: {weights.totals: [53]}", ("weights.totals", (90, 100))),
    ("STR024", "", 'overrides: [{files: "**", settings: {weights.totals: [53]}}]', ("weights.totals", (90, 100))),
    ("VAL031", "", "settings: {satisfaction.minimum: 10%}", ("satisfaction.minimum", 80)),
    (
        "DIR",
        "settings: {direction.high_rate: 50%}",
        "settings: {direction.high_rate: 99%}",
        ("direction.high_rate", 50),
    ),
]


@pytest.mark.parametrize(("lock", "above", "below", "kept"), LOCKED)
def test_what_locked_rules_are_judged_by_is_kept_and_who_changes_it_is_told(
    province: Path, lock: str, above: str, below: str, kept: tuple[str, object]
) -> None:
    write(province, f"lock: [{lock}]\n{above}\n")
    write(province / "市属", f"{below}\n")
    checker = Checker(Configurations().of_file(province / "市属" / "丙.yaml"), Options("zh"))
    assert checker.engine("general").settings[kept[0]] == kept[1]
    report = run(Plan((province,), Options("zh"), cached=False))
    assert [finding.value for finding in report.findings if finding.code == "SUP005"] == [kept[0]]


@pytest.mark.parametrize(
    "below",
    ["lang: zh", "profile: hebei", "settings: {direction.high_rate: 50%}", "extends: ..\nignore: [WRD]",
     'overrides: [{files: "**", ignore: [WRD]}]'],
)  # fmt: skip
def test_who_says_nothing_of_what_is_locked_is_not_told_off(province: Path, below: str) -> None:
    write(
        province, "lock: [DIR]\nsettings: {direction.high_rate: 50%}\nseverity: {DIR003: error}\nextend_select: [DIR]\n"
    )
    write(province / "市属", f"{below}\n")
    report = run(Plan((province,), Options("zh"), cached=False))
    assert [finding.value for finding in report.findings if finding.code == "SUP005"] == []


def test_one_attempt_is_told_once(province: Path) -> None:
    write(province, "lock: [DIR]\n")
    write(province / "市属", 'ignore: [DIR001]\noverrides: [{files: "**", ignore: [WRD]}]\nexclude: ["草稿/**"]\n')
    report = run(Plan((province,), Options("zh"), cached=False))
    told = [finding.value for finding in report.findings if finding.code == "SUP005"]
    assert told == ["DIR001", "exclude"]
    assert report.omitted.unheard == (), "what is locked is told as such, not as a glob that means no file"


def test_a_folder_has_the_configuration_that_lies_in_it(province: Path) -> None:
    write(province, "profile: hebei\n")
    write(province / "市属", "profile: hubei\n")
    plan = Plan((province,), Options("zh"))
    assert [config_for(path, plan).profile for path in (province, province / "市属", province / "市属" / "丙.yaml")] == [
        "hebei", "hubei", "hubei",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["nosuch.yaml", "../Nosuch.YML", "below/nosuch"])
def test_a_file_to_extend_that_is_missing_is_no_profile(tmp_path: Path, name: str) -> None:
    write(tmp_path, f"extends: {name}\n")
    with pytest.raises(ConfigError, match=rf"perflint.yaml:1:1: extends: 没有“{name}”.* / there is no file or folder"):
        Configurations(tmp_path / "perflint.yaml").of_folder(tmp_path)
