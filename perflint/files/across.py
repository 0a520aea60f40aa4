"""What is judged across the tables of one agency and year."""

from collections.abc import Sequence

from perflint.files.checking import Options
from perflint.files.workers import Job
from perflint.judge import Finding
from perflint.judge.inspection import Inspection


def bundle_findings(inspections: Sequence[tuple[Job, Inspection]], options: Options) -> dict[str, list[Finding]]:
    """Return the findings across tables by path."""
    return {}
