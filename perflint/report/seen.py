"""Findings as a person's eyes get them: nothing in them reaches a terminal or a build log raw."""

from functools import lru_cache

from msgspec.structs import replace

from perflint.judge import Finding, InputError, Related
from perflint.typography import visible, visible_path


def seen(finding: Finding) -> Finding:
    """Return a finding whose texts are visible on one line each; the excerpt stays raw, its columns are still counted in it."""
    if _is_plain(finding):
        return finding
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


def _is_plain(finding: Finding) -> bool:
    """Return whether all its texts are visible as they are: those of nearly every finding."""
    texts = (finding.message, finding.suggestion, finding.legal_basis, finding.suppressed, finding.indicator)
    paths = (finding.place.path, *(other.place.path for other in finding.related))
    shown = (*texts, *(other.message for other in finding.related))
    return all(text is None or visible(text) is text for text in shown) and all(map(_begins_a_line, paths))


@lru_cache(maxsize=64)
def _begins_a_line(path: str) -> bool:
    return visible_path(path) == path


def _maybe(text: str | None) -> str | None:
    return None if text is None else visible(text)


def _related(other: Related) -> Related:
    return Related(replace(other.place, path=visible_path(other.place.path)), visible(other.message))
