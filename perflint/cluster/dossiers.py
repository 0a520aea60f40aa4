"""The dossiers of a batch's result: all that a review says of a table, kept in one text for `perflint report --from`."""

from collections.abc import Iterator, Sequence

import msgspec
from msgspec import Struct

from perflint.judge import Finding, Unchecked
from perflint.judge.agencies import plain_agency
from perflint.judge.inspection import Inspection
from perflint.judge.table_summary import TableSummary
from perflint.report.review.grouping import grouped

SCHEMA = "perflint-batch/1"
"""The layout of a batch's result, as its `summary.json` names it."""


class Dossier(Struct, frozen=True):
    """A table as a review shows it, what was found on it, and what could not be decided."""

    summary: TableSummary
    findings: list[Finding]
    unchecked: list[Unchecked]


def dossiers_of(
    inspection: Inspection, findings: Sequence[Finding], unchecked: Sequence[Unchecked]
) -> Iterator[dict[str, str]]:
    """Yield a row a table of a file; none where the run was not asked for summaries."""
    summaries = inspection.table_summaries
    for bundle in grouped(summaries, findings, unchecked, summaries[0]) if summaries else ():
        summary = bundle.table_summary
        dossier = msgspec.json.encode(Dossier(summary, bundle.findings, bundle.doubts)).decode()
        agency = summary.table.agency
        yield {"path": summary.path, "agency": agency, "agency_plain": plain_agency(agency), "dossier": dossier}
