"""The rows of a batch's result: findings with the columns of the JSON report, tables, doubts, errors, dossiers for reviews."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq

from perflint.cluster.dossiers import dossiers_of
from perflint.judge import Finding, InputError, Safety, Unchecked
from perflint.judge.agencies import agency_of
from perflint.judge.inspection import Inspection
from perflint.report.jsontext import one_line
from perflint.report.machine import finding_data

_TEXT, _INT = pa.string(), pa.int32()
_TABLE = pa.struct([("kind", _TEXT), ("agency", _TEXT), ("year", _INT), ("code", _TEXT), ("name", _TEXT)])
_RELATED = pa.list_(pa.struct([("path", _TEXT), ("line", _INT), ("column", _INT), ("message", _TEXT)]))
_EDIT = pa.struct([("line", _INT), ("column", _INT), ("end_line", _INT), ("end_column", _INT), ("text", _TEXT)])
_FIX = pa.struct([("safety", _TEXT), ("title", _TEXT), ("edits", pa.list_(_EDIT))])
_REFUSED = pa.struct([("safety", _TEXT), ("reason", _TEXT)])
SCHEMAS = {
    "findings": pa.schema(
        [
            (name, _TEXT)
            for name in ("code", "name", "category", "severity", "message", "suggestion", "legal_basis", "path")
        ]
        + [(name, _INT) for name in ("line", "column", "end_line", "end_column")]
        + [("pointer", _TEXT), ("value", _TEXT), ("table", _TABLE), ("indicator", _TEXT), ("related", _RELATED)]
        + [("fix", _FIX), ("fix_refused", _REFUSED), ("fingerprint", _TEXT)]
    ),
    "tables": pa.schema(
        [(name, _TEXT) for name in ("path", "kind", "agency", "agency_plain")]
        + [("year", _INT), ("code", _TEXT), ("name", _TEXT), ("profile", _TEXT), ("stage", _TEXT)]
        + [(name, _INT) for name in ("errors", "warnings", "infos")]
    ),
    "unchecked": pa.schema([(name, _TEXT) for name in ("code", "path", "pointer", "reason")]),
    "errors": pa.schema([("path", _TEXT), ("message", _TEXT)]),
    "reviews": pa.schema([(name, _TEXT) for name in ("path", "agency", "agency_plain", "dossier")]),
}
"""The columns of each folder of the result."""


class Rows:
    """The rows of a partition as they are gathered, and what they count, as the summary of a report does."""

    def __init__(self) -> None:
        self.kept: dict[str, list[dict[str, Any]]] = {name: [] for name in SCHEMAS}
        self.counts: dict[str, int] = Counter()

    def add(
        self, path: str, inspection: Inspection | None, error: InputError | None, findings: Sequence[Finding],
        unchecked: Sequence[Unchecked], suppressed: int,
    ) -> None:  # fmt: skip
        """Add a file."""
        if error is not None:
            self.kept["errors"].append({"path": path, "message": error.message})
            self.counts["unreadable"] += 1
        if inspection is None:
            return
        self.take(findings)
        self.kept["unchecked"] += map(msgspec.structs.asdict, unchecked)
        self.kept["tables"] += _tables(inspection, findings)
        self.kept["reviews"] += dossiers_of(inspection, findings, unchecked)
        self.counts["files"] += bool(inspection.glance.tables or inspection.findings)
        self.counts["tables"] += inspection.glance.tables
        self.counts["indicators"] += inspection.glance.indicators
        self.counts["suppressed"] += suppressed
        self.counts["unchecked"] += len(unchecked)

    def take(self, findings: Sequence[Finding]) -> None:
        """Add findings."""
        self.kept["findings"] += map(finding_data, findings)
        for finding in findings:
            self.counts[f"{finding.severity.value}s"] += 1
            self.counts["fixable"] += finding.fix is not None and finding.fix.safety is not Safety.DISPLAY


def _tables(inspection: Inspection, findings: Sequence[Finding]) -> list[dict[str, Any]]:
    by_table = Counter((finding.table, finding.severity.value) for finding in findings)
    return [
        {
            "path": member.path, "kind": member.table.kind, "agency": member.table.agency,
            "agency_plain": agency_of(member)[0], "year": member.table.year, "code": member.table.code,
            "name": member.table.name, "profile": member.profile, "stage": member.stage,
            **{f"{severity}s": by_table[member.table, severity] for severity in ("error", "warning", "info")},
        }
        for member in inspection.glance.members
    ]  # fmt: skip


def write_rows(folder: Path, number: int | None, rows: Rows, form: str) -> None:
    """Write the rows of a partition (None: of the run itself), a file in each folder, exchanged for what was there."""
    for name, kept in rows.kept.items():
        target = folder / name / f"{'run' if number is None else f'part-{number:06d}'}.{form}"
        draft = target.with_suffix(".tmp")
        plain = msgspec.to_builtins(kept)
        if form == "jsonl":
            draft.write_text("".join(map(one_line, plain)), encoding="utf-8", newline="\n")
        else:
            pq.write_table(pa.Table.from_pylist(plain, schema=SCHEMAS[name]), draft, compression="zstd")
        draft.replace(target)
