"""Whole runs: serial equals parallel equals cached, and one bad file never hides another's findings."""

import os
from pathlib import Path

import pytest

from perflint.across.summarizing import member_of
from perflint.across.summary import Member
from perflint.report import render_json
from perflint.workspace.checking import Options
from perflint.workspace.runs.discovering import Plan
from perflint.workspace.runs.run import run

TABLE = """\
kind: project
year: 2023
agency: 第{number}局
project: {{code: "{number}", name: 抽检经费{number}}}
indicators:
  - {{level1: 产出指标, level2: 质量指标, name: 运转保障率, value: ≤{percent}%}}
"""


def corpus(folder: Path, count: int) -> Path:
    for number in range(count):
        text = TABLE.format(number=number, percent=90 + number % 10)
        (folder / f"{number:03}.yaml").write_text(text, encoding="utf-8")
    return folder


def report(folder: Path, *, jobs: int = 1, cached: bool = False) -> str:
    return "".join(render_json(run(Plan((folder,), Options(lang="zh"), jobs=jobs, cached=cached))))


def test_parallel_and_cached_runs_print_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PERFLINT_CACHE_DIR", str(tmp_path / "cache"))
    folder = tmp_path / "tables"
    folder.mkdir()
    serial = report(corpus(folder, 120))
    assert '"DIR001"' in serial
    assert report(folder, jobs=2) == serial
    assert report(folder, cached=True) == serial
    assert report(folder, cached=True) == serial


def test_a_changed_file_is_judged_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PERFLINT_CACHE_DIR", str(tmp_path / "cache"))
    folder = tmp_path / "tables"
    folder.mkdir()
    corpus(folder, 1)
    assert '"DIR001"' in report(folder, cached=True)
    (folder / "000.yaml").write_text(TABLE.format(number=0, percent=95).replace("≤", "≥"), encoding="utf-8")
    assert '"DIR001"' not in report(folder, cached=True)


BAD = {
    "binary.yaml": b"\x00\x01\x02" * 100,
    "recursive.yaml": b"a: &a [*a]\n",
    "deep.yaml": b"kind: " + b"[" * 5000,
    "number.yaml": b"kind: project\nindicators:\n  - {name: x, value: " + b"9" * 5000 + b"\xe6\xac\xa1}\n",
    "types.yaml": b"kind: [project]\nyear: {a: b}\nbudget: 3\nindicators: {}\ngoals: [[1]]\nspending_plan: [1]\ntasks: x\n",
    "empty.yaml": b"",
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_hides_nothing(tmp_path: Path, name: str) -> None:
    corpus(tmp_path, 1)
    (tmp_path / name).write_bytes(BAD[name])
    assert '"DIR001"' in report(tmp_path)


def test_folders_named_like_tables_and_loops_are_survived(tmp_path: Path) -> None:
    corpus(tmp_path, 1)
    (tmp_path / "folder.yaml").mkdir()
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "gone.yaml").symlink_to(tmp_path / "nowhere.yaml")
    assert report(tmp_path).count('"code": "DIR001"') == 1


def test_a_folder_that_cannot_be_listed_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    corpus(tmp_path, 1)
    (tmp_path / "closed").mkdir()
    listed = os.scandir

    def scandir(folder: Path) -> object:
        if Path(folder).name == "closed":
            raise PermissionError(13, "Permission denied")
        return listed(folder)

    monkeypatch.setattr(os, "scandir", scandir)
    found = run(Plan((tmp_path,), Options(), cached=False))
    assert [Path(error.path).name for error in found.errors] == ["closed"]
    assert found.summary.tables == 1


@pytest.mark.skipif(os.name != "posix", reason="only there may a name be any bytes")
def test_a_file_name_that_is_no_utf8_is_survived(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"\xb1\xed.yaml")
    try:
        path.write_text(TABLE.format(number=1, percent=95), encoding="utf-8")
    except OSError:
        pytest.skip("the file system takes UTF-8 names only")
    assert '"DIR001"' in report(tmp_path, cached=True)


def test_a_table_of_the_past_that_breaks_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(view: object, *, past: bool = False) -> Member:
        if past:
            raise ZeroDivisionError
        return member_of(view, past=past)  # type: ignore[arg-type]  # the view of a table

    for year in (2023, 2024):
        (tmp_path / f"{year}.yaml").write_text(
            f"kind: project\nyear: {year}\nagency: 甲局\nindicators: []\n", encoding="utf-8"
        )
    monkeypatch.setattr("perflint.judge.inspection.member_of", breaks)
    now, before = tmp_path / "2024.yaml", tmp_path / "2023.yaml"
    for plan in (
        Plan((tmp_path,), Options("zh", year=2024), cached=False),
        Plan((now,), Options("zh"), cached=False, history=(before,)),
    ):
        (doubt,) = [one for one in run(plan).unchecked if one.code == "RUL001"]
        assert doubt.path.endswith("2023.yaml")
        assert doubt.reason.startswith("没有用来对照")
