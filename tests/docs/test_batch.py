"""The page on batches: its queries run over what a batch writes, and are the same in both languages."""

import re
from pathlib import Path
from typing import Any

import duckdb
import pytest
from typer.testing import CliRunner

from perflint.cli.main import command_line
from perflint.cluster import steps
from perflint.cluster.order import Batch
from perflint.cluster.parts import parts_of
from perflint.cluster.rows import SCHEMAS
from perflint.workspace.checking import Options
from perflint.workspace.configuration.config import Config

ROOT = Path(__file__).parents[2]
QUERIES = re.compile(r"^```sql\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def queries(page: str) -> list[str]:
    return QUERIES.findall((ROOT / "docs" / "guides" / page).read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def result(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the result of a batch below it."""
    folder = tmp_path_factory.mktemp("batch")
    for name in SCHEMAS:
        (folder / "result" / name).mkdir(parents=True)
    parts = parts_of(str(ROOT / "examples" / "lulong-2023"), Config(), 5, [], "zh")
    batch = Batch(folder / "result", 2, Config(), Options("zh", gather=True, summarize=True), "parquet", "", "")
    steps.take_steps(batch, parts, lambda _, work, tasks: [work(*task) for task in tasks])
    return folder


def test_every_query_answers(result: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(result)
    answers: list[list[Any]] = [duckdb.execute(query).fetchall() for query in queries("batch.md")]
    common, sent_back, years, letter, unread = answers
    assert {row[1] for row in common} <= {"DIR001", "PLN001"}
    assert sum(row[3] for row in common) == 2
    assert sum(row[1] for row in sent_back) == sum(row[2] for row in years) == 13
    assert all(row[4] is None for row in years)
    assert letter
    assert unread == []


def test_the_review_of_one_agency_is_written(result: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(result)
    (result / "result" / "summary.json").write_text('{"schema": "perflint-batch/1", "lang": "zh"}', encoding="utf-8")
    for page in ("batch.md", "batch.zh-CN.md"):
        (command,) = re.findall(
            r"^perflint (report .*)$", (ROOT / "docs" / "guides" / page).read_text("utf-8"), re.MULTILINE
        )
        done = CliRunner().invoke(command_line(["report"]), command.split())
        assert done.exit_code == 0, done.output
        assert "13 张表（退回 2、修改后通过 11、通过 0）" in done.output


def test_both_languages_have_the_same_queries() -> None:
    assert queries("batch.md") == queries("batch.zh-CN.md")
