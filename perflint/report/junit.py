"""JUnit XML: a suite a file, a case a finding, skipped cases for what does not count or could not be checked."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, groupby

from perflint.judge import Finding, InputError, Unchecked
from perflint.report.context import Context
from perflint.report.cursor import Cursor
from perflint.report.document import Report
from perflint.report.ordinals import Ordinals
from perflint.report.xmltext import attributes, content


def render_junit(report: Report, context: Context) -> Iterator[str]:
    """Yield the report; each checked file is a suite, a clean one holds one case that passes."""
    failures = len(report.findings)
    skipped = len(report.suppressed) + len(report.baselined) + len(report.unchecked)
    clean = sum(not count for count in _counted(report).values())
    total = failures + skipped + len(report.errors) + max(clean, not (failures or skipped or report.errors))
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f"<testsuites{_totals('perflint', total, failures, len(report.errors), skipped)}>\n"
    yield from _files(report, context)
    yield from _undecided(report)
    yield from chain.from_iterable(map(_unreadable, report.errors))
    if total == 1 and not (failures or skipped or report.errors or report.paths):
        yield from _suite("perflint", 0, 0, [_passed("perflint")])
    yield "</testsuites>\n"


def _counted(report: Report) -> Counter[str]:
    """Return how many cases each file has, in the order of the files."""
    counts = Counter(dict.fromkeys(report.paths, 0))
    counts.update(f.place.path for f in chain(report.findings, report.suppressed, report.baselined))
    return counts


def _files(report: Report, context: Context) -> Iterator[str]:
    failing = Counter(finding.place.path for finding in report.findings)
    every = [Cursor(kind) for kind in (report.findings, report.suppressed, report.baselined)]
    for path, count in _counted(report).items():
        cases = _cases(chain.from_iterable(cursor.take(path) for cursor in every), path, context)
        yield from _suite(path, failing[path], count - failing[path], cases)


def _suite(name: str, failures: int, skipped: int, cases: Iterable[str], errors: int = 0) -> Iterator[str]:
    total = max(1, failures + skipped + errors)
    yield f" <testsuite{_totals(name, total, failures, errors, skipped)}>\n"
    yield from cases
    yield " </testsuite>\n"


def _totals(name: str, tests: int, failures: int, errors: int, skipped: int) -> str:
    return attributes(name=name, tests=tests, failures=failures, errors=errors, skipped=skipped, time=0)


def _cases(findings: Iterable[Finding], path: str, context: Context) -> Iterator[str]:
    names = Ordinals()
    empty = True
    for finding in findings:
        empty = False
        name = _name(f"{finding.code} {finding.place.pointer}", names)
        yield _case(path, name, _outcome(finding, context), finding.place.line)
    if empty:
        yield _passed(path)


def _name(text: str, names: Ordinals) -> str:
    """Return a name that no other case of the file has: name and class together must be unique."""
    repeat = names.count(text)
    return f"{text} ({repeat + 1})" if repeat else text


def _case(path: str, name: str, inner: str, line: int = 0) -> str:
    place = {"file": path, **({"line": line} if line else {})}
    return f"  <testcase{attributes(name=name, classname=path, time=0, **place)}>{inner}</testcase>\n"


def _passed(path: str) -> str:
    return f"  <testcase{attributes(name='perflint', classname=path, time=0)}/>\n"


def _outcome(finding: Finding, context: Context) -> str:
    if finding.suppressed is not None:
        return _skipped(context.say("已屏蔽：", "suppressed: ") + finding.suppressed)
    return _failure(finding)


def _skipped(why: str) -> str:
    return f"<skipped{attributes(message=why)}/>"


def _failure(finding: Finding) -> str:
    place = finding.place
    lines = [f"{place.path}:{place.line}:{place.column}: {finding.code} {finding.name}", finding.message]
    lines += [f"→ {finding.suggestion}"] if finding.suggestion else []
    lines += [finding.legal_basis] if finding.legal_basis else []
    text = content("\n".join(lines))
    return f"<failure{attributes(message=finding.message, type=finding.severity.value)}>{text}</failure>"


def _undecided(report: Report) -> Iterator[str]:
    """Yield what could not be checked, in suites of their own: it comes in another order than the findings."""
    raise NotImplementedError
