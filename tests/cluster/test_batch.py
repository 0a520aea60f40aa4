"""`perflint batch` with its own cluster: a worker that is killed costs time, no finding and none twice."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import perflint
from perflint.report import render_json
from perflint.workspace.checking import Options
from perflint.workspace.configuration.config import Config

ROOT = Path(__file__).parents[2]
KILLING = """
import os, signal, sys
from pathlib import Path
import psutil
from perflint.cluster.running import Order, run_batch
from perflint.workspace.checking import Options
from perflint.workspace.configuration.config import Config

killed = []

def tell(step, done, total):
    if step == "inspect" and done == 1 and not killed:
        workers = [one for one in psutil.Process().children() if "spawn_main" in " ".join(one.cmdline())]
        killed.append(workers[0].pid)
        os.kill(workers[0].pid, signal.SIGKILL)

if __name__ == "__main__":
    order = Order("examples/lulong-2023", Path(sys.argv[1]), Config(), Options("zh", gather=True), 2, 2, "", "jsonl")
    run_batch(order, tell)
    print("killed", len(killed))
"""


def rows(folder: Path, name: str) -> list[Any]:
    return [
        json.loads(line) for file in sorted((folder / name).iterdir()) for line in file.read_text("utf-8").splitlines()
    ]


@pytest.fixture(scope="module")
def findings() -> list[Any]:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        report = perflint.check("examples/lulong-2023", no_config=True)
    found: list[Any] = json.loads("".join(render_json(report)))["findings"]
    return found


def test_a_killed_worker_loses_and_doubles_nothing(findings: list[Any], tmp_path: Path) -> None:
    script = tmp_path / "killing.py"
    script.write_text(KILLING, encoding="utf-8")
    done = subprocess.run(  # noqa: S603  # written above
        [sys.executable, str(script), str(tmp_path / "out")], cwd=ROOT, capture_output=True, check=False, text=True
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (0, "killed 1\n"), done.stderr
    assert rows(tmp_path / "out", "findings") == findings


def test_the_command_says_what_it_did_and_goes_on_where_it_was(findings: list[Any], tmp_path: Path) -> None:
    command = [sys.executable, "-m", "perflint", "batch", "examples/lulong-2023", "-o", str(tmp_path / "out"), "--no-config",
               "--workers", "1", "--partition", "5", "--format", "jsonl", "--lang", "en"]  # fmt: skip
    said = []
    for _ in range(2):
        done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, text=True)  # noqa: S603  # our own
        assert done.returncode == 1, done.stderr
        said.append(done.stdout.removeprefix(f"{tmp_path / 'out'}: "))
    assert [text.split("; ")[-1] for text in said] == [
        f"{count} files had been inspected before\n" for count in (0, 13)
    ]
    assert "perflint: inspected 3/3\n" in done.stderr
    translated = [{**row, "message": "", "legal_basis": "", "fix": None} for row in rows(tmp_path / "out", "findings")]
    assert [row["fingerprint"] for row in translated] == [row["fingerprint"] for row in findings]
    summary = json.loads((tmp_path / "out" / "summary.json").read_text("utf-8"))
    assert (summary["schema"], summary["summary"]["tables"], summary["partitions"]) == ("perflint-batch/1", 13, 3)


def test_only_files_of_an_earlier_run_are_taken_away(tmp_path: Path) -> None:
    from perflint.cluster.running import Order, run_batch  # noqa: PLC0415  # after importorskip

    kept, gone = tmp_path / "out" / "tables" / "part-1.yaml", tmp_path / "out" / "findings" / "part-000009.parquet"
    for file in (kept, gone):
        file.parent.mkdir(parents=True)
        file.touch()
    (tmp_path / "empty").mkdir()
    order = Order(str(tmp_path / "empty"), tmp_path / "out", Config(), Options("zh", gather=True), 2, 1, "", "jsonl")
    assert run_batch(order, lambda *_: None).summary["tables"] == 0
    assert (kept.exists(), gone.exists()) == (True, False)
