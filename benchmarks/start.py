"""What the check of one table costs before anything is judged: CPU beside yamllint's, modules loaded, files opened.

`python -m benchmarks.start` measures this installation; `--perflint …/bin/perflint` another one, such as a wheel's.
"""

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple

from benchmarks.corpus import write_corpus
from benchmarks.timing import time_command

_TELL = """
import sys
opened = []
sys.addaudithook(lambda event, given: opened.append(str(given[0])) if event == "open" else None)
from perflint.cli.main import main
try: main()
finally: print("loaded", *sys.modules, *map("opened {}".format, opened), sep="\\n", file=sys.stderr)
"""
_PROGRAM = (".py", ".pyc", ".so", ".pyd")


class Start(NamedTuple):
    """What a check loaded: its modules, and the files that it opened which are no part of a program."""

    modules: tuple[str, ...]
    opened: tuple[str, ...]


class Way(NamedTuple):
    """One way to check a table: what it is called, the command, its environment, what is taken away before each run."""

    label: str
    command: tuple[str, ...]
    environment: Mapping[str, str]
    forgotten: Path | None = None


def start_of(table: Path, environment: Mapping[str, str]) -> Start:
    """Return what the check of a table loads and opens.

    Raises:
        RuntimeError: the check ended with an error.
    """
    command = [sys.executable, "-c", _TELL, "check", table.name, "--quiet", "--no-config"]
    done = subprocess.run(  # noqa: S603  # the project's own program
        command, cwd=table.parent, env=dict(environment), capture_output=True, check=False, text=True
    )
    if done.returncode not in {0, 1}:
        raise RuntimeError(done.stderr)
    lines = done.stderr.partition("loaded\n")[2].splitlines()
    opened = tuple(line.removeprefix("opened ") for line in lines if line.startswith("opened "))
    modules = tuple(line for line in lines if not line.startswith("opened "))
    return Start(modules, tuple(path for path in opened if not path.endswith(_PROGRAM)))


def ways(program: str, table: Path, cache: Path) -> list[Way]:
    """Return the ways to check a table: as hooks and persons do, and as yamllint does where it is installed."""
    kept, fresh = {"PERFLINT_CACHE_DIR": f"{cache}"}, {"PERFLINT_CACHE_DIR": f"{cache}-fresh"}
    check = (program, "check", f"{table}", "--fail-on", "never")
    found = [
        Way("perflint, cold", check, kept, cache / "inspections"),
        Way("perflint, cached", check, kept),
        Way("perflint, first run", check, fresh, Path(fresh["PERFLINT_CACHE_DIR"])),
        Way("perflint, --no-cache", (*check, "--no-cache"), kept),
    ]
    linter = shutil.which("yamllint")
    return [*found, Way("yamllint", (linter, "-d", "relaxed", f"{table}"), {})] if linter else found


def measure(every: Sequence[Way], runs: int) -> list[float]:
    """Return the median of the seconds of CPU of each way, the ways tried in turn, after one run of each that is not counted."""
    spent: list[list[float]] = [[] for _ in every]
    for _ in range(runs + 1):
        for way, seconds in zip(every, spent, strict=True):
            if way.forgotten:
                shutil.rmtree(way.forgotten, ignore_errors=True)
            seconds.append(time_command(way.command, way.environment).cpu)
    return [median(seconds[1:]) for seconds in spent]


def main() -> None:
    """Print the table, and what a check with all kept loads in this installation."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--perflint", default=shutil.which("perflint", path=str(Path(sys.executable).parent)) or "perflint"
    )
    parser.add_argument("--runs", type=int, default=20)
    asked = parser.parse_args()
    with TemporaryDirectory() as place:
        (table,) = write_corpus(Path(place) / "tables", 1, 1)
        every = ways(asked.perflint, table, Path(place) / "cache")
        seconds = measure(every, asked.runs)
        for way, cpu in zip(every, seconds, strict=True):
            beside = f"{cpu / seconds[-1]:6.2f} ×" if every[-1].label == "yamllint" else ""
            print(f"{way.label:22} {1000 * cpu:6.0f} ms {beside}")
        environment = {**os.environ, "PERFLINT_CACHE_DIR": f"{place}/counted"}
        start_of(table, environment)  # which keeps what a checkout compiles
        start = start_of(table, environment)
        own = sum(module.startswith("perflint") for module in start.modules)
        print(f"{len(start.modules)} modules, {own} of them perflint's; {len(start.opened)} files opened besides")


if __name__ == "__main__":
    main()
