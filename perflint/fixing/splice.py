"""Edits as splices of the source text; whatever they do not name stays as it is, byte for byte."""

from collections.abc import Iterable

from perflint.judge import Edit


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """Return the text with the edits applied; of overlapping ones the first in the text is applied, the others left."""
    parts: list[str] = []
    reached = 0
    for edit in sorted(set(edits), key=lambda edit: (edit.start, edit.end)):
        if edit.start >= reached:
            parts += [text[reached : edit.start], edit.text]
            reached = edit.end
    return "".join([*parts, text[reached:]])
