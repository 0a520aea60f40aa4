"""The GitHub action: its own check script, taken out of action.yml and run as the runner would run it."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from perflint.source import Data, read_source, to_data

ROOT = Path(__file__).parents[2]
TABLE = "indicators:\n  - {level2: 质量指标, name: 运转保障率, value: ≤100%}\n"
pytestmark = pytest.mark.skipif(shutil.which("bash") is None or sys.platform == "win32", reason="needs bash")


def steps() -> list[dict[str, Data]]:
    """Return the steps of the action."""
    data = to_data(read_source((ROOT / "action.yml").read_bytes(), "action.yml").roots[0])
    assert isinstance(data, dict)
    runs = data["runs"]
    assert isinstance(runs, dict)
    found = runs["steps"]
    assert isinstance(found, list)
    return [step for step in found if isinstance(step, dict)]


def check(folder: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Run the action's check step in a folder; inputs by the name of their variable without PERFLINT_."""
    (script,) = [str(step["run"]) for step in steps() if step.get("name") == "Check"]
    given = {
        "PATHS": ".",
        "FAIL_ON": "error",
        "PROFILE": "",
        "BASELINE": "",
        "SARIF": "",
        "SINCE": "",
        "MAX_FINDINGS": "200",
    } | inputs
    environment = {
        **os.environ, **{f"PERFLINT_{name}": text for name, text in given.items()},
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", "PYTHONIOENCODING": "utf-8",
    }  # fmt: skip
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)  # noqa: S603  # our own script


def test_a_finding_is_annotated_and_fails_the_job(tmp_path: Path) -> None:
    (tmp_path / "卢龙 表.yaml").write_text(TABLE, encoding="utf-8")
    done = check(tmp_path)
    assert done.returncode == 1, done.stderr
    assert re.search(r"^::error .*file=.*title=.*DIR001", done.stdout, re.MULTILINE)


def test_several_paths_a_profile_and_a_report_for_code_scanning(tmp_path: Path) -> None:
    for name in ("一", "二"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "table.yaml").write_text(TABLE, encoding="utf-8")
    done = check(tmp_path, PATHS="一\n二\n", FAIL_ON="never", PROFILE="hebei", SARIF="out.sarif")
    assert done.returncode == 0, done.stderr
    assert '"version": "2.1.0"' in (tmp_path / "out.sarif").read_text(encoding="utf-8").replace('":"', '": "')


def test_inputs_are_words_not_commands(tmp_path: Path) -> None:
    (tmp_path / "table.yaml").write_text(TABLE, encoding="utf-8")
    done = check(tmp_path, PATHS="table.yaml; touch broken\n$(touch broken)\n", FAIL_ON="never")
    assert done.returncode == 2
    assert not (tmp_path / "broken").exists()


def test_actions_are_pinned_to_commits() -> None:
    used = [str(step["uses"]) for step in steps() if "uses" in step]
    assert used
    assert all(re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", name) for name in used)
