"""A whole run: files found, judged (or taken from the cache), compared across tables, suppressions applied."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from perflint import __version__
from perflint.data.assets import data_files, rules_root, stamp
from perflint.data.store import program
from perflint.facts import SuppressionView
from perflint.files.across import bundle_findings
from perflint.files.cache import Cache, decode
from perflint.files.checking import Options
from perflint.files.config import Config, find_config, load_config
from perflint.files.discovery import find_files, matches
from perflint.files.workers import Answer, Job, checker_for, judge_all
from perflint.judge import Engine, Finding, InputError, Place, Severity, Suppression, Unchecked
from perflint.judge.force import answers
from perflint.judge.inspection import NOBODY, Inspection
from perflint.judge.report import fingerprint
from perflint.report import Report, summarise

Progress = Callable[[int, int], None]


class Plan(Struct, frozen=True):
    """What a run is asked to do: inputs, the configuration to use (None: the nearest), processes, cache."""

    paths: tuple[Path, ...]
    options: Options
    config: Path | None = None
    no_config: bool = False
    jobs: int = 1
    cached: bool = True


class Gathered(Struct):
    """What is gathered while a run goes on."""

    inspections: list[tuple[Job, Inspection]]
    errors: list[InputError]
    looked_at: int = 0


def config_for(path: Path, plan: Plan) -> Config:
    """Return the configuration for a file.

    Raises:
        ConfigError: it is broken.
    """
    if plan.no_config:
        return Config()
    found = plan.config or find_config(path)
    return load_config(found) if found else Config()


def collect(plan: Plan) -> tuple[list[Job], list[InputError]]:
    """Return the files of a run in order, each once, with the configuration of each; and inputs that are not there."""
    jobs: dict[Path, Job] = {}
    missing = []
    for path in plan.paths:
        if path.is_dir():
            config = config_for(path, plan)
            for file in find_files(path, config.exclude, config.folder):
                jobs.setdefault(file.resolve(), (file, _shown(file), config_for(file, plan)))
        elif path.exists():
            jobs.setdefault(path.resolve(), (path, _shown(path), config_for(path, plan)))
        else:
            missing.append(InputError(_shown(path), _not_there(plan.options.lang)))
    return list(jobs.values()), missing


def _shown(path: Path) -> str:
    return path.as_posix()


def _not_there(lang: str) -> str:
    return "there is no such file or folder" if lang == "en" else "没有这个文件或文件夹"


def run(plan: Plan, progress: Progress | None = None) -> Report:
    """Return the report on all inputs of a plan.

    Raises:
        ConfigError, RuleError, LexiconError, ProfileError, SettingError, SelectionError: rules or settings are broken.
    """
    jobs, missing = collect(plan)
    gathered = Gathered([], missing)
    for config in {repr(job[2]): job[2] for job in jobs}.values():
        checker = checker_for(config, plan.options)
        checker.engine(checker.default_profile())
    for job, answer in zip(jobs, _answers(jobs, plan, progress), strict=True):
        if isinstance(answer, InputError):
            gathered.errors.append(answer)
        else:
            gathered.inspections.append((job, decode(answer)))
    return finish(gathered, plan.options)


def _answers(jobs: Sequence[Job], plan: Plan, progress: Progress | None) -> list[Answer]:
    """Return the answer for every job, from the cache where the content was judged before."""
    cache = Cache(_state(jobs, plan)) if plan.cached else None
    found: list[Answer | None] = [None] * len(jobs)
    keys: list[bytes] = [b""] * len(jobs)
    if cache:
        for index, job in enumerate(jobs):
            keys[index], found[index] = _cached(cache, job)
    open_ = [index for index, answer in enumerate(found) if answer is None]
    fresh = []
    for count, (index, answer) in enumerate(
        zip(open_, judge_all([jobs[index] for index in open_], plan.options, plan.jobs), strict=True)
    ):
        found[index] = answer
        if isinstance(answer, bytes):
            fresh.append((keys[index], answer))
        if progress:
            progress(len(jobs) - len(open_) + count + 1, len(jobs))
    if cache:
        cache.put(fresh)
        cache.close()
    return [answer for answer in found if answer is not None]


def _cached(cache: Cache, job: Job) -> tuple[bytes, bytes | None]:
    try:
        data = job[0].read_bytes()
    except OSError:
        return b"", None
    key = cache.key(f"{job[1]}\0{job[2]!r}", data)
    return key, cache.get(key)


def _state(jobs: Sequence[Job], plan: Plan) -> str:
    packs = {pack for job in jobs for pack in job[2].packs}
    files = [*data_files(rules_root(), "*.*"), *(file for pack in sorted(packs) for file in data_files(pack))]
    return f"{__version__}|{program()}|{plan.options!r}|{stamp(files)}"


def finish(gathered: Gathered, options: Options) -> Report:
    """Return the report: findings across tables added, suppressions applied, repeats numbered, all in order."""
    across = bundle_findings(gathered.inspections, options)
    findings: list[Finding] = []
    suppressed: list[Finding] = []
    unchecked: list[Unchecked] = []
    for job, inspection in gathered.inspections:
        all_ = [*inspection.findings, *across.get(inspection.path, ())]
        kept, hidden = _suppress(_overridden(all_, job), inspection, checker_for(job[2], options).engine("general"))
        findings.extend(sorted(kept, key=lambda finding: (finding.place.start, finding.place.end, finding.code)))
        suppressed.extend(hidden)
        unchecked.extend(inspection.unchecked)
    numbered = _numbered(findings)
    tables = sum(inspection.tables for _, inspection in gathered.inspections)
    rows = sum(inspection.indicators for _, inspection in gathered.inspections)
    counted = sum(1 for _, inspection in gathered.inspections if inspection.tables or inspection.findings)
    summary = summarise(counted, tables, rows, numbered, len(suppressed), len(unchecked))
    return Report(summary, numbered, tuple(suppressed), tuple(unchecked), tuple(gathered.errors))


def _overridden(findings: list[Finding], job: Job) -> list[Finding]:
    path, _, config = job
    for override in config.overrides:
        relative = path.resolve().as_posix().removeprefix(config.folder.resolve().as_posix() + "/")
        if matches(relative, override.files):
            findings = [f for f in findings if not any(f.code.startswith(code) for code in override.ignore)]
            for code, severity in override.severity:
                findings = [replace(f, severity=Severity(severity)) if f.code.startswith(code) else f for f in findings]
    return [finding for finding in findings if finding.severity is not Severity.OFF]


def _suppress(findings: list[Finding], inspection: Inspection, engine: Engine) -> tuple[list[Finding], list[Finding]]:
    """Return the findings that stay (those on the suppressions themselves among them) and those suppressed."""
    today = dt.datetime.now(tz=dt.UTC).date()
    live = [entry for entry in inspection.suppressions if entry.reason and not entry.expired(today)]
    used: set[tuple[int, str]] = set()
    kept, hidden = [], []
    for finding in findings:
        cover = next((entry for entry in live if entry.covers(finding.code, finding.place.start)), None)
        if cover is None:
            kept.append(finding)
        else:
            used.update((cover.start, code) for code in cover.codes if finding.code.startswith(code))
            hidden.append(replace(finding, suppressed=cover.reason))
    for entry in inspection.suppressions:
        kept.extend(_on_suppression(entry, inspection.path, used, engine, expired=entry.expired(today)))
    return kept, hidden


def _on_suppression(
    entry: Suppression, path: str, used: set[tuple[int, str]], engine: Engine, *, expired: bool
) -> list[Finding]:
    known = engine.codes
    unknown = tuple(code for code in entry.codes if not any(answers(rule, code) for rule in known))
    ran = [code for code in entry.codes if code not in unknown and engine.runs(code)]
    live = entry.reason and not expired
    unused = tuple(code for code in ran if (entry.start, code) not in used) if live else ()
    view = SuppressionView(entry.codes, unknown, entry.reason, entry.until, expired, unused)
    place = Place(path, "", entry.line, entry.column, entry.line, entry.end_column, entry.start, entry.end)
    return [
        Finding(
            code=verdict.rule.id, name=verdict.rule.name, category=verdict.rule.category, severity=verdict.severity,
            message=verdict.message, suggestion=None, legal_basis=None, place=place, excerpt=entry.excerpt,
            value=", ".join(entry.codes), table=NOBODY, indicator=None, related=(), fix=None,
            fingerprint=fingerprint(verdict.rule.id, NOBODY, "", "", path + ",".join(entry.codes) + entry.reason),
        )
        for verdict in engine.judge_views("suppression", "", [view]).verdicts
    ]  # fmt: skip


def _numbered(findings: list[Finding]) -> tuple[Finding, ...]:
    """Return the findings with repeated fingerprints told apart by an ordinal."""
    seen: Counter[str] = Counter()
    numbered = []
    for finding in findings:
        count = seen[finding.fingerprint]
        seen[finding.fingerprint] += 1
        numbered.append(replace(finding, fingerprint=f"{finding.fingerprint}-{count}") if count else finding)
    return tuple(numbered)
