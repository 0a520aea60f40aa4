"""What is known of a text in an editor: how it reads, and what is found in it."""

from functools import lru_cache
from pathlib import Path

from msgspec import Struct

from perflint.adoption.baseline import Baseline, BaselineError, read_baseline
from perflint.adoption.known_findings import KnownFindings
from perflint.data import LexiconError
from perflint.judge import Finding, RuleError, SelectionError, SettingError
from perflint.lsp.positions import Positions
from perflint.model import ProfileError
from perflint.source import Source, parse_text
from perflint.workspace.checking import Checker, Options
from perflint.workspace.configuration.config import Config, ConfigError
from perflint.workspace.configuration.of_files import Configurations
from perflint.workspace.disk.naming import shown
from perflint.workspace.disk.tree import NAMES
from perflint.workspace.documents import is_document
from perflint.workspace.runs.run import run_one
from perflint.workspace.runs.workers import Job, checker_for

FAULTS = (RuleError, LexiconError, ProfileError, SettingError, SelectionError, ConfigError, BaselineError)


class Opened(Struct, frozen=True):
    """A text that an editor holds: its address and path, how columns are counted, the languages asked for.

    `lang` was asked for on the command line, `locale` is that of the editor; "" where nothing was said.
    """

    uri: str
    path: Path
    text: str
    encoding: str = "utf-16"
    lang: str = ""
    locale: str = ""


class Analysis(Struct, frozen=True):
    """What is known of a text; `fault` says why it could not be judged, `checker` is None where the settings are broken."""

    uri: str
    source: Source
    positions: Positions
    lang: str
    findings: tuple[Finding, ...] = ()
    fault: str = ""
    checker: Checker | None = None


def analyse(opened: Opened) -> Analysis:
    """Return what is known of a text; raises nothing, whatever stands in it and in the configuration."""
    source = parse_text(opened.text, shown(opened.path))
    marks = len(opened.text) - len(source.text)
    bare = Analysis(opened.uri, source, Positions(opened.text, marks, opened.encoding), _language(opened, ""))
    if opened.path.name in NAMES or is_document(opened.path.name):
        return bare
    try:
        return _judged(opened, bare)
    except FAULTS as fault:
        return Analysis(bare.uri, source, bare.positions, bare.lang, fault=str(fault))


def _judged(opened: Opened, bare: Analysis) -> Analysis:
    configurations = Configurations()
    if configurations.is_excluded(opened.path):
        return bare
    config = configurations.of_file(opened.path)
    lang = _language(opened, config.lang)
    options = Options(lang)
    checker = checker_for(config, options)
    job = Job(opened.path, bare.source.path, config)
    answer = checker.check(bare.source.text.encode("utf-8", "replace"), bare.source.path)
    report = run_one(job, answer, options, KnownFindings(_baseline(config)))
    fault = "".join(error.message for error in report.errors)
    return Analysis(bare.uri, bare.source, bare.positions, lang, tuple(report.findings), fault, checker)


def _language(opened: Opened, configured: str) -> str:
    named = opened.lang or configured or opened.locale
    return "en" if named.lower().startswith("en") else "zh"


def _baseline(config: Config) -> Baseline | None:
    if config.baseline is None:
        return None
    stamp = config.baseline.stat().st_mtime_ns if config.baseline.is_file() else 0
    return _read(config.baseline, stamp)


@lru_cache(maxsize=4)
def _read(path: Path, stamp: int) -> Baseline:  # noqa: ARG001  # the stamp makes a changed file another one
    return read_baseline(path)
