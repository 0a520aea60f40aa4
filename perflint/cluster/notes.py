"""What is handed on of an inspected file: its tables in short to their agency, and what is asked of all tables, by name."""

from collections.abc import Iterator
from typing import NamedTuple

from perflint.across.peer_targets import Target, targets_of
from perflint.across.summary import Member
from perflint.across.years.elsewhere import Trace, traces_of
from perflint.cluster.inspecting import Judged
from perflint.judge.agencies import agency_of


class Note(NamedTuple):
    """One thing to hand on: a table (`kind` table, `key` its agency), a project or a target (`key` a number for its name)."""

    kind: str
    key: str | int
    thing: Member | Trace | Target


def notes_of(judged: Judged) -> Iterator[Note]:
    """Yield what is handed on of a file; nothing of one that could not be read."""
    for member in judged.inspection.glance.members if judged.inspection else ():
        yield Note("table", "\0".join(agency_of(member)), member)
        yield from (Note("project", trace[0], trace) for trace in traces_of(member))
        yield from (Note("target", target[0], target) for target in targets_of(member))
