"""A repository of projects over four years: the same seed gives the same bytes and the same truth, on every machine.

`python -m benchmarks.years.repository FOLDER --projects 500 --seed 1` writes the tables of each project, half of the
agencies with a folder a year and half with a folder a project, and beside them `truth.json`: which table holds which
fault, and which project was changed rightly.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

from benchmarks.years.changes import CHANGES
from benchmarks.years.faults import FAULTS
from benchmarks.years.plain import plain_projects
from benchmarks.years.planting import Planted
from benchmarks.years.project import Project, Year
from benchmarks.years.truth import Entry, Place, write_truth
from benchmarks.years.writing import write_evaluation, write_table

# Agencies that got another name in a year, or were joined with another.
_NEW_NAMES = {
    (6, "城市管理局"): "城市管理和综合执法局",
    (7, "文化和旅游局"): "文化旅游广电局",
    (8, "水利局"): "农业农村水利局",
    (8, "农业农村局"): "农业农村水利局",
}
_REORGANISED = 2023
_SHARES = (("fault", 9), ("change", 8), ("plain", 3))


class Event(NamedTuple):
    """What became of a project: a planted fault, a right change, or nothing; and the faults with their tables."""

    project: Project
    name: str
    planted: list[Planted]


def make_repository(count: int, seed: int) -> Iterator[Event]:
    """Yield each project with what happened to it."""
    random = Random(seed)  # noqa: S311  # repeatable test data, nothing secret
    names = _names(count, random)
    for project, name in zip(plain_projects(count, random), names, strict=True):
        _reorganise(project)
        planted = FAULTS[name](project, random) if name in FAULTS else []
        if name in CHANGES:
            CHANGES[name](project, random)
        yield Event(project, name, planted)


def _names(count: int, random: Random) -> list[str]:
    cycles = {"fault": tuple(FAULTS), "change": tuple(CHANGES), "plain": ("plain",)}
    turns = [kind for kind, share in _SHARES for _ in range(share)]
    seen = dict.fromkeys(cycles, 0)
    names = []
    for number in range(count):
        kind = turns[number % len(turns)]
        names.append(cycles[kind][seen[kind] % len(cycles[kind])])
        seen[kind] += 1
    random.shuffle(names)
    return names


def _reorganise(project: Project) -> None:
    name = _NEW_NAMES.get((project.county, project.topic.agency))
    if name is None:
        return
    for year in project.years:
        if year.year >= _REORGANISED:
            code, before = year.agency
            year.agency = f"{code[:-3]}901", before.replace(project.topic.agency, name)


def place(project: Project, year: Year, *, evaluation: bool = False) -> str:
    """Return the path of a table below the folder of the repository."""
    if project.by_year:
        suffix = "-自评" if evaluation else f"-{year.stage}" if year.stage else ""
        return f"{year.year}年/{year.agency[1]}/{project.topic.name}{suffix}.yaml"
    suffix = "自评" if evaluation else year.stage
    return f"{project.years[0].agency[1]}/{project.topic.name}/{year.year}{suffix}.yaml"


def write_repository(folder: Path, count: int, seed: int) -> list[Entry]:
    """Return what is true of a repository whose tables, and whose truth, are written below a folder."""
    truth = [_write(folder, event) for event in make_repository(count, seed)]
    write_truth(folder, truth)
    return truth


def _write(folder: Path, event: Event) -> Entry:
    project, texts = event.project, {}
    for year in project.years:
        texts[place(project, year)] = write_table(year)
        if year.results:
            texts[place(project, year, evaluation=True)] = write_evaluation(year, year.results)
    for path, text in texts.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    planted = [_describe(project, one) for one in event.planted]
    years = len({year.year for year in project.years})
    return {"event": event.name, "years": years, "paths": list(texts), "planted": planted}


def _describe(project: Project, planted: Planted) -> Place:
    path = place(project, project.need(planted.year), evaluation=planted.evaluation)
    also = list(planted.also)
    return {"path": path, "kind": planted.kind, "row": planted.row, "also": also, "must": planted.must}


def main() -> None:
    """Write a repository and say how large it is."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--projects", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args()
    truth = write_repository(wanted.folder, wanted.projects, wanted.seed)
    tables, years = sum(len(one["paths"]) for one in truth), sum(one["years"] for one in truth)
    faults = sum(planted["must"] for one in truth for planted in one["planted"])
    print(f"{len(truth)} projects, {years} project-years, {tables} tables, {faults} faults, in {wanted.folder}")


if __name__ == "__main__":
    main()
