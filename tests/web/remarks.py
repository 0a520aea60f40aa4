"""Findings as a review holds them, with only what a test is about."""

from perflint.judge import Severity
from perflint.report.review.model import Mending, Remark


def remark(
    number: int, pointer: str = "", code: str = "XXX001", severity: Severity = Severity.WARNING, suggested: str = ""
) -> Remark:
    """Return a finding."""
    return Remark(
        number=number, code=code, name="a-name", severity=severity, where="指标值", row="", message="…", present="",
        blank=False, suggested=suggested, why="", basis="", mending=Mending.MANUAL, refusal="", see=(), path="t", line=1,
        column=1, pointer=pointer, fingerprint="00",
    )  # fmt: skip
