"""Findings as a person's eyes get them: nothing in them reaches a terminal or a build log raw."""

from msgspec.structs import replace

from perflint.judge import Finding, InputError, Related
from perflint.typography import visible, visible_path


def seen(finding: Finding) -> Finding:
    """Return a finding whose texts are visible on one line each; the excerpt stays raw, its columns are still counted in it."""
    return replace(
        finding,
        message=visible(finding.message),
        suggestion=_maybe(finding.suggestion),
        legal_basis=_maybe(finding.legal_basis),
        suppressed=_maybe(finding.suppressed),
        indicator=_maybe(finding.indicator),
        place=replace(finding.place, path=visible_path(finding.place.path)),
        related=tuple(_related(other) for other in finding.related),
    )


def seen_error(error: InputError) -> InputError:
    """Return an error about an input in the same way."""
    return InputError(visible_path(error.path), visible(error.message))


def _maybe(text: str | None) -> str | None:
    return None if text is None else visible(text)


def _related(other: Related) -> Related:
    return Related(replace(other.place, path=visible_path(other.place.path)), visible(other.message))
