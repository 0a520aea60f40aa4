"""Findings' edits applied to text, and proven to change nothing else."""

from perflint.fixing.applying import Mended, mend, proves
from perflint.fixing.comparing import Difference, differences
from perflint.fixing.splice import apply_edits

__all__ = ["Difference", "Mended", "apply_edits", "differences", "mend", "proves"]
