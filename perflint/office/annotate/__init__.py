"""Findings written into the office's own Word or Excel file, as comments on the characters meant."""

from collections.abc import Sequence

from perflint.judge import Finding
from perflint.office.annotate.options import Annotated, AnnotateOptions, Fixes, Refused, Unplaced

__all__ = ["AnnotateOptions", "Annotated", "Fixes", "Refused", "Unplaced", "annotate", "can_annotate", "without_own"]


def can_annotate(name: str) -> bool:
    """Return whether a file can be annotated, by its name: .docx, .xlsx and .xlsm can."""
    return name.lower().endswith((".docx", ".xlsx", ".xlsm"))


def annotate(
    data: bytes, name: str, findings: Sequence[Finding], options: AnnotateOptions = AnnotateOptions()
) -> Annotated:
    """Return a document with each of its findings as a comment; what perflint wrote into it before is replaced.

    `findings` are those of this document alone, as a check of `data` under `name` yields them.

    Raises:
        Refused: the document cannot be annotated; the exception says why, in both languages.
        Unopened: it cannot be read.
    """
    raise Refused("尚未实现", "not implemented yet")


def without_own(data: bytes, name: str) -> bytes:
    """Return a document without what perflint wrote into it before; the same bytes where there is nothing of it."""
    return data
