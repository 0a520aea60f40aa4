"""One case of a JUnit report: a rule at a place of a file."""

from perflint.judge import Finding, InputError, Unchecked
from perflint.report.context import Context
from perflint.report.ordinals import Ordinals
from perflint.report.xmltext import attributes, content


def counted(text: str, names: Ordinals) -> str:
    """Return a name that no other case of the suite has: name and class together must be unique."""
    repeat = names.count(text)
    return f"{text} ({repeat + 1})" if repeat else text


def passed(path: str) -> str:
    """Return the one case of a file without findings."""
    return f"  <testcase{attributes(name='perflint', classname=path, time=0, file=path)}/>\n"


def violated(finding: Finding, name: str) -> str:
    """Return a finding as a case that failed; its type is the severity."""
    place = finding.place
    lines = [f"{place.path}:{place.line}:{place.column}: {finding.code} {finding.name}", finding.message]
    lines += [f"→ {finding.suggestion}"] if finding.suggestion else []
    lines += [finding.legal_basis] if finding.legal_basis else []
    told = attributes(message=finding.message, type=finding.severity.value)
    return _at(finding, name, f"<failure{told}>{content(chr(10).join(lines))}</failure>")


def suppressed(finding: Finding, name: str, context: Context) -> str:
    """Return a suppressed finding as a skipped case, with the reason."""
    return _at(finding, name, _skipped(f"{context.say('已屏蔽：', 'suppressed: ')}{finding.suppressed}"))


def known(finding: Finding, name: str, context: Context) -> str:
    """Return a finding of the baseline as a skipped case."""
    return _at(finding, name, _skipped(context.say("在基线内：", "in the baseline: ") + finding.message))


def undecided(doubt: Unchecked, name: str, title: str) -> str:
    """Return a rule that could not be decided as a skipped case; `title` keeps its class apart from the findings'."""
    told = attributes(name=name, classname=f"{doubt.path} ({title})", time=0, file=doubt.path)
    return f"  <testcase{told}>{_skipped(doubt.reason)}</testcase>\n"


def unreadable(error: InputError) -> str:
    """Return an input that could not be read as a case in error."""
    told = attributes(name="perflint", classname=error.path, time=0, file=error.path)
    return f"  <testcase{told}><error{attributes(message=error.message, type='unreadable')}/></testcase>\n"


def _at(finding: Finding, name: str, outcome: str) -> str:
    place = finding.place
    told = attributes(name=name, classname=place.path, time=0, file=place.path, line=place.line)
    return f"  <testcase{told}>{outcome}</testcase>\n"


def _skipped(why: str) -> str:
    return f"<skipped{attributes(message=why)}/>"
