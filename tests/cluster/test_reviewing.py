"""`perflint report --from`: the review of one agency out of a batch's result is the one out of its tables."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from benchmarks.corpus import make_tables
from perflint.cli.main import command_line
from perflint.cluster import steps
from perflint.cluster.order import Batch
from perflint.cluster.parts import parts_of
from perflint.cluster.reviewing import ResultError, language_of, report_on
from perflint.cluster.rows import SCHEMAS
from perflint.report.review.model import Review
from perflint.report.review.totals import of_agency
from perflint.workspace.checking import Options
from perflint.workspace.configuration.config import Config
from perflint.workspace.runs.discovering import Plan
from perflint.workspace.runs.reviewing import review_of
from perflint.workspace.runs.run import run

ROOT = Path(__file__).parents[2]
OPTIONS = Options("zh", gather=True, summarize=True)
OFFICE = "卢龙县市场监督管理局"


def review(report: object) -> Review:
    return review_of(report, OPTIONS, Config(), "2025-11-30", "")  # type: ignore[arg-type]  # run's own


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with tables of several agencies, one of them over two years, and two agencies in one file."""
    folder = tmp_path_factory.mktemp("tables")
    made = [*make_tables(12, 3)]
    for number, text in enumerate(made[:10]):
        (folder / f"{number}.yaml").write_text(text, encoding="utf-8")
    (folder / "two.yaml").write_text("---\n".join(made[10:]), encoding="utf-8")
    for path in sorted((ROOT / "examples" / "lulong-2023").glob("*.yaml"))[:3]:
        text = path.read_text(encoding="utf-8")
        for year in ("2023", "2024"):
            place = folder / year / path.name
            place.parent.mkdir(exist_ok=True)
            place.write_text(text.replace("年度: 2023", f"年度: {year}"), encoding="utf-8")
    (folder / "broken.yaml").write_text("年度: [2024\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def whole(tables: Path) -> Review:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tables)
        return review(run(Plan((Path(),), OPTIONS, no_config=True, cached=False)))


@pytest.fixture(scope="module", params=["parquet", "jsonl"])
def result(request: pytest.FixtureRequest, tables: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("result")
    for name in SCHEMAS:
        (folder / name).mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tables)
        batch = Batch(folder, 3, Config(), OPTIONS, request.param, "", "")
        parts = parts_of(".", Config(), 4, [], "zh")
        steps.take_steps(batch, parts, lambda _, work, tasks: [work(*task) for task in tasks])
    (folder / "summary.json").write_text('{"schema": "perflint-batch/1", "lang": "zh"}', encoding="utf-8")
    return folder


def report(*words: str) -> str:
    done = CliRunner().invoke(command_line(["report"]), ["report", *words])
    return f"{done.exit_code} {done.output}"


def test_each_agency_has_the_review_that_its_tables_have(whole: Review, result: Path) -> None:
    assert len(whole.agencies) > 2
    assert any(sheet.years for sheet in whole.sheets)
    for total in whole.agencies:
        if whole.of(total.agency)[0].table.agency:
            assert review(report_on(result, total.agency)) == of_agency(whole, total)


@pytest.mark.parametrize("name", [OFFICE, f"{OFFICE}本级", f"414001 {OFFICE}本级"])
def test_code_and_level_may_be_left_out(result: Path, name: str) -> None:
    assert len(report_on(result, name).table_summaries) == 6


@pytest.mark.parametrize("kind", ["html", "docx", "xlsx", "md", "json"])
def test_the_command_writes_every_kind(whole: Review, result: Path, tmp_path: Path, kind: str) -> None:
    said = report("--from", str(result), "--agency", OFFICE, "-o", f"{tmp_path}/review.{kind}", "--no-config")
    (total,) = (total for total in whole.agencies if total.agency.startswith(OFFICE))
    assert said.startswith("0 ")
    assert (
        f"6 张表（退回 {total.returned}、修改后通过 {total.amended}、通过 {total.passed}），{total.count.all} 条问题"
        in said
    )
    if kind == "json":
        written = json.loads((tmp_path / "review.json").read_text(encoding="utf-8"))
        assert [table["path"] for table in written["tables"]] == [sheet.path for sheet in whole.of(total.agency)]
    assert (tmp_path / f"review.{kind}").stat().st_size > 1000


def test_an_unknown_agency_is_answered_with_the_nearest(result: Path) -> None:
    for name in ("市场监督", "卢龙县市场监督局", "卢龙县市场监管局"):
        with pytest.raises(ResultError, match=f"the nearest: .*{OFFICE}"):
            report_on(result, name)
    with pytest.raises(ResultError, match="name one with --agency; it has: ") as told:
        report_on(result, "")
    assert "请用 --agency 写明单位；其中有：" in str(told.value)


def test_what_is_no_result_is_told(tables: Path, result: Path, tmp_path: Path) -> None:
    (tmp_path / "summary.json").write_text("{", encoding="utf-8")
    for folder in (tables, tmp_path, tmp_path / "none"):
        with pytest.raises(ResultError, match="not the result of `perflint batch`"):
            language_of(folder)
    for name in ("reviews/part-000000.parquet", "reviews/part-000000.jsonl"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"{")
        with pytest.raises(ResultError, match="cannot be read"):
            report_on(tmp_path, OFFICE)
        (tmp_path / name).unlink()
    assert language_of(result) == "zh"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--agency", "X"], "--agency goes with --from"),
        (["some.yaml", "--from", "RESULT", "--select", "DIR", "--year", "2024"], "not with PATHS, --select, --year"),
        (["--from", "RESULT", "--agency", OFFICE, "--lang", "en"], "written with --lang zh"),
        (["--from", ".", "--agency", OFFICE], "not the result of `perflint batch`"),
    ],
)
def test_what_cannot_be_is_told(
    result: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    told = report(*(str(result) if word == "RESULT" else word for word in words), "-o", "review.md")
    assert told.startswith("2 ")
    assert said in told
    assert not Path("review.md").exists()
