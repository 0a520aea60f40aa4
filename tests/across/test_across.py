"""What is said across the tables of one agency and year, whichever way the files come."""

from itertools import permutations
from pathlib import Path

import pytest

from perflint.facts.likeness import districts_apart, likeness
from perflint.judge import Finding
from perflint.workspace.checking import Options
from perflint.workspace.runs.discovering import Plan
from perflint.workspace.runs.run import run

OFFICE = """\
表类型: 项目
年度: 2023
预算单位: 414001卢龙县市场监督管理局本级
项目: {{项目编码: {code}, 项目名称: {name}}}
绩效目标: {goal}
绩效指标:
  - {{一级指标: 产出指标, 二级指标: 数量指标, 三级指标: 保障办公人数, 指标值: {staff}}}
  - {{一级指标: 产出指标, 二级指标: 质量指标, 三级指标: 运转保障率, 指标值: {rate}}}
"""
THIRD = OFFICE.format(
    code="P3", name="市场监管综合事务经费f", goal="1.做好经费保障工作，保障办公正常运转。", staff="153人", rate="≤100%"
)
FOURTH = OFFICE.format(
    code="P4", name="市场监管综合业务经费", goal="1.做好经费保障工作，保障正常运转。", staff="135人", rate="100%"
)
FIFTH = OFFICE.format(
    code="P5", name="市场监管综合业务经费f", goal="1.做好经费保障工作，保障正常运转。", staff="１３５人", rate="≤100%"
)


def across(folder: Path, files: dict[str, str], *, jobs: int = 1, cached: bool = False) -> list[Finding]:
    """Return the findings of the rules across tables on files given by name, in the order given."""
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8", newline="")
    plan = Plan(
        paths=tuple(folder / name for name in files), options=Options(select=("XTB",)), no_config=True, jobs=jobs,
        cached=cached,
    )  # fmt: skip
    return list(run(plan).findings)


def short(findings: list[Finding]) -> set[tuple[str, str, str]]:
    """Return file, code and marked text of each finding."""
    return {(Path(finding.place.path).name, finding.code, finding.value) for finding in findings}


LULONG = {
    ("03.yaml", "XTB001", "153人"), ("04.yaml", "XTB001", "135人"), ("05.yaml", "XTB001", "１３５人"),
    ("03.yaml", "XTB002", "≤100%"), ("04.yaml", "XTB002", "100%"), ("05.yaml", "XTB002", "≤100%"),
    ("04.yaml", "XTB005", "1.做好经费保障工作，保障正常运转。"),
    ("05.yaml", "XTB005", "1.做好经费保障工作，保障正常运转。"),
    ("04.yaml", "XTB014", "市场监管综合业务经费"), ("05.yaml", "XTB014", "市场监管综合业务经费f"),
}  # fmt: skip


def test_lulong_whatever_the_order_of_the_files(tmp_path: Path) -> None:
    files = {"03.yaml": THIRD, "04.yaml": FOURTH, "05.yaml": FIFTH}
    seen = []
    for order in permutations(files):
        found = across(tmp_path, {name: files[name] for name in order})
        assert short(found) == LULONG
        seen.append(sorted(map(repr, found)))
    assert all(entry == seen[0] for entry in seen)


def test_several_processes_say_the_same(tmp_path: Path) -> None:
    files = {f"{number:03}.yaml": FOURTH.replace("P4", f"P{number}") for number in range(1, 100)}
    files["050.yaml"] = THIRD
    assert across(tmp_path, files, jobs=2) == across(tmp_path, files)


def test_two_files_point_at_each_other(tmp_path: Path) -> None:
    found = [finding for finding in across(tmp_path, {"a.yaml": THIRD, "b.yaml": FOURTH}) if finding.code == "XTB001"]
    first, second = found
    assert (first.related[0].place, second.related[0].place) == (second.place, first.place)
    assert "市场监管综合业务经费" in first.message
    assert "135人" in first.message


@pytest.mark.parametrize("change", [("2023", "2022"), ("卢龙县", "昌黎县")])
def test_other_year_or_agency_is_not_compared(tmp_path: Path, change: tuple[str, str]) -> None:
    assert across(tmp_path, {"a.yaml": THIRD, "b.yaml": FOURTH.replace(*change)}) == []


def test_agency_spelled_with_and_without_code(tmp_path: Path) -> None:
    plain = FOURTH.replace("414001卢龙县市场监督管理局本级", "{code: 414001, name: 卢龙县市场监督管理局}")
    assert {code for _, code, _ in short(across(tmp_path, {"a.yaml": THIRD, "b.yaml": plain}))} == {"XTB001", "XTB002"}


def test_same_code_with_line_ends_and_mark(tmp_path: Path) -> None:
    found = across(tmp_path, {"a.yaml": THIRD, "b.yaml": "\ufeff" + FOURTH.replace("P4", "P3").replace("\n", "\r\n")})
    assert {entry for entry in short(found) if entry[1] == "XTB003"} == {("b.yaml", "XTB003", "P3")}


def test_suppressed_in_one_file(tmp_path: Path) -> None:
    quiet = THIRD.replace("指标值: 153人}", "指标值: 153人} # perflint: ignore[XTB001] 含聘用人员")
    assert ("a.yaml", "XTB001", "153人") not in short(across(tmp_path, {"a.yaml": quiet, "b.yaml": FOURTH}))


@pytest.mark.parametrize(
    ("years", "odd"),
    [
        ((2022, 2022, 2021), [2021]),
        ((2022, 2021), []),
        ((2022, 2022, 2021, 2021), []),
        ((2022, 2021, 2020), []),
        ((2022,) * 5 + (2021, 2023), [2021, 2023]),
        ((2022, 2022, 2021, 2020), []),
    ],
)
def test_odd_years(tmp_path: Path, years: tuple[int, ...], odd: list[int]) -> None:
    files = {
        f"{index}.yaml": f"表类型: 项目\n年度: {year}\n预算单位: 某局\n项目: {{项目名称: 项目{index}}}\n"
        for index, year in enumerate(years)
    }
    assert [int(finding.value) for finding in across(tmp_path, files) if finding.code == "XTB017"] == odd


@pytest.mark.parametrize(
    ("first", "second", "floor", "alike"),
    [
        ("保障正常运转", "保障正常运转", 0.95, 1.0),
        ("保障正常运转", "保障办公正常运转", 0.8, 12 / 14),
        ("保障正常运转", "保障办公正常运转", 0.95, 0.0),
        ("", "", 0.95, 0.0),
        ("甲" * 100_000, "甲" * 99_999, 0.95, 1.0),
        ("ab" * 5_000, "ba" * 5_000, 0.95, 998 / 1000),
    ],
)
def test_likeness(first: str, second: str, floor: float, alike: float) -> None:
    assert likeness(first, second, floor) == pytest.approx(alike)
    assert likeness(second, first, floor) == pytest.approx(alike)


@pytest.mark.parametrize(
    ("first", "second", "apart"),
    [
        ("改厕补助(石门镇)", "改厕补助(城关镇)", True),
        ("经开区分局办案经费", "恩阳区分局办案经费", True),
        ("改厕补助(长乐镇)", "改厕补助(安乐镇)", True),
        ("东王镇道路硬化", "西王镇道路硬化", True),
        ("流通市场监管经费", "生产市场监管经费", False),
        ("食品抽检经费", "药品抽检经费", False),
        ("食品抽检经费", "食品抽检经费f", False),
        ("", "", False),
    ],
)
def test_districts(first: str, second: str, apart: bool) -> None:  # noqa: FBT001  # a column of the table
    words = ("镇", "区", "分局", "市"), ("市场",)
    assert districts_apart(first, second, *words) is apart


DEPARTMENT = """\
表类型: 部门
年度: 2023
预算单位: 卢龙县市场监督管理局
年度主要任务: [{任务名称: 监管, 合计: 30}]
绩效指标:
  - {一级指标: 产出指标, 二级指标: 数量指标, 三级指标: 抽检批次, 指标值: 20批次}
"""
PROJECT = """\
表类型: 项目
年度: 2023
预算单位: 卢龙县市场监督管理局
项目: {项目编码: X, 项目名称: NAME, 对应任务: 监管}
预算: {预算数: 20}
资金支出计划: {6月底: 50%, 12月底: 100%}
绩效目标: GOAL
绩效指标:
  - {一级指标: 产出指标, 二级指标: 数量指标, 三级指标: 抽检批次, 指标值: COUNT批次, 指标值确定依据: 冀财行BASIS104号}
  - {一级指标: 产出指标, 二级指标: 质量指标, 三级指标: 抽检合格率, 指标值: ≥95%}
  - {一级指标: 产出指标, 二级指标: 时效指标, 三级指标: 完成时限, 指标值: 12月底前}
  - {一级指标: 满意度指标, 二级指标: 服务对象满意度指标, 三级指标: 群众满意度, 指标值: ≥95%}
"""


def mixed() -> dict[str, str]:
    """Return a department and 99 projects in which every rule across tables has something to say."""
    files = {"000.yaml": DEPARTMENT}
    for number in range(1, 100):
        parts = {
            "X": f"P{number % 90}", "NAME": f"食品抽检经费{number % 9 + 1}", "GOAL": f"完成{'甲乙丙丁'[number % 4]}类食品抽检任务",
            "COUNT": str(number), "BASIS": ("〔2022〕", "【2022】")[number % 2],
        }  # fmt: skip
        text = PROJECT
        for word, written in parts.items():
            text = text.replace(word, written)
        files[f"{number:03}.yaml"] = text.replace("对应任务: 监管", "对应任务: 其他") if number == 50 else text
    return files


def test_serial_parallel_cached_are_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PERFLINT_CACHE_DIR", str(tmp_path / "cache"))
    files = mixed()
    serial = across(tmp_path, files)
    codes = {finding.code for finding in serial}
    assert {"XTB003", "XTB004", "XTB005", "XTB007", "XTB008", "XTB009", "XTB014"} <= codes
    assert across(tmp_path, files, jobs=2) == serial
    assert across(tmp_path, files, jobs=2, cached=True) == serial
    assert across(tmp_path, files, cached=True) == serial


def test_one_table_says_nothing_of_itself(tmp_path: Path) -> None:
    assert {finding.code for finding in across(tmp_path, {"a.yaml": mixed()["001.yaml"]})} == set()


def test_tables_without_heads_or_rows(tmp_path: Path) -> None:
    files = {
        "a.yaml": "表类型: 项目\n年度: 2023\n预算单位: 甲局\n",
        "b.yaml": "kind: project\nyear: 2023\nagency: 甲局\nindicators: []\n",
    }
    assert across(tmp_path, files) == []
