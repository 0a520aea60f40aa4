"""What a format is told beside the report: the language, the rules, and what paths are relative to."""

from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import chain

from msgspec import Struct

from perflint.judge import Finding, Rule
from perflint.report.document import Report

_LONGEST = 200


def no_rules() -> Collection[Rule]:
    """Return no rule: findings are then described by their own words."""
    return ()


def no_warning(text: str) -> None:
    """Say nothing: a format has it in its own text, or nobody listens."""


class Context(Struct, frozen=True):
    """The language; the rules that may have spoken, loaded where a format asks; the repository's folder ("" if none).

    `on_disk`: the files can be read again (not standard input).
    `warn` takes what is to be said of the report beside it, such as that a platform does not take it whole.
    `hidden`: findings that do not count, suppressed or of the baseline, are shown too where a format can mark them.
    """

    lang: str = "zh"
    rules: Callable[[], Collection[Rule]] = no_rules
    root: str = ""
    hidden: bool = False
    on_disk: bool = True
    warn: Callable[[str], None] = no_warning

    def say(self, zh: str, en: str) -> str:
        """Return one of two texts."""
        return en if self.lang == "en" else zh


Renderer = Callable[[Report, Context], Iterator[str]]


def shown(report: Report, context: Context) -> Iterable[Finding]:
    """Return the findings to be shown, those that do not count last."""
    if not context.hidden:
        return report.findings
    return chain(report.findings, report.suppressed, report.baselined)


def one_line_of(finding: Finding) -> str:
    """Return a finding in one line: code, message, and what to write instead."""
    message = " ".join(finding.message.split())
    suggestion = f" → {' '.join(clipped(finding.suggestion).split())}" if finding.suggestion else ""
    return f"{finding.code} {message}{suggestion}"


def clipped(suggestion: str) -> str:
    """Return a suggestion as short as a line in a list of findings can hold; that of a goal is a page long."""
    return suggestion if len(suggestion) <= _LONGEST else suggestion[:_LONGEST].rstrip() + "…"
