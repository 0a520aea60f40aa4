"""Findings and doubts put to the table that they are about."""

from collections.abc import Iterable, Sequence

from perflint.judge import Finding, TableName, Unchecked
from perflint.judge.table_summary import TableSummary

_UNREAD = TableName("", "", 0, "", "")


class Bundle:
    """One table with its findings and doubts, while they are collected."""

    def __init__(self, table_summary: TableSummary) -> None:
        self.table_summary = table_summary
        self.findings: list[Finding] = []
        self.doubts: list[Unchecked] = []


def grouped(
    table_summaries: Iterable[TableSummary],
    findings: Iterable[Finding],
    doubts: Iterable[Unchecked],
    usual: TableSummary,
) -> list[Bundle]:
    """Return every table with its findings and doubts; a file with findings but no table gets a summary like `usual`."""
    files: dict[str, list[Bundle]] = {}
    for table_summary in table_summaries:
        files.setdefault(table_summary.path, []).append(Bundle(table_summary))
    for finding in findings:
        known = files.setdefault(finding.place.path, [])
        if not known:
            known.append(Bundle(_of_file(finding.place.path, usual)))
        _home(known, finding.place.pointer, finding.place.line).findings.append(finding)
    for doubt in doubts:
        known = files.setdefault(doubt.path, [])
        if known:
            _home(known, doubt.pointer, 0).doubts.append(doubt)
    return [bundle for known in files.values() for bundle in known]


def homeless(doubts: Iterable[Unchecked], bundles: Iterable[Bundle]) -> list[Unchecked]:
    """Return the doubts about files that hold no table."""
    paths = {bundle.table_summary.path for bundle in bundles}
    return [doubt for doubt in doubts if doubt.path not in paths]


def _of_file(path: str, usual: TableSummary) -> TableSummary:
    return TableSummary(
        _UNREAD, path, "", 1, "", usual.profile, "", (), (), "", (), usual.sent_back, usual.amended
    )  # fmt: skip


def _home(bundles: Sequence[Bundle], pointer: str, line: int) -> Bundle:
    """Return the table that a pointer leads into; where it leads into none, the one that the line stands in."""
    inside = [bundle for bundle in bundles if _leads(pointer, bundle.table_summary.pointer)]
    if inside:
        return max(inside, key=lambda bundle: len(bundle.table_summary.pointer))
    return max((bundle for bundle in bundles if bundle.table_summary.line <= line), key=_line, default=bundles[0])


def _leads(pointer: str, table: str) -> bool:
    return pointer == table or pointer.startswith(table + "/")


def _line(bundle: Bundle) -> int:
    return bundle.table_summary.line
