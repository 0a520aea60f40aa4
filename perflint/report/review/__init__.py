"""The review that a reviewer sends back to a department: its model, and a renderer a format."""

from perflint.report.review.assembly import Letterhead, assemble
from perflint.report.review.model import Review

__all__ = ["Letterhead", "Review", "assemble"]
