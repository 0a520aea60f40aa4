"""JUnit XML: a suite a file, a case a finding, skipped cases for what does not count or could not be checked."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, groupby

from msgspec import Struct

from perflint.judge import Finding, Unchecked
from perflint.report.context import Context
from perflint.report.cursor import Cursor
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
    files = _files(report)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f"<testsuites{_total(report, files).written('perflint')}>\n"
    yield from _checked(report, files, context)
    yield from _undecided(report, context)
    for error in report.errors:
        yield from _suite(error.path, Counts(errors=1), [unreadable(error)])
    yield "</testsuites>\n"


def _files(report: Report) -> dict[str, Counts]:
    """Return the suites of the files, in the order in which the lists of the report speak of them."""
    failing = Counter(finding.place.path for finding in report.findings)
    skipped = Counter(finding.place.path for finding in chain(report.suppressed, report.baselined))
    paths = dict.fromkeys(chain(report.paths, failing, skipped))
    return {
        path: Counts(int(not failing[path] and not skipped[path]), failing[path], 0, skipped[path]) for path in paths
    }


def _total(report: Report, files: dict[str, Counts]) -> Counts:
    skipped = len(report.suppressed) + len(report.baselined) + len(report.unchecked)
    clean = sum(counts.passed for counts in files.values())
    return Counts(clean, len(report.findings), len(report.errors), skipped)


def _checked(report: Report, files: dict[str, Counts], context: Context) -> Iterator[str]:
    found, hidden, old = Cursor(report.findings), Cursor(report.suppressed), Cursor(report.baselined)
    for path, counts in files.items():
        names = Ordinals()
        cases = chain(
            (violated(finding, _name(finding, names)) for finding in found.take(path)),
            (suppressed(finding, _name(finding, names), context) for finding in hidden.take(path)),
            (known(finding, _name(finding, names), context) for finding in old.take(path)),
        )
        yield from _suite(path, counts, [passed(path)] if counts.passed else cases)


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
