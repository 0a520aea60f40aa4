"""The steps of a batch, taken here one by one: for any partitions the findings of a check, from any source."""

import json
import os
import zipfile
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from perflint.cluster import inspecting, steps
from perflint.cluster.inspecting import Judged
from perflint.cluster.order import Batch
from perflint.cluster.parts import SourceError, contents, parts_of
from perflint.cluster.rows import SCHEMAS
from perflint.judge import InputError
from perflint.report import render_json
from perflint.workspace.checking import Options
from perflint.workspace.configuration.config import Config
from perflint.workspace.runs.discovering import Plan
from perflint.workspace.runs.run import run

ROOT = Path(__file__).parents[2]
OPTIONS = Options("zh", gather=True)
BROKEN = "年度: [2024\n"


def spread_here(_: str, work: Any, tasks: Any) -> list[Any]:  # noqa: ANN401  # whatever the steps are
    return [work(*task) for task in reversed(tasks)]


def batched(
    source: str, folder: Path, size: int, *, shares: int = 3, form: str = "jsonl", run_mark: str = "r"
) -> dict[str, int]:
    parts = parts_of(source, Config(), size, [], "zh")
    for name in SCHEMAS:
        (folder / name).mkdir(parents=True, exist_ok=True)
    batch = Batch(folder, shares, Config(), OPTIONS, form, "state", run_mark)
    return dict(steps.take_steps(batch, parts, spread_here))


def rows(folder: Path, name: str) -> list[Any]:
    return [
        json.loads(line) for file in sorted((folder / name).iterdir()) for line in file.read_text("utf-8").splitlines()
    ]


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with tables of two agencies, one of them twice under other names, so that fingerprints repeat."""
    folder = tmp_path_factory.mktemp("tables")
    for number, path in enumerate(sorted((ROOT / "examples" / "lulong-2023").glob("*.yaml"))[:6]):
        text = path.read_text(encoding="utf-8")
        for copy in ("a", "b"):
            place = folder / copy / f"{number}.yaml"
            place.parent.mkdir(exist_ok=True)
            place.write_text(text, encoding="utf-8")
    (folder / "broken.yaml").write_text(BROKEN, encoding="utf-8")
    (folder / "unread.yaml").write_bytes(b"\x00\x01")
    return folder


@pytest.fixture
def report(tables: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    monkeypatch.chdir(tables)
    found = run(Plan((Path(),), OPTIONS, no_config=True, cached=False))
    whole: dict[str, Any] = json.loads("".join(render_json(found)))
    return whole


@pytest.mark.parametrize(("size", "shares"), [(1, 1), (4, 3), (100, 7)])
def test_findings_are_those_of_a_check(report: dict[str, Any], tmp_path: Path, size: int, shares: int) -> None:
    counts = batched(".", tmp_path, size, shares=shares)
    assert any("-1" in finding["fingerprint"] for finding in report["findings"])
    assert rows(tmp_path, "findings") == report["findings"]
    assert rows(tmp_path, "unchecked") == report["unchecked"]
    assert rows(tmp_path, "errors") == report["errors"]
    assert {name: counts.get(name, 0) for name in report["summary"] if name != "baselined"} == {
        name: count for name, count in report["summary"].items() if name != "baselined"
    }
    assert len(rows(tmp_path, "tables")) == report["summary"]["tables"]


def test_a_zip_and_a_parquet_file_hold_the_same(report: dict[str, Any], tables: Path, tmp_path: Path) -> None:
    files = sorted(tables.rglob("*.yaml"), key=lambda path: path.relative_to(tables).parts)
    names = [path.relative_to(tables).as_posix() for path in files]
    with zipfile.ZipFile(tmp_path / "tables.zip", "w") as archive:
        for name, path in zip(names, files, strict=True):
            archive.write(path, name)
    content = {"path": names, "content": [path.read_bytes() for path in files]}
    pq.write_table(pa.table(content), tmp_path / "tables.parquet", row_group_size=5)
    for name in ("tables.zip", "tables.parquet"):
        batched(str(tmp_path / name), tmp_path / f"{name}.out", 4)
        assert rows(tmp_path / f"{name}.out", "findings") == report["findings"]


def test_parquet_has_the_columns_of_the_report(report: dict[str, Any], tmp_path: Path) -> None:
    batched(".", tmp_path, 100, form="parquet")
    (found,) = (tmp_path / "findings").iterdir()
    assert pq.read_table(found).to_pylist() == report["findings"]


def test_what_was_inspected_is_not_inspected_again(
    tables: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tables)
    batched(".", tmp_path, 4)
    first = rows(tmp_path, "findings")

    def fails(*_: object) -> None:
        raise AssertionError("a table was judged again")

    monkeypatch.setattr(steps, "judge_contents", fails)
    batched(".", tmp_path, 4, run_mark="another")
    assert rows(tmp_path, "findings") == first


def _ends_the_process(files: list[tuple[str, bytes]], *given: Any) -> list[Judged]:  # noqa: ANN401  # as above
    if any(path.endswith("3.yaml") for path, _ in files):
        os._exit(1)
    return _inspected(files, *given)


_inspected = inspecting._inspected  # noqa: SLF001  # what a table that ends the process stands in for


def test_a_table_that_ends_the_process_is_an_error_alone(
    report: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inspecting, "_inspected", _ends_the_process)
    batched(".", tmp_path, 100)
    assert {row["path"] for row in rows(tmp_path, "errors")} == {"a/3.yaml", "b/3.yaml", "unread.yaml"}
    alone = {row["path"] for row in report["findings"]} - {"a/3.yaml", "b/3.yaml"}
    assert {row["path"] for row in rows(tmp_path, "findings")} == alone


def test_a_source_that_is_none_is_told(tmp_path: Path) -> None:
    (tmp_path / "x.parquet").write_bytes(b"no parquet")
    for source in (f"{tmp_path}/none", f"{tmp_path}/x.parquet", "nowhere://a/b"):
        with pytest.raises(SourceError, match=" / cannot be read"):
            parts_of(source, Config(), 10, [], "zh")


def test_parquet_with_other_columns_or_a_zip_that_is_none_is_told(tmp_path: Path) -> None:
    source = str(tmp_path / "tables.parquet")
    for columns in ({"p": ["a"], "content": ["x"]}, {"path": [1], "content": ["x"]}, {"path": ["a"], "content": [1.5]}):
        pq.write_table(pa.table(columns), source)
        with pytest.raises(SourceError, match=r"the columns path .* and content .* are expected"):
            parts_of(source, Config(), 5, [], "zh")
    (tmp_path / "empty.zip").touch()
    with pytest.raises(SourceError, match="不是完整的 zip 文件"):
        parts_of(str(tmp_path / "empty.zip"), Config(), 5, [], "zh")


def test_a_row_without_content_is_an_error_and_one_without_a_path_is_judged(tmp_path: Path) -> None:
    source = str(tmp_path / "tables.parquet")
    columns = {
        "path": pa.array(["a.yaml", None, "b.yaml"]).dictionary_encode(),
        "content": ["年度: 2024", "年度: 2025", None],
    }
    pq.write_table(pa.table(columns), source)
    (part,) = parts_of(source, Config(), 5, [], "zh")
    assert dict(contents(part, "zh")) == {
        "a.yaml": "年度: 2024".encode(), "0:2": "年度: 2025".encode(), "b.yaml": InputError("b.yaml", "content 是空的"),
    }  # fmt: skip
