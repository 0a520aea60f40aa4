"""The page on Spark: its script finds what a check finds; where PySpark or Java is missing, its functions are driven by hand."""

import json
import os
import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import perflint
from perflint.cluster import frames
from perflint.report import render_json

ROOT = Path(__file__).parents[2]
GUIDES = ROOT / "docs" / "guides"
SCRIPT = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.fixture
def tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    """Return files of a folder, which is the current one: tables twice, tables over years, and two that cannot be read."""
    for place in ("a", "b"):
        shutil.copytree(ROOT / "examples" / "lulong-2023", tmp_path / place)
    shutil.copytree(ROOT / "examples" / "years", tmp_path / "years")
    (tmp_path / "broken.yaml").write_text("年度: [2024\n", encoding="utf-8")
    (tmp_path / "unread.yaml").write_bytes(b"\x00\x01")
    for configuration in tmp_path.rglob("perflint.y*ml"):
        configuration.unlink()
    monkeypatch.chdir(tmp_path)
    found = sorted(Path().rglob("*.yaml"), key=lambda path: path.parts)
    return {path.as_posix(): path.read_bytes() for path in found}


@pytest.fixture
def report(tables: dict[str, bytes]) -> dict[str, Any]:
    assert len(tables) > 30
    told: dict[str, Any] = json.loads("".join(render_json(perflint.check(".", no_config=True))))
    return told


def by_place(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(
        rows, key=lambda row: (row["path"].split("/"), row["line"], row["column"], row["code"], row["fingerprint"])
    )


def test_the_script_is_the_same_in_both_languages() -> None:
    english, chinese = (SCRIPT.findall((GUIDES / page).read_text("utf-8")) for page in ("spark.md", "spark.zh-CN.md"))
    assert len(english) == 1
    assert english == chinese


def test_the_functions_find_what_a_check_finds(tables: dict[str, bytes], report: dict[str, Any]) -> None:
    checker = perflint.Checker()
    names = list(tables)
    cut = (pd.DataFrame({"path": some, "content": [tables[name] for name in some]}) for some in (names[7:], names[:7]))
    notes = pd.concat(frames.inspecting(checker)(cut))
    names_told = notes[notes["kind"].isin(["project", "target"])].groupby("kind")
    surveyed = [row for _, some in names_told for row in frames.survey(some).to_dict("records")]
    compare, finish = frames.comparing(checker, surveyed), frames.finishing(checker)
    across = pd.concat(compare(some) for _, some in notes[notes["kind"] == "table"].groupby("key"))
    of_files = pd.concat([notes[notes["kind"] == "file"], across[across["kind"] == "across"]]).groupby("path")
    found = pd.concat(finish(some) for _, some in of_files)
    seen: dict[str, int] = {}
    told = []
    for row in sorted(found.to_dict("records"), key=lambda row: (row["path"].split("/"), row["place"])):
        before = seen[row["fingerprint"]] = seen.get(row["fingerprint"], -1) + 1
        if row.pop("shown"):
            fingerprint = f"{row['fingerprint']}-{before}" if before else row["fingerprint"]
            told.append({name: value for name, value in row.items() if name != "place"} | {"fingerprint": fingerprint})
    assert by_place(told) == by_place(report["findings"])
    assert any("-1" in row["fingerprint"] for row in told)
    errors = pd.concat(frames.unread([notes[notes["kind"] == "file"]]))
    assert errors.to_dict("records") == report["errors"]


@pytest.mark.skipif(not (find_spec("pyspark") and shutil.which("java")), reason="PySpark or Java is not installed")
def test_the_script_finds_what_a_check_finds(tables: dict[str, bytes], report: dict[str, Any], tmp_path: Path) -> None:
    (script,) = SCRIPT.findall((GUIDES / "spark.md").read_text("utf-8"))
    (tmp_path / "script.py").write_text(script, encoding="utf-8")
    pq.write_table(pa.table({"path": [*tables], "content": [*tables.values()]}), tmp_path / "tables.parquet")
    environment = {**os.environ, "PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"}
    done = subprocess.run(  # the page's own script
        [sys.executable, "script.py", "tables.parquet", "result"], env=environment, capture_output=True, text=True, check=False
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    assert by_place(pq.read_table(tmp_path / "result" / "findings").to_pylist()) == by_place(report["findings"])
    assert pq.read_table(tmp_path / "result" / "errors").to_pylist() == report["errors"]
