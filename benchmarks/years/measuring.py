"""What perflint says of a repository over years, against its truth: recall by kind, false alarms, and what it costs.

`python -m benchmarks.years.measuring FOLDER` makes the repository, checks it and prints the figures;
`--perflint PROGRAM` measures another installation, `--details FILE` writes each miss and each false alarm,
`--speed RUNS` times the check with the rules over years against one without them, or `--against` another installation.
"""

import argparse
import json
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.timing import best_of, time_command
from benchmarks.years.kinds import OVER_YEARS, codes_of
from benchmarks.years.repository import write_repository
from benchmarks.years.truth import Entry, Place

_Spoken = Mapping[str, Sequence[tuple[str, str]]]


class Figures(NamedTuple):
    """Faults planted and found by kind, false alarms by what happened to the project, and project-years."""

    planted: Counter[str]
    found: Counter[str]
    alarms: Counter[tuple[str, str]]
    details: list[str]
    years: int


def ask(program: str, folder: Path) -> _Spoken:
    """Return what is said of each table: paths below the folder → codes and messages.

    Raises:
        ValueError: the answer is no report, with what was answered.
    """
    command = (program, "check", str(folder), "--no-cache", "--format", "json", "--fail-on", "never", "--no-progress")
    answer = subprocess.run(command, capture_output=True, check=False, encoding="utf-8")  # noqa: S603  # the caller's own
    if answer.returncode:
        raise ValueError(answer.stderr)
    said = defaultdict(list)
    for finding in json.loads(answer.stdout)["findings"]:
        path = Path(finding["path"]).resolve().relative_to(folder.resolve()).as_posix()
        said[path].append((finding["code"], finding["message"]))
    return said


def measure(truth: Sequence[Entry], said: _Spoken) -> Figures:
    """Return how many planted faults were named, and what was said over years that is not in the truth."""
    figures = Figures(Counter(), Counter(), Counter(), [], sum(one["years"] for one in truth))
    for one in truth:
        allowed: dict[str, tuple[str, ...]] = defaultdict(tuple)
        for planted in one["planted"]:
            _look(planted, one["event"], said, figures)
            allowed[planted["path"]] += (planted["kind"], *planted["also"])
        for path in one["paths"]:
            for code, message in _alarms(said.get(path, ()), codes_of(allowed[path])):
                figures.alarms[one["event"], code] += 1
                figures.details.append(f"FALSE {one['event']} {path}: {code} {message}")
    return figures


def _look(planted: Place, event: str, said: _Spoken, figures: Figures) -> None:
    if not planted["must"]:
        return
    figures.planted[event] += 1
    spoken = said.get(planted["path"], ())
    wanted = codes_of((planted["kind"], *planted["also"]))
    if any(code.startswith(wanted) for code, _ in spoken):
        figures.found[event] += 1
    else:
        codes = ", ".join(code for code, _ in spoken) or "nothing"
        figures.details.append(f"MISS {event} {planted['path']}: {planted['kind']} at {planted['row']}; said: {codes}")


def _alarms(spoken: Sequence[tuple[str, str]], allowed: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for code, message in spoken:
        if code.startswith(OVER_YEARS) and not code.startswith(allowed):
            yield code, message


def show(figures: Figures) -> None:
    """Print recall by kind and false alarms by event."""
    print("| fault | planted | found |\n| --- | ---: | ---: |")
    for kind, count in figures.planted.items():
        print(f"| {kind} | {count} | {figures.found[kind]} |")
    planted, found, false = figures.planted.total(), figures.found.total(), figures.alarms.total()
    print(f"\nrecall {found}/{planted} = {found / max(planted, 1):.1%}; "
          f"false alarms {false} in {figures.years} project-years = 1 in {figures.years / max(false, 1):.0f}")  # fmt: skip
    for (event, code), count in figures.alarms.most_common():
        print(f"  {event}: {code} ×{count}")


def show_speed(program: str, against: str | None, folder: Path, runs: int) -> None:
    """Print the CPU time of a check with the rules over years, and without them or by another installation."""
    command = ("check", str(folder), "--no-cache", "--format", "json", "--fail-on", "never", "--no-progress")
    without = (against, *command) if against else (program, *command, "--ignore", ",".join(OVER_YEARS))
    costs = [best_of([time_command(one, {}) for _ in range(runs)]) for one in (without, (program, *command))]
    share = costs[1].cpu / costs[0].cpu - 1
    print(f"CPU without {costs[0].cpu:.1f} s, with {costs[1].cpu:.1f} s: {share:+.0%}; "
          f"memory {costs[0].memory:.0f} and {costs[1].memory:.0f} MiB")  # fmt: skip


def main() -> None:
    """Make a repository, have it checked, print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--projects", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--perflint", default=str(Path(sys.executable).with_name("perflint")))
    parser.add_argument("--details", type=Path)
    parser.add_argument("--against", metavar="PROGRAM")
    parser.add_argument("--speed", type=int, default=0, metavar="RUNS")
    wanted = parser.parse_args()
    truth = write_repository(wanted.folder, wanted.projects, wanted.seed)
    figures = measure(truth, ask(wanted.perflint, wanted.folder))
    show(figures)
    if wanted.details:
        wanted.details.write_text("\n".join(figures.details) + "\n", encoding="utf-8")
    if wanted.speed:
        show_speed(wanted.perflint, wanted.against, wanted.folder, wanted.speed)


if __name__ == "__main__":
    main()
