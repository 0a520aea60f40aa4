"""Findings' edits applied to text."""

from perflint.fixing.splice import apply_edits

__all__ = ["apply_edits"]
