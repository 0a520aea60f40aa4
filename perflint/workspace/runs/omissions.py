"""What configurations leave out, for the closing line; and findings on those that would silence what is locked."""

import os
from collections.abc import Iterator
from pathlib import Path

from perflint.facts import SuppressionView
from perflint.judge import Finding, Place, Selection, in_force, load_pack
from perflint.judge.inspection import NOBODY
from perflint.judge.making_findings import fingerprint
from perflint.model import load_profiles
from perflint.report.document import Omitted
from perflint.workspace.checking import GENERAL, Options
from perflint.workspace.configuration.config import Config
from perflint.workspace.configuration.loading import load_config
from perflint.workspace.configuration.locking import Attempt, attempts, keepers, kept_in_force
from perflint.workspace.disk.naming import shown
from perflint.workspace.documents import is_document
from perflint.workspace.runs.discovering import Found
from perflint.workspace.runs.doubled import sources
from perflint.workspace.runs.workers import checker_for


def omissions(found: Found, options: Options) -> Omitted:
    """Return what the configurations of a run leave out, and what they say in vain."""
    off: set[str] = set()
    replaced: set[str] = set()
    left = 0
    for config in found.configs:
        checker = checker_for(config, options)
        profile = load_profiles(config.packs)[checker.default_profile()]
        rules = load_pack(config.packs).rules
        usual = {entry.rule.id for entry in in_force(rules, profile.rules, Selection())}
        running = in_force(rules, profile.rules, config.selection)
        if keepers(config):
            running = kept_in_force(running, config, checker.default_profile(), lambda one: one.selection)
        left += len(running)
        off |= usual - {entry.rule.id for entry in running}
        replaced |= _replaced(config)
    unheard = tuple((f"{_below(Path(where))}", text) for where, text in found.unheard)
    files, ignored = found.left.excluded, found.left.ignored
    return Omitted(
        len(off), files, tuple(sorted(replaced)), bool(found.jobs) and not left, unheard, ignored=ignored,
        unlooked=_unlooked(found),
    )  # fmt: skip


def _unlooked(found: Found) -> int:
    """Return how many files that seem to hold a table were not looked at and do not lie as YAML in the run either."""
    if not found.left.unlooked:
        return 0
    names = {name for job in found.jobs if not is_document(job.shown) for name in sources(job.path)}
    return sum(path.name not in names for path in found.left.unlooked)


def _replaced(config: Config) -> set[str]:
    """Return the built-in profiles that packs replace by their own."""
    if not config.packs:
        return set()
    shipped, own = load_profiles(), load_profiles(config.packs)
    return {name for name, profile in shipped.items() if own[name] != profile}


def config_findings(config: Config, options: Options) -> Iterator[Finding]:
    """Yield a finding (SUP005) for each key of a configuration that would silence locked rules."""
    if config.path is None or not keepers(config):
        return
    written = load_config(config.path)
    checker = checker_for(config, options)
    for attempt in attempts(written, checker.options.profile or config.profile or GENERAL):
        yield from _findings(config, attempt, options)


def _findings(config: Config, attempt: Attempt, options: Options) -> Iterator[Finding]:
    named = attempt.named or (attempt.key,)
    view = SuppressionView(named, (), attempt.key, "", days_left=0, dated=False, unused=(), locked=named)
    line = config.lines.get(attempt.key, 1)
    text = _line(config, line)
    place = Place(_shown(config), "", line, 1, line, len(text) + 1, 0, 0)
    for violation in checker_for(config, options).engine(GENERAL).judge_views("suppression", "", [view]).violations:
        yield Finding(
            code=violation.rule.id, name=violation.rule.name, category=violation.rule.category, severity=violation.severity,
            message=violation.message, suggestion=None, legal_basis=None, place=place, excerpt=text, value=", ".join(named),
            table=NOBODY, indicator=None, related=(), fix=None,
            fingerprint=fingerprint(violation.rule.id, NOBODY, "", attempt.key, ",".join(named)),
        )  # fmt: skip


def _line(config: Config, number: int) -> str:
    """Return a line of a configuration's file, "" where it has gone meanwhile."""
    try:
        text = (config.path or Path()).read_bytes().decode("utf-8-sig", "replace")
    except OSError:
        return ""
    return "".join(text.splitlines()[number - 1 : number])


def _shown(config: Config) -> str:
    return _below(config.path or Path())


def _below(path: Path) -> str:
    try:
        return shown(Path(os.path.relpath(path)) if path.is_relative_to(Path.cwd()) else path)
    except (OSError, ValueError):  # the working folder is gone, or on another drive
        return shown(path)
