"""Documents whose tables lie as YAML in the same run: judged there, and not twice."""

from collections.abc import Hashable, Iterable
from pathlib import Path, PurePath

from perflint.across.summary import Member
from perflint.adoption.entry import Identity, identity
from perflint.judge.inspection import Glance, Inspection
from perflint.pattern import pattern
from perflint.workspace.documents import is_document
from perflint.workspace.runs.workers import Job

Likeness = tuple[Hashable, ...]
_SOURCE = pattern(r"x-source:\s{0,40}[\s{]file:[ \t]{0,8}[\"']?([^,}\n\"']{1,300})")


def doubled(inspected: Iterable[tuple[Job, Inspection]], names: Iterable[str]) -> frozenset[str]:
    """Return the documents, by the path shown, each of whose tables lies as YAML among the files of the run.

    `names` are the paths shown of all its files.

    A YAML table is that of a document where it is the same table (kind, agency, year, code or name) and names the document
    as its source, as imported tables do, or has the same name, year and indicators with the same values, as one that was
    exported (whose unit may stand in another cell).
    """
    if not any(map(is_document, names)):  # without one there is nothing to go through
        return frozenset()
    papers: list[Glance] = []
    imported: set[tuple[str, Identity]] = set()
    same: set[Likeness] = set()
    for job, glance in ((job, inspection.glance) for job, inspection in inspected):
        if not is_document(glance.path):
            names = sources(job.path)
            imported.update((name, identity(member.table)) for member in glance.members for name in names)
            same.update(map(_likeness, glance.members))
        elif glance.members:
            papers.append(glance)
    return frozenset(glance.path for glance in papers if _is_double(glance, imported, same))


def _is_double(glance: Glance, imported: set[tuple[str, Identity]], same: set[Likeness]) -> bool:
    name = PurePath(glance.path).name
    return all((name, identity(member.table)) in imported or _likeness(member) in same for member in glance.members)


def _likeness(member: Member) -> Likeness:
    pairs = member.sheet().pairs
    kind, agency, year, called = identity(member.table)
    return (kind, year, called, pairs) if pairs else (kind, year, called, agency)


def sources(path: Path) -> set[str]:
    """Return the documents that the tables of a YAML file say they came from."""
    try:
        text = path.read_bytes().decode("utf-8", "replace")
    except OSError:
        return set()
    return {name.strip() for name in _SOURCE.findall(text)}
