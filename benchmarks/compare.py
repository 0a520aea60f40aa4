"""perflint beside bare libyaml parsing and other checkers, on the same files, in one run.

`python -m benchmarks.compare --tables 1000 --runs 3` prints one table for the whole corpus and one for a single file;
`--kinds 20` takes tables of so many kinds, whose words come again and again.
"""

import argparse
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.corpus import write_corpus
from benchmarks.timing import Timing, best_of, time_command
from perflint.judge import load_pack

_SCHEMA = {
    "type": "object",
    "anyOf": [{"required": ["indicators"]}, {"required": ["绩效指标"]}],
    "properties": {
        "kind": {"enum": ["project", "department"]},
        "indicators": {"type": "array", "items": {"required": ["level1", "level2", "name", "value"]}},
        "绩效指标": {"type": "array", "items": {"required": ["一级指标", "二级指标", "三级指标", "指标值"]}},
    },
}
_RULESET = {
    "rules": {
        name: {"given": given, "severity": "warn", "then": {"function": "truthy"}}
        for name, given in {
            "name": "$..项目名称", "year": "$.年度", "agency": "$.预算单位", "total": "$.预算.预算数",
            "value": "$.绩效指标[*].指标值", "level": "$.绩效指标[*].一级指标", "basis": "$.绩效指标[*].指标值确定依据",
        }.items()
    }
}  # fmt: skip
_ALL_RULES, _ONE_RULE = "perflint, cold, one core", "perflint, cold, one core, one rule"
_FLOORS = Path(__file__).parent.parent / "tests" / "judged" / "floors.yaml"
# Ends in which a checker of others did its work: nothing found, or something found. perflint is told to end with 0.
_FOUND = (0, 1)


class Contestant(NamedTuple):
    """A program as it is run on a place.

    `ends` are the exit codes with which it has done its work; `warmed` says that it is run once before, to fill its
    cache; `cold`, that what it remembers of files is taken away before each run.
    """

    label: str
    command: tuple[str, ...]
    ends: tuple[int, ...] = (0,)
    warmed: bool = False
    cold: bool = False


class Result(NamedTuple):
    """What a contestant cost, and whether it did its work; if not, its figures mean nothing."""

    label: str
    timing: Timing
    sound: bool


def contestants(place: Path, files: Sequence[Path], schema: Path) -> Iterator[Contestant]:
    """Yield the programs to compare on a folder or a file; the first is the measure of the others."""
    perflint = (sys.executable, "-m", "perflint", "check", str(place), "--format", "concise", "--fail-on", "never")
    yield Contestant("libyaml composing only", (sys.executable, "-m", "benchmarks.parsing", str(place)))
    yield Contestant(_ALL_RULES, (*perflint, "--jobs", "1"), cold=True)
    if len(files) > 1:
        yield Contestant(f"perflint, cold, {os.cpu_count()} cores", perflint, cold=True)
        yield Contestant(_ONE_RULE, (*perflint, "--jobs", "1", "--select", "DIR001"), cold=True)
    else:
        yield Contestant("perflint, nothing kept", (*perflint, "--no-cache"))
    yield Contestant("perflint, cached", perflint, warmed=True)
    yamllint, checker, spectral = (_installed(name) for name in ("yamllint", "check-jsonschema", "spectral"))
    if yamllint:
        yield Contestant("yamllint", (yamllint, "-d", "relaxed", str(place)), _FOUND)
    if checker:
        yield Contestant("check-jsonschema", (checker, "--schemafile", str(schema), *map(str, files)), _FOUND)
    if spectral:
        pattern = str(place) if place.is_file() else f"{place}/**/*.yaml"
        yield Contestant(
            "spectral", (spectral, "lint", "--ruleset", str(schema.parent / "spectral.yaml"), pattern), _FOUND
        )


def _installed(program: str) -> str | None:
    """Return the path of a program of this environment or on the search path."""
    beside = Path(sys.executable).parent / program
    return str(beside) if beside.exists() else shutil.which(program)


def measure(found: Iterator[Contestant], cache: Path, runs: int) -> Iterator[Result]:
    """Yield the best of several runs of each contestant."""
    environment = {"PERFLINT_CACHE_DIR": str(cache), "PYTHONHASHSEED": "0"}
    for contestant in found:
        if contestant.warmed:
            time_command(contestant.command, environment)
        timings = []
        for _ in range(runs):
            if contestant.cold:
                shutil.rmtree(cache / "inspections", ignore_errors=True)
            timings.append(time_command(contestant.command, environment))
        sound = all(timing.status in contestant.ends for timing in timings)
        yield Result(contestant.label, best_of(timings), sound)


def show(title: str, results: Iterable[Result]) -> bool:
    """Print a table with ratios to the first result; return whether every program did its work."""
    print(f"\n{title}\n")
    print("| program | wall s | CPU s | CPU ratio | peak MiB |\n| --- | ---: | ---: | ---: | ---: |")
    base = 0.0
    failed = 0
    for label, timing, sound in results:
        base = base or timing.cpu
        failed += not sound
        remark = "" if sound else f" (ended with {timing.status}: figures mean nothing)"
        figures = f"{timing.wall:.2f} | {timing.cpu:.2f} | {timing.cpu / base:.1f} | {timing.memory:.0f}"
        print(f"| {label}{remark} | {figures} |", flush=True)
    return failed == 0


def _tell_costs(seconds: Mapping[str, float], tables: int) -> None:
    """Print what a table costs, and what all rules but one add to it."""
    every, one, rules = seconds[_ALL_RULES], seconds[_ONE_RULE], len(load_pack().rules)
    print(
        f"\nA table costs {every / tables * 1000:.2f} ms with all {rules} rules and {one / tables * 1000:.2f} ms with one, start included;"
    )
    print(f"a rule on a table {(every - one) / tables / (rules - 1) * 1e6:.1f} µs.")


def main() -> int:
    """Make the corpus, warm up, time everything; return 1 if a program could not do its work."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--tables", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument(
        "--kinds", type=int, default=0, help="kinds of tables; those of one kind differ in figures alone"
    )
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="perflint-bench-") as folder:
        return 0 if _compare(Path(folder), wanted) else 1


def _compare(folder: Path, wanted: argparse.Namespace) -> bool:
    tables, runs = wanted.tables, wanted.runs
    corpus, cache, schema = folder / "corpus", folder / "cache", folder / "schema.json"
    files = write_corpus(corpus, tables, wanted.seed, kinds=wanted.kinds)
    schema.write_text(json.dumps(_SCHEMA), encoding="utf-8")
    (folder / "spectral.yaml").write_text(json.dumps(_RULESET), encoding="utf-8")
    size = sum(path.stat().st_size for path in files) / len(files)
    print(f"Python {sys.version.split()[0]} on {sys.platform}, {os.cpu_count()} cores; best of {runs} runs by CPU")
    # Rules are compiled once per installation: one run beforehand, so that "cold" means cold for these files.
    list(measure(contestants(files[0], files[:1], schema), cache, 1))
    results = list(measure(contestants(corpus, files, schema), cache, runs))
    sound = show(f"{tables} tables of {size:.0f} bytes{f', of {wanted.kinds} kinds' if wanted.kinds else ''}", results)
    _tell_costs({result.label: result.timing.cpu for result in results}, tables)
    print(
        f"\nHow right it is, in percent of tables judged by hand (tests/judged/floors.yaml):\n\n{_FLOORS.read_text(encoding='utf-8')}"
    )
    return show("One table", measure(contestants(files[0], files[:1], schema), cache, runs)) and sound


if __name__ == "__main__":
    sys.exit(main())
