"""What is known of a text in an editor: how it reads, and what is found in it."""

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from perflint.adoption.baseline import read_baseline
from perflint.adoption.entry import Baseline, BaselineError
from perflint.adoption.known_findings import KnownFindings
from perflint.data import LexiconError
from perflint.judge import Finding, InputError, RuleError, SelectionError, SettingError, load_pack
from perflint.judge.inspection import Glance, Inspection
from perflint.lsp.carrying import carried
from perflint.lsp.opened import Opened
from perflint.lsp.positions import Positions
from perflint.lsp.remarks import Remark, is_rule_file, remarks_on_config, remarks_on_rule
from perflint.model import ProfileError
from perflint.source import Source, parse_text
from perflint.workspace.checking import Checker, Options
from perflint.workspace.configuration.config import Config, ConfigError
from perflint.workspace.configuration.of_files import Configurations
from perflint.workspace.disk.naming import shown
from perflint.workspace.disk.tree import NAMES
from perflint.workspace.documents import is_document
from perflint.workspace.runs.conclusion import conclude
from perflint.workspace.runs.workers import Job, checker_for

FAULTS = (RuleError, LexiconError, ProfileError, SettingError, SelectionError, ConfigError, BaselineError)
Entry = tuple[Job, Glance]
Beside = Callable[[Glance], tuple[list[Entry], bool]]


class Analysis(Struct, frozen=True):
    """What is known of a text; `fault` says why it could not be judged, `checker` is None where the settings are broken.

    `remarks` are those on a configuration or a rule file, `entry` is the file in short, where it holds tables.
    """

    opened: Opened
    source: Source
    positions: Positions
    lang: str
    findings: tuple[Finding, ...] = ()
    fault: str = ""
    checker: Checker | None = None
    remarks: tuple[Remark, ...] = ()
    entry: Entry | None = None

    @property
    def uri(self) -> str:
        """The address of the text."""
        return self.opened.uri


def alone(_: Glance) -> tuple[list[Entry], bool]:
    """Return that there are no other files to compare a file with."""
    return [], False


def analyse(opened: Opened, before: Analysis | None = None, beside: Beside = alone) -> Analysis:
    """Return what is known of a text; raises nothing, whatever stands in it and in the configuration.

    `before` is what was known of the text last, `beside` yields the files that it is compared with, and if these are all.
    """
    source = parse_text(opened.text, shown(opened.path))
    marks = len(opened.text) - len(source.text)
    bare = Analysis(opened, source, Positions(opened.text, marks, opened.encoding), opened.wishes.language(""))
    if opened.path.name in NAMES:
        return replace(bare, remarks=tuple(remarks_on_config(opened, bare.lang)))
    if is_document(opened.path.name):
        return bare
    try:
        return _carrying(_judged(bare, beside), before)
    except FAULTS as fault:
        return replace(bare, fault=str(fault))


def _judged(bare: Analysis, beside: Beside) -> Analysis:
    opened, configurations = bare.opened, Configurations()
    config = configurations.of_file(opened.path)
    lang = opened.wishes.language(config.lang)
    if opened.saved and is_rule_file(opened.path, config.packs):
        return replace(bare, lang=lang, remarks=tuple(remarks_on_rule(opened, config.packs, lang)))
    if opened.saved and configurations.is_excluded(opened.path):
        return replace(bare, lang=lang)
    options = Options(lang, opened.wishes.profile)
    checker = checker_for(config, options)
    answer = checker.check(bare.source.text.encode("utf-8", "replace"), bare.source.path)
    if isinstance(answer, InputError):
        return replace(bare, lang=lang, fault=answer.message, checker=checker)
    job = Job(opened.path, bare.source.path, config)
    found = _concluded(job, answer, options, beside)
    return replace(bare, lang=lang, findings=found, checker=checker, entry=(job, answer.glance))


def _concluded(job: Job, answer: Inspection, options: Options, beside: Beside) -> tuple[Finding, ...]:
    """Return the findings on a file, those across files among them; the other files' own findings are theirs."""
    others, whole = beside(answer.glance)
    beside_it = ((other, Inspection(glance, (), (), ())) for other, glance in others)
    known = KnownFindings(_baseline(job.config))
    report = conclude([(job, answer), *beside_it], [], options, known, whole=whole)
    return tuple(finding for finding in report.findings if finding.place.path == job.shown)


def _carrying(now: Analysis, before: Analysis | None) -> Analysis:
    """Return an analysis with the findings of the one before that still hold where the text cannot be read."""
    if before is None or now.checker is None or not now.source.faults:
        return now
    of_faults = {rule.id for rule in load_pack(now.checker.config.packs).rules if rule.given == "file"}
    own = tuple(finding for finding in before.findings if finding.code not in of_faults)
    every = [*now.findings, *carried(before.source, own, now.source)]
    return replace(now, findings=tuple(sorted(every, key=lambda one: (one.place.start, one.place.end, one.code))))


def _baseline(config: Config) -> Baseline | None:
    if config.baseline is None:
        return None
    stamp = config.baseline.stat().st_mtime_ns if config.baseline.is_file() else 0
    return _read(config.baseline, stamp)


@lru_cache(maxsize=4)
def _read(path: Path, stamp: int) -> Baseline:  # noqa: ARG001  # the stamp makes a changed file another one
    return read_baseline(path)
