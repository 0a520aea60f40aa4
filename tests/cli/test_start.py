"""What the check of one table loads: a hook runs it at every commit, so nothing is loaded that it does not use."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
TABLE = ROOT / "examples" / "lulong-2023" / "01.yaml"
TELL = "import sys\nfrom perflint.cli.main import main\ntry: main()\nfinally: print(*sys.modules, file=sys.stderr)"
MODULES = 470
"""Modules that a check may have loaded in the end, Python's own among them and those of facts, which grow with the rules, not."""


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The modules that are there when a second check of one table is over."""
    environment = {"PERFLINT_CACHE_DIR": str(tmp_path_factory.mktemp("cache")), "LC_ALL": "C.UTF-8"}
    place = tmp_path_factory.mktemp("tables")
    command = [sys.executable, "-c", TELL, "check", "table.yaml", "--quiet", "--no-config"]
    for text in (TABLE.read_bytes(), TABLE.read_bytes() + b"# again\n"):  # the first fills the store
        (place / "table.yaml").write_bytes(text)
        done = subprocess.run(command, cwd=place, env=environment, capture_output=True, check=False, text=True)  # noqa: S603  # the project's own
    assert done.returncode in {0, 1}
    return done.stderr.split()


@pytest.mark.parametrize(
    "module",
    ["typer", "rich", "cel_expr_python", "multiprocessing", "concurrent", "subprocess", "logging", "socket", "pint", "openpyxl", "lxml",
     "perflint.office", "perflint.fixing", "perflint.cli.watching", "perflint.cli.add_suppressions", "perflint.report.sarif"],
)  # fmt: skip
def test_what_a_check_does_not_use_is_not_loaded(loaded: list[str], module: str) -> None:
    assert module not in loaded
    assert "perflint.report.terminal" in loaded


def test_no_more_is_loaded_than_is_agreed(loaded: list[str]) -> None:
    assert "perflint.judge.engine" in loaded
    assert (
        len([module for module in loaded if not module.startswith(("perflint.facts.", "perflint.across."))]) <= MODULES
    )
