"""The same matter of spelling in many cells of a table, told as one finding with all its places."""

import itertools
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from perflint.judge.finding import Finding, Fix, Related
from perflint.pattern import pattern

_TABLE = pattern(r"(?:#\d+)?(?:/(?:tables|表格)/\d+)?")
_SHOWN = 12  # places named one by one
_SAID = {
    "zh": ("{message}（同一张表里还有{count}处：第{lines}行）", "、", "等", "同样的情况"),
    "en": ("{message} ({count} more in this table: lines {lines})", ", ", " …", "the same"),
}


def gathered(findings: Iterable[Finding], lang: str) -> Iterator[Finding]:
    """Yield findings in order; of those that are told once a table only the first, with the places of the others."""
    every = list(findings)
    groups: dict[tuple[str, ...], list[Finding]] = {}
    for finding in every:
        if finding.once:
            groups.setdefault(_key(finding), []).append(finding)
    for finding in every:
        group = groups.get(_key(finding), []) if finding.once else []
        if not group:
            yield finding
        elif group[0] is finding:
            yield _told(group, lang) if len(group) > 1 else finding


def _key(finding: Finding) -> tuple[str, ...]:
    found = _TABLE.match(finding.place.pointer)
    return finding.code, finding.severity.value, finding.place.path, found[0] if found else ""


def _told(group: list[Finding], lang: str) -> Finding:
    """Return the first finding of a group with the places of the others, and one fix where all can be fixed alike."""
    first, *others = group
    said, joint, more, alike = _SAID["en" if lang == "en" else "zh"]
    lines = joint.join(str(line) for line in dict.fromkeys(other.place.line for other in others[:_SHOWN]))
    lines += more if len(others) > _SHOWN else ""
    message = said.format(message=first.message, count=len(others), lines=lines)
    related = (*first.related, *(Related(other.place, alike) for other in others))
    return replace(first, message=message, related=related, fix=_joint(group))


def _joint(group: list[Finding]) -> Fix | None:
    fixes = [finding.fix for finding in group if finding.fix is not None]
    if len(fixes) < len(group) or len({fix.safety for fix in fixes}) > 1:
        return None
    edits = tuple(sorted((edit for fix in fixes for edit in fix.edits), key=lambda edit: edit.start))
    if any(before.end > after.start for before, after in itertools.pairwise(edits)):
        return None
    return replace(fixes[0], edits=edits, changes=tuple(change for fix in fixes for change in fix.changes))
