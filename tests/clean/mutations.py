"""How many known faults are noticed: every clean table is broken in known ways, and checked again."""

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from perflint.model import Table, read_tables
from perflint.source import read_source
from perflint.workspace.checking import Checker, Options
from perflint.workspace.configuration.config import Config
from perflint.workspace.runs.run import run_one
from perflint.workspace.runs.workers import Job
from tests.clean.broken_dates import DATES
from tests.clean.broken_money import MONEY
from tests.clean.broken_plans import PLANS
from tests.clean.broken_prose import PROSE
from tests.clean.broken_sources import SOURCES
from tests.clean.broken_structure import STRUCTURE
from tests.clean.broken_values import VALUES
from tests.clean.change import Change, apply
from tests.clean.kind import Kind

TABLES = Path(__file__).parent / "tables"
KINDS: tuple[Kind, ...] = VALUES + DATES + MONEY + PLANS + STRUCTURE + SOURCES + PROSE
MOST = 16


class Trial(NamedTuple):
    """One mutation: the file, what was done to it, and the codes whose findings became more (to their severities)."""

    path: str
    what: str
    noticed: dict[str, str]


class Score(NamedTuple):
    """A kind of mutation with its trials."""

    kind: Kind
    trials: list[Trial]

    @property
    def noticed(self) -> list[Trial]:
        """The trials that yielded a new finding."""
        return [trial for trial in self.trials if trial.noticed]

    @property
    def share(self) -> float:
        """The part of the trials that was noticed."""
        return len(self.noticed) / len(self.trials)


class Judge:
    """Counts a text's findings by code, in the shipped catalogue."""

    def __init__(self) -> None:
        self._options = Options(lang="zh")
        self._config = Config()
        self._checker = Checker(self._config, self._options)

    def findings(self, text: str, path: str) -> dict[str, tuple[int, str]]:
        """Return how many findings each code has, and the severity of the last."""
        job = Job(Path(path), path, self._config)
        report = run_one(job, self._checker.check(text.encode(), path), self._options)
        assert not report.errors, report.errors
        found: dict[str, tuple[int, str]] = {}
        for finding in report.findings:
            found[finding.code] = (found.get(finding.code, (0, ""))[0] + 1, finding.severity.value)
        return found


@cache
def judge() -> Judge:
    """Return the judge of this process."""
    return Judge()


@cache
def texts() -> dict[str, str]:
    """Return the clean tables by the names of their files."""
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(TABLES.glob("*.yaml"))}


@cache
def before() -> dict[str, dict[str, tuple[int, str]]]:
    """Return the findings of every clean table as it is."""
    return {name: judge().findings(text, name) for name, text in texts().items()}


def measure() -> list[Score]:
    """Return the score of every kind."""
    tables = [
        (name, table)
        for name, text in texts().items()
        for table in read_tables(read_source(text.encode(), name)).tables
    ]
    return [Score(kind, _try(kind, tables)) for kind in KINDS]


def _try(kind: Kind, tables: Sequence[tuple[str, Table]]) -> list[Trial]:
    trials = []
    for name, change in _chosen(kind, tables):
        was, after = before()[name], judge().findings(apply(texts()[name], change), name)
        new = {code: severity for code, (count, severity) in after.items() if count > was.get(code, (0, ""))[0]}
        trials.append(Trial(name, change.what, new))
    return trials


def _chosen(kind: Kind, tables: Sequence[tuple[str, Table]]) -> list[tuple[str, Change]]:
    """Return the places to break: at most `MOST`, drawn by the kind's name as the seed."""
    places = [(name, change) for name, table in tables for change in kind.make(table) if change.changes(table)]
    drawn = random.Random(kind.en).sample(range(len(places)), min(MOST, len(places)))  # noqa: S311  # no secret
    return [places[number] for number in sorted(drawn)]


def render(scores: Sequence[Score]) -> str:
    """Return the page docs/design/mutations.md."""
    return "\n".join([*_head(scores), *(_line(score) for score in scores), "", *_missed(scores), ""])


def _head(scores: Sequence[Score]) -> Iterator[str]:
    made, noticed = sum(len(score.trials) for score in scores), sum(len(score.noticed) for score in scores)
    yield from (
        "# 能发现哪些错误 / Which faults are noticed",
        "",
        "把 `tests/clean/tables` 中没有问题的表逐一按已知方式改错，再检查：改错后多出的发现算作“发现”。由 `tests/clean` 生成，不手工修改。",
        "",
        "The clean tables of `tests/clean/tables` are broken in known ways, then checked; new findings count as noticed.",
        "Written by `tests/clean` (`PERFLINT_UPDATE=1`), not by hand.",
        "",
        f"共 {made} 处，发现 {noticed} 处（{noticed / made:.1%}）。{made} faults, {noticed} noticed.",
        "",
        "| 改错方式 | Kind | 处数 made | 发现 noticed | 其中错误、警告 error or warning | 由哪些规则 by which rules |",
        "| --- | --- | ---: | ---: | ---: | --- |",
    )


def _line(score: Score) -> str:
    rules = Counter(code for trial in score.trials for code in trial.noticed)
    shown = sorted(rules.items(), key=lambda item: (-item[1], item[0]))[:5]
    said = ", ".join(f"{code} {count}" for code, count in shown)
    loud = sum(1 for trial in score.trials if set(trial.noticed.values()) & {"error", "warning"})
    return f"| {score.kind.zh} | {score.kind.en} | {len(score.trials)} | {len(score.noticed)} | {loud} | {said} |"


def _missed(scores: Sequence[Score]) -> Iterator[str]:
    yield from ("## 没有发现的 / Not noticed", "", "每种各举一例。One example of each kind.", "")
    for score in scores:
        missed = [trial for trial in score.trials if not trial.noticed]
        if missed:
            yield f"- {score.kind.zh} / {score.kind.en} ({len(missed)}/{len(score.trials)}): `{missed[0].path}` {missed[0].what}"
