"""Many realistic tables of about 1.5 KB: the same seed gives the same bytes, on every machine.

`python -m benchmarks.corpus FOLDER --tables 1000 --seed 1` writes one file a table, a hundred to a folder; with `--kinds 20` tables of
one kind have the same words, as those that an office writes over and over, and differ in money, workload and number.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path
from random import Random

from benchmarks.wording import ACTIVITIES, AGENCIES, ASKED, BASES, BENEFITS, KEYS, PLACES, PROFILES, Project, Spelling

_PER_FOLDER = 100
_DEFECT_SHARE = 0.12


def write_corpus(folder: Path, tables: int, seed: int, offices: int = 1, kinds: int = 0) -> list[Path]:
    """Return the paths of the tables written to a folder, which is made if it is not there."""
    paths = []
    for number, text in enumerate(make_tables(tables, seed, offices, kinds)):
        path = folder / f"{number // _PER_FOLDER:03d}" / f"{number % _PER_FOLDER:02d}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        paths.append(path)
    return paths


def make_tables(tables: int, seed: int, offices: int = 1, kinds: int = 0) -> Iterator[str]:
    """Yield the YAML text of one table after the other; keys are Chinese and English in turn.

    Each of the agencies has so many offices, whose tables are of an agency of its own. With `kinds`, tables are of so many
    kinds in turn: those of one kind differ in money, workload and number alone.
    """
    random = Random(seed)  # noqa: S311  # repeatable test data, nothing secret
    for number in range(tables):
        words = Random(f"{seed}:{number % kinds}") if kinds else random  # noqa: S311  # as above
        text = _table(words, random, number, KEYS[number % len(KEYS)])
        yield _of_office(text, number % offices) if offices > 1 else text


def _of_office(text: str, office: int) -> str:
    for agency in AGENCIES:
        text = text.replace(f"{agency.code} {agency.name}\n", f"{agency.code} {agency.name}第{office + 1}办事处\n")
    return text


def _table(random: Random, figures: Random, number: int, key: Spelling) -> str:
    agency, activity = random.choice(AGENCIES), random.choice(ACTIVITIES)
    project = Project(activity, random.choice(PLACES), random.choice(BENEFITS), random.choice((2021, 2022, 2023, 2024)),
                      figures.randrange(2, 400) * 5, figures.randrange(20, 9000))  # fmt: skip
    first, second = activity.costs
    money = f"{project.amount}.00"
    lines = [
        f"{key['kind']}: {key['project_kind']}",
        f"{key['profile']}: {random.choice(PROFILES)}",
        f"{key['year']}: {project.year}",
        f"{key['agency']}: {agency.code} {agency.name}",
        f"{key['currency_unit']}: 万元",
        f"{key['project']}:",
        f"  {key['code']}: {agency.code}{project.year}{number:08d}",
        f"  {key['name']}: {project.place}{activity.topic}专项经费{number + 1}",
        f"  {key['purpose']}: 用于{activity.topic}所需的{first}、{second}等支出，保障工作按计划开展。",
        f"{key['budget']}: {{{key['total']}: {money}, {key['fiscal']}: {money}, {key['other']}: ''}}",
        f"{key['spending_plan']}: {_plan(random)}",
        f"{key['goals']}: {_goal(project)}",
        f"{key['indicators']}:",
        *_rows(random, key, project),
    ]
    return "\n".join(lines) + "\n"


def _goal(project: Project) -> str:
    work = f"{project.activity.work}不少于{project.workload}{project.activity.unit}"
    return f"围绕{project.activity.topic}工作，{work}，{project.benefit.goal}。"


def _plan(random: Random) -> str:
    first, second, third = sorted(random.sample(range(10, 96, 5), 3))
    last = 95 if _defect(random) else 100
    return f"{{3月底: {first}%, 6月底: {second}%, 10月底: {third}%, 12月底: {last}%}}"


def _rows(random: Random, key: Spelling, project: Project) -> Iterator[str]:
    for level1, level2, name, value in _cells(random, project):
        yield (
            f"  - {{{key['level1']}: {level1}, {key['level2']}: {level2}, {key['indicator']}: {name}, "
            f"{key['value']}: {value}, {key['basis']}: {random.choice(BASES)}}}"
        )


def _cells(random: Random, project: Project) -> tuple[tuple[str, str, str, str], ...]:
    """Return first level, second level, name and value of each row."""
    activity = project.activity
    share = project.amount * random.randrange(3, 8) // 10
    rest = project.amount - share + (5 if _defect(random) else 0)
    sign = "≤" if _defect(random) else random.choice(("≥", ""))
    deadline = project.year - 1 if _defect(random) else project.year
    count = f"{random.choice(('≥', '', '不少于'))}{project.workload}{activity.unit}"
    satisfied = "较高" if _defect(random) else random.choice(("≥90%", "≥95%", "90%以上", "不低于85%", "≥98%"))
    return (
        ("产出指标", "数量指标", f"{project.place}{activity.work}数量", count),
        ("产出指标", "质量指标", f"{project.place}{activity.quality}", f"{sign}{random.choice((90, 95, 98, 100))}%"),
        ("产出指标", "时效指标", f"{activity.work}完成时限", f"{deadline}年{random.choice((6, 11, 12))}月底前"),
        ("产出指标", "成本指标", activity.costs[0], f"{share}万元"),
        ("产出指标", "成本指标", activity.costs[1], f"{rest}万元"),
        ("效益指标", "社会效益指标", project.benefit.name, project.benefit.value),
        ("满意度指标", "服务对象满意度指标", f"{project.place}{random.choice(ASKED)}满意度", satisfied),
    )


def _defect(random: Random) -> bool:
    return random.random() < _DEFECT_SHARE


def main() -> None:
    """Write a corpus and say how large it is."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--tables", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--offices", type=int, default=1, help="offices of each of the six agencies (a province: many)")
    parser.add_argument(
        "--kinds", type=int, default=0, help="kinds of tables; those of one kind differ in figures alone"
    )
    wanted = parser.parse_args()
    paths = write_corpus(wanted.folder, wanted.tables, wanted.seed, wanted.offices, wanted.kinds)
    size = sum(path.stat().st_size for path in paths)
    print(f"{len(paths)} tables, {size / max(len(paths), 1):.0f} bytes each, in {wanted.folder}")


if __name__ == "__main__":
    main()
