"""The examples inside rule files, tried: a bad one is found on exactly the marked lines, a good one is silent."""

import re
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from perflint.fixing import mend
from perflint.judge import Example, Finding, Rule, load_pack
from perflint.judge.rule import Bilingual
from perflint.pattern import pattern
from perflint.report import Report
from perflint.source import parse_text
from perflint.workspace.checking import Options
from perflint.workspace.configuration.config import Config
from perflint.workspace.runs.example_messages import (
    MARKED_GOOD,
    NO_TABLE,
    ONE_OF_EACH,
    UNFIXED,
    UNMARKED_BAD,
    reasons,
    refused,
    said_of_lines,
    said_of_severity,
    still_found,
    written_otherwise,
)
from perflint.workspace.runs.run import run_one
from perflint.workspace.runs.workers import Job, checker_for

_OF_TEXTS = frozenset({"file", "failure", "suppression"})
_MARK = pattern(r"[ \t]*# <- [A-Z0-9, ]+?(?: (error|warning|info))?$", re.MULTILINE)


class Failure(Struct, frozen=True):
    """An example that does not hold: the rule, the line of the rule file, what was expected and what came."""

    rule: Rule
    line: int
    message: Bilingual


def try_rules(packs: tuple[Path, ...] = (), within: tuple[Path, ...] = ()) -> Iterator[tuple[Rule, list[Failure]]]:
    """Yield the rules of the shipped pack and of further ones with the failures of their examples; `within` folders, if given.

    Raises:
        RuleError: a rule file is broken.
    """
    for rule in load_pack(packs).rules:
        if not within or any(Path(rule.path).is_relative_to(folder) for folder in within):
            yield rule, try_rule(rule, Config(packs=packs))


def try_rule(rule: Rule, config: Config) -> list[Failure]:
    """Return the failures of a rule's examples."""
    failures = []
    goods = sum(1 for example in rule.examples if example.good)
    if not goods or goods == len(rule.examples):
        failures.append(Failure(rule, rule.lines.get("examples", 1), ONE_OF_EACH))
    for example in rule.examples:
        failures.extend(Failure(rule, example.line, message) for message in _try(rule, example, config))
    return failures


def _try(rule: Rule, example: Example, config: Config) -> Iterator[Bilingual]:
    text, wanted = unmarked(example.text)
    config = _locking(config, example)
    report = _report(rule, text, config, "zh")
    if not report.summary.tables and rule.given not in _OF_TEXTS:
        yield NO_TABLE
        return
    findings = tuple(finding for finding in report.findings if finding.code == rule.id)
    found = sorted({finding.place.line for finding in findings})
    if found != list(wanted):
        yield said_of_lines(found, list(wanted))
        yield from reasons(rule, report, _report(rule, text, config, "en"))
    yield from _graded_otherwise(findings, wanted)
    if example.good and wanted:
        yield MARKED_GOOD
    if not example.good and not wanted:
        yield UNMARKED_BAD
    if example.fixed is not None:
        yield from _try_fix(rule, text, unmarked(example.fixed)[0], findings, config)
    elif (
        rule.repair
        and not example.good
        and any(finding.fix for finding in findings)
        and rule.repair.safety != "display"
    ):
        yield UNFIXED


def _graded_otherwise(findings: tuple[Finding, ...], wanted: dict[int, str]) -> Iterator[Bilingual]:
    """Yield the lines whose severest finding is not of the severity that the mark names."""
    for line, severity in wanted.items():
        found = [finding.severity for finding in findings if finding.place.line == line]
        worst = min(found, key=lambda one: one.rank, default=None)
        if severity and worst and worst != severity:
            yield said_of_severity(line, worst, severity)


def _try_fix(rule: Rule, text: str, wanted: str, findings: tuple[Finding, ...], config: Config) -> Iterator[Bilingual]:
    done = mend(parse_text(text, "example.yaml"), [finding.fix for finding in findings if finding.fix])
    mended = done.text
    yield from map(refused, done.refused.values())
    if mended != wanted:
        yield written_otherwise(mended, wanted)
    again = findings_on(rule, mended, config)
    if again:
        yield still_found(sorted({finding.place.line for finding in again}))


def findings_on(rule: Rule, text: str, config: Config) -> tuple[Finding, ...]:
    """Return what one rule finds on an example; the rules on suppressions see the findings of all rules."""
    return tuple(finding for finding in _report(rule, text, config, "zh").findings if finding.code == rule.id)


def example_report(rule: Rule, example: Example, config: Config, lang: str) -> Report:
    """Return what one rule finds on one of its examples, ready to be shown."""
    report = _report(rule, unmarked(example.text)[0], _locking(config, example), lang)
    return replace(report, findings=[finding for finding in report.findings if finding.code == rule.id])


def _report(rule: Rule, text: str, config: Config, lang: str) -> Report:
    every = rule.given in {"suppression", "failure"}
    options = Options(lang=lang, select=("ALL",) if every else (rule.id,))
    job = Job(Path("example.yaml"), "example.yaml", config)
    return run_one(job, checker_for(config, options).check(text.encode(), "example.yaml"), options)


def _locking(config: Config, example: Example) -> Config:
    return replace(config, lock=(example.lock,)) if example.lock else config


def unmarked(text: str) -> tuple[str, dict[int, str]]:
    """Return an example without its marks, and the lines that were marked with the severity that is named there, or ""."""
    marks = ((number, _MARK.search(line)) for number, line in enumerate(text.split("\n"), 1))
    return _MARK.sub("", text), {number: mark[1] or "" for number, mark in marks if mark}
