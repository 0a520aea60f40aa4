"""What the check of one table loads: a hook runs it at every commit, so nothing is loaded that it does not use."""

import os
import subprocess
import sys
from pathlib import Path

import platformdirs
import pytest

from benchmarks.start import Start, start_of
from perflint.data.store import cache_folder

ROOT = Path(__file__).parent.parent.parent
TABLE = ROOT / "examples" / "lulong-2023" / "01.yaml"
MODULES = 380
"""Modules that a check may have loaded in the end, Python's own among them and those of facts, which grow with the rules, not."""
FILES = 25
"""Files that it may have opened besides: the table, what is kept, the streams."""
ENDING = (
    "import atexit, sys\nfrom perflint.cli.main import start\natexit.register(print, 'the end')\n"
    "try: start()\nexcept SystemExit: print('as ever')\nraise SystemExit(1)"
)


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment with a cache of its own."""
    return {"PERFLINT_CACHE_DIR": str(tmp_path_factory.mktemp("cache")), "LC_ALL": "C.UTF-8"}


@pytest.fixture(scope="module")
def started(environment: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Start:
    """What is there when a second check of one table is over."""
    table = tmp_path_factory.mktemp("tables") / "table.yaml"
    for text in (TABLE.read_bytes(), TABLE.read_bytes() + b"# again\n"):  # the first fills the store
        table.write_bytes(text)
        found = start_of(table, environment)
    return found


@pytest.mark.parametrize(
    "module",
    ["typer", "rich", "cel_expr_python", "multiprocessing", "concurrent", "subprocess", "logging", "socket", "pint", "openpyxl", "lxml",
     "inspect", "typing_extensions", "dataclasses", "json", "tomllib", "tempfile", "shutil", "statistics", "secrets", "platformdirs",
     "perflint.office", "perflint.fixing", "perflint.cli.watching", "perflint.cli.add_suppressions", "perflint.report.sarif",
     "perflint.report.review", "perflint.judge.rulefile", "perflint.adoption.baseline", "perflint.across.among",
     "perflint.source.diagnosis.verdict"],
)  # fmt: skip
def test_what_a_check_does_not_use_is_not_loaded(started: Start, module: str) -> None:
    assert module not in started.modules
    assert "perflint.report.terminal" in started.modules


def test_no_more_is_loaded_than_is_agreed(started: Start) -> None:
    assert "perflint.judge.engine" in started.modules
    steady = [name for name in started.modules if not name.startswith(("perflint.facts.", "perflint.across.facts."))]
    assert len(steady) <= MODULES


def test_no_more_is_opened_than_is_agreed(started: Start) -> None:
    assert any(path.endswith("table.yaml") for path in started.opened)
    assert len(started.opened) <= FILES, started.opened


@pytest.mark.usefixtures("started")  # with all kept, nothing is loaded that has to be ended in order
@pytest.mark.parametrize("profiled", [False, True])
def test_a_program_that_ends_at_once_has_written_all(
    environment: dict[str, str], tmp_path: Path, *, profiled: bool
) -> None:
    (tmp_path / "table.yaml").write_bytes(TABLE.read_bytes())
    script = f"import sys\nsys.setprofile(lambda *_: None)\n{ENDING}" if profiled else ENDING
    command = [sys.executable, "-c", script, "check", "table.yaml", "--format", "json", "--fail-on", "info"]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=False)  # noqa: S603  # the project's own
    assert done.returncode == 1
    assert done.stdout.endswith(b"}\n" + b"as ever\n" * profiled + b"the end\n")
    assert done.stderr == b""


@pytest.mark.parametrize("named", ["", "/var/cache/of-mine"])
def test_the_cache_is_where_the_platform_has_it(named: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PERFLINT_CACHE_DIR", raising=False)
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    if named:
        monkeypatch.setenv("XDG_CACHE_HOME", named)
    cache_folder.cache_clear()
    try:
        assert cache_folder() == platformdirs.user_cache_path("perflint", appauthor=False)
    finally:
        cache_folder.cache_clear()
    assert os.environ.get("XDG_CACHE_HOME", "") == named
