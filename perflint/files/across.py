"""What is judged across the tables of one agency and year."""

import re
from collections.abc import Callable, Hashable, Iterator, Sequence
from pathlib import PurePosixPath
from typing import Any

from perflint.facts.bundle import MemberView
from perflint.files.checking import Options
from perflint.files.members import odd_years, same_code, same_goal
from perflint.files.peers import peers_of
from perflint.files.workers import Job, checker_for
from perflint.judge import Engine, Finding, Related
from perflint.judge.bundle import Member, Note
from perflint.judge.inspection import Inspection
from perflint.judge.report import fingerprint, legal_basis
from perflint.judge.verdict import Verdict
from perflint.typography import fold

_AGENCY = re.compile(r"^[0-9]+|[(（]?本级[)）]?$")
_RELATED = 5
_SHOWN = 60
EngineOf = Callable[[Member], Engine]


def bundle_findings(inspections: Sequence[tuple[Job, Inspection]], options: Options) -> dict[str, list[Finding]]:
    """Return the findings across tables by path; the order of the files makes no difference.

    Compared are tables of one agency and year (of one file, where they name no agency); years within one folder.
    """
    ordered = sorted(inspections, key=lambda pair: pair[1].path)
    members = [member for _, inspection in ordered for member in inspection.members]
    if len(members) < 2:  # noqa: PLR2004  # one table has nothing to be compared with
        return {}
    jobs = {inspection.path: job for job, inspection in ordered}

    def engine_of(member: Member) -> Engine:
        return checker_for(jobs[member.goal.place.path][2], options).engine(member.profile)

    found: dict[str, list[Finding]] = {}
    for finding in _findings(members, engine_of):
        found.setdefault(finding.place.path, []).append(finding)
    return found


def _findings(members: Sequence[Member], engine_of: EngineOf) -> Iterator[Finding]:
    for group in _grouped(members, _agency_and_year):
        yield from _member_findings(group, engine_of)
        yield from _peer_findings(group, engine_of)
    for group in _grouped(members, _agency_and_folder):
        yield from _year_findings(group, engine_of)


def _grouped(members: Sequence[Member], key: Callable[[Member], Hashable]) -> list[list[Member]]:
    """Return the groups of at least two tables."""
    groups: dict[Hashable, list[Member]] = {}
    for member in members:
        groups.setdefault(key(member), []).append(member)
    return [group for group in groups.values() if len(group) > 1]


def _agency_and_year(member: Member) -> Hashable:
    return (*_agency(member), member.table.year, member.stage)


def _agency_and_folder(member: Member) -> Hashable:
    return (*_agency(member), str(PurePosixPath(member.year.place.path).parent))


def _agency(member: Member) -> tuple[str, str]:
    """Return whose table it is: the agency's name without code and 本级, else the file."""
    name = _AGENCY.sub("", fold(member.table.agency))
    return (name, "") if name else ("", member.year.place.path)


def _member_findings(group: Sequence[Member], engine_of: EngineOf) -> Iterator[Finding]:
    engine = engine_of(group[0])
    floor = min(1.0, max(0.5, float(str(engine.settings["goals.similarity"]))))
    codes, goals = same_code(group), same_goal(group, floor, engine.knowledge.lexicon)
    for index, member in enumerate(group):
        others = codes.get(index, [])
        twins = goals.get(index)
        if not others and not twins:
            continue
        view = MemberView(
            code=member.code.text,
            code_table=_title(others[0]) if others else "",
            goal=member.goal.text,
            goal_similarity=twins.similarity if twins else 0.0,
            goal_twin=_title(twins.members[0]) if twins else "",
            goal_twins=len(twins.members) if twins else 0,
            year=member.table.year,
        )
        notes = {
            "project.code": (member.code, [other.code for other in others]),
            "goals.annual": (member.goal, [other.goal for other in (twins.members if twins else ())]),
        }
        yield from _judged("member", view, member, notes, engine_of(member))


def _year_findings(group: Sequence[Member], engine_of: EngineOf) -> Iterator[Finding]:
    for index, others in odd_years(group).items():
        member = group[index]
        view = MemberView(
            code=member.code.text, goal=member.goal.text, year=member.table.year, usual_year=others[0].table.year
        )
        notes = {"year": (member.year, [other.year for other in others])}
        yield from _judged("member", view, member, notes, engine_of(member))


def _peer_findings(group: Sequence[Member], engine_of: EngineOf) -> Iterator[Finding]:
    for peer in peers_of(group, engine_of(group[0]).knowledge.lexicon):
        member = peer.standing.member
        notes = {"value": (peer.standing.row.value, [other.row.value for other in peer.others])}
        yield from _judged("peer", peer.view, member, notes, engine_of(member), peer.view.name)


def _judged(
    kind: str, view: Any, member: Member, notes: dict[str, tuple[Note, list[Note]]], engine: Engine,  # noqa: ANN401  # kinds of subject differ in type
    indicator: str = "",
) -> Iterator[Finding]:  # fmt: skip
    """Yield the findings on one subject, each at the cell that its rule marks, with the same cell of the others."""
    for verdict in engine.judge_views(kind, member.form, [view]).verdicts:
        known = next((notes[spot.field] for spot in verdict.spots if spot.field in notes), None)
        if known is not None:
            yield _finding(verdict, member, *known, engine.lang, indicator)


def _finding(verdict: Verdict, member: Member, note: Note, others: list[Note], lang: str, indicator: str) -> Finding:
    rule = verdict.rule
    return Finding(
        code=rule.id, name=rule.name, category=rule.category, severity=verdict.severity, message=verdict.message,
        suggestion=verdict.suggestion, legal_basis=legal_basis(rule, lang), place=note.place, excerpt=note.excerpt,
        value=note.text, table=member.table, indicator=indicator or None, related=_related(note, others, lang), fix=None,
        fingerprint=fingerprint(rule.id, member.table, indicator, note.place.pointer, note.text),
    )  # fmt: skip


def _related(note: Note, others: list[Note], lang: str) -> tuple[Related, ...]:
    said = {"zh": "另一张表：", "en": "another table: "}[lang if lang == "en" else "zh"]
    places = dict.fromkeys((other.place, other.text) for other in others if other.place != note.place)
    return tuple(Related(place, said + text.strip()[:_SHOWN]) for place, text in list(places)[:_RELATED])


def _title(member: Member) -> str:
    return member.table.name or member.table.code or member.table.agency or member.goal.place.path
