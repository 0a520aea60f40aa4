"""Findings written into the office's own Word or Excel file, as comments on the characters meant."""

from perflint.office.annotate.annotating import annotate, without_own
from perflint.office.annotate.kinds import can_annotate
from perflint.office.annotate.options import Annotated, AnnotateOptions, Fixes, Refused, Unplaced

__all__ = ["AnnotateOptions", "Annotated", "Fixes", "Refused", "Unplaced", "annotate", "can_annotate", "without_own"]
