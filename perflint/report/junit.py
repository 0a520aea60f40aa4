"""JUnit XML: a suite a file, a case a finding, skipped cases for what does not count or could not be checked."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from msgspec import Struct

from perflint.judge import Finding, Unchecked
from perflint.report.context import Context
from perflint.report.cursor import Shares, file_by_file
from perflint.report.document import Report
from perflint.report.junit_case import counted, known, passed, suppressed, undecided, unreadable, violated
from perflint.report.ordinals import Ordinals
from perflint.report.xmltext import attributes


class Counts(Struct, frozen=True):
    """How many cases of each outcome a suite holds."""

    passed: int = 0
    failures: int = 0
    errors: int = 0
    skipped: int = 0

    def written(self, name: str) -> str:
        """Return the attributes of a suite of that name."""
        tests = self.passed + self.failures + self.errors + self.skipped
        return attributes(
            name=name, tests=tests, failures=self.failures, errors=self.errors, skipped=self.skipped, time=0
        )


def render_junit(report: Report, context: Context) -> Iterator[str]:
    """Yield the report; each checked file is a suite, a clean one holds one case that passes."""
    files = [_counts(shares) for _, shares in _files(report)]
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f"<testsuites{_total(report, files).written('perflint')}>\n"
    for counts, (path, shares) in zip(files, _files(report), strict=True):
        yield from _suite(path, counts, [passed(path)] if counts.passed else _cases(shares, context))
    yield from _undecided(report, context)
    for error in report.errors:
        yield from _suite(error.path, Counts(errors=1), [unreadable(error)])
    yield "</testsuites>\n"


def _files(report: Report) -> Iterator[tuple[str, Shares]]:
    return file_by_file(report.paths, (report.findings, report.suppressed, report.baselined))


def _counts(shares: Shares) -> Counts:
    found, hidden, old = (sum(1 for _ in share) for share in shares)
    return Counts(int(not (found or hidden or old)), found, 0, hidden + old)


def _total(report: Report, files: list[Counts]) -> Counts:
    skipped = sum(counts.skipped for counts in files) + len(report.unchecked)
    failures = sum(counts.failures for counts in files)
    return Counts(sum(counts.passed for counts in files), failures, len(report.errors), skipped)


def _cases(shares: Shares, context: Context) -> Iterator[str]:
    names = Ordinals()
    found, hidden, old = shares
    yield from (violated(finding, _name(finding, names)) for finding in found)
    yield from (suppressed(finding, _name(finding, names), context) for finding in hidden)
    yield from (known(finding, _name(finding, names), context) for finding in old)


def _name(finding: Finding, names: Ordinals) -> str:
    return counted(f"{finding.code} {finding.place.pointer}", names)


def _undecided(report: Report, context: Context) -> Iterator[str]:
    """Yield what could not be checked, in suites of their own: it comes in another order than the findings."""
    counts = [(path, sum(1 for _ in doubts)) for path, doubts in groupby(report.unchecked, _path)]
    title = context.say("未能检查", "unchecked")
    for (path, count), (_, doubts) in zip(counts, groupby(report.unchecked, _path), strict=True):
        names = Ordinals()
        cases = (undecided(doubt, counted(f"{doubt.code} {doubt.pointer}", names), title) for doubt in doubts)
        yield from _suite(f"{path} ({title})", Counts(skipped=count), cases)


def _path(doubt: Unchecked) -> str:
    return doubt.path


def _suite(name: str, counts: Counts, cases: Iterable[str]) -> Iterator[str]:
    yield f" <testsuite{counts.written(name)}>\n"
    yield from cases
    yield " </testsuite>\n"
