"""Which tables are one project, and whose rows are one indicator; what is left apart."""

from pathlib import Path

import pytest

from perflint.across.years.naming import bare_name, code_without_year, full_name, row_name
from perflint.workspace.checking import Options
from perflint.workspace.runs.discovering import Plan
from perflint.workspace.runs.run import run
from tests.across.years.series import FAULTS, evaluated, table, text, with_change
from tests.across.years.test_years import OVER_YEARS, findings
from tests.pages import run as command


@pytest.mark.parametrize(
    ("name", "full", "bare"),
    [
        ("2024年农村饮水管护（续）", "农村饮水管护", "农村饮水管护"),
        ("2021-2023年度饮水工程二期", "饮水工程二期", "饮水工程"),
        ("饮水工程（第二批）", "饮水工程(第二批)", "饮水工程"),
        ("市场监管综合业务经费f", "市场监管综合业务经费f", "市场监管综合业务经费"),
        ("12315热线", "12315热线", "12315热线"),
    ],
)
def test_names_without_year_phase_and_numbering(name: str, full: str, bare: str) -> None:
    assert (full_name(name), bare_name(name)) == (full, bare)


@pytest.mark.parametrize(
    ("code", "year", "plain"),
    [
        ("13000024P004400200031", 2024, "130000··P004400200031"),
        ("13000023P004400200031", 2024, "13000023P004400200031"),
        ("510000Y24YB0001", 2024, "510000Y··YB0001"),
    ],
)
def test_the_year_in_a_code(code: str, year: int, plain: str) -> None:
    assert code_without_year(code, year) == plain


def test_an_indicator_keeps_its_name_through_the_years() -> None:
    assert row_name("2024年度巡检水厂数量") == row_name("本年巡检水厂数量") == row_name("巡检水厂数量")


def test_a_project_under_another_name_is_known_by_its_indicators(tmp_path: Path) -> None:
    series = with_change(FAULTS["a rate lowered below last year"][1])
    series[2024]["project"] = {"code": "99", "name": "2024年农村饮水设施管护"}
    assert [one.code for one in findings(tmp_path, text(series))] == ["HIS050"]


def test_another_project_is_not(tmp_path: Path) -> None:
    series = with_change(FAULTS["a rate lowered below last year"][1])
    series[2024]["project"] = {"code": "99", "name": "2024年城市污水处理"}
    assert findings(tmp_path, text(series)) == []


def test_of_copies_the_nearest_counts(tmp_path: Path) -> None:
    for folder, name in (("甲", "nothing"), ("乙", "a rate lowered below last year")):
        series = with_change(FAULTS[name][1] if name in FAULTS else lambda _: None)
        for year, one in series.items():
            (tmp_path / folder / str(year)).mkdir(parents=True)
            (tmp_path / folder / str(year) / "表.yaml").write_text(text({year: one}), encoding="utf-8")
    plan = Plan((tmp_path,), Options(select=OVER_YEARS), no_config=True, cached=False)
    found = [(one.code, Path(one.place.path).parts[-3:-1]) for one in run(plan).findings]
    assert found == [("HIS050", ("乙", "2024"))]


def test_a_history_of_word_files_counts(tmp_path: Path) -> None:
    (tmp_path / "往年").mkdir()
    (tmp_path / "上年.yaml").write_text(text({2023: table(2023, 2)}), encoding="utf-8")
    assert command("perflint export 上年.yaml -o 往年/上年.docx", tmp_path, afresh=True).endswith("[exit 0]\n")
    (tmp_path / "今年.yaml").write_text(
        text({2024: with_change(FAULTS["a rate lowered below last year"][1])[2024]}), encoding="utf-8"
    )
    plan = Plan(
        (tmp_path / "今年.yaml",),
        Options(select=OVER_YEARS),
        no_config=True,
        cached=False,
        history=(tmp_path / "往年",),
    )
    report = run(plan)
    assert [one.code for one in report.findings] == ["HIS050"]
    assert report.summary.tables == 1
    assert report.omitted.past == 1


def test_the_same_file_as_history_is_judged_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "表.yaml").write_text(text({2024: evaluated(2024, 3)}), encoding="utf-8")
    plan = Plan((tmp_path,), Options(), no_config=True, cached=False, history=(tmp_path,))
    assert (run(plan).summary.tables, run(plan).omitted.past) == (1, 0)


def test_comments_in_tables_of_other_years_are_not_called_unused(tmp_path: Path) -> None:
    old, new = text({2023: table(2023, 2)}), text({2024: table(2024, 3)})
    file = tmp_path / "表.yaml"
    file.write_text(f"# perflint: ignore[DIR001] 上年已核对\n{old}---\n{new}", encoding="utf-8")
    both = run(Plan((file,), Options(), no_config=True, cached=False))
    one = run(Plan((file,), Options(year=2024), no_config=True, cached=False))
    assert "SUP004" in {finding.code for finding in both.findings}
    assert "SUP004" not in {finding.code for finding in one.findings}
    assert {finding.table.year for finding in one.findings} <= {2024}
