"""What is judged across the tables of one agency and year."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from pathlib import PurePosixPath
from typing import NamedTuple

from perflint.across.case import Case, Entry, Mention, Surroundings
from perflint.across.copied_texts import copied_goals, copied_rows
from perflint.across.department_targets import compare_targets, compare_tasks
from perflint.across.document_numbers import compare_docnums
from perflint.across.heads import compare_heads, odd_years, one_of_each
from perflint.across.near_duplicates import Allowance
from perflint.across.same_indicators import compare_rows
from perflint.across.summary import Member, led
from perflint.across.unit_costs import compare_unit_costs
from perflint.facts import failed
from perflint.judge import Change, Edit, Engine, Finding, Fix, Related, Unchecked
from perflint.judge.inspection import Glance
from perflint.judge.making_findings import fingerprint, legal_basis
from perflint.judge.violation import Violation
from perflint.pattern import pattern
from perflint.typography import fold

_AGENCY = pattern(r"^[0-9]+|[(（]?本级[)）]?$")
_RELATED = 5
_SHOWN = 60
_LIMITED = {
    "XTB005": ("同一单位同一年度的表太多，年度目标没有全部比较", "too many tables of one agency and year: not all goals were compared"),
    "XTB006": ("同一单位同一年度的表太多，指标没有全部比较", "too many tables of one agency and year: not all indicators were compared"),
}  # fmt: skip
EngineOf = Callable[[Member], Engine]


class Across(NamedTuple):
    """What is found across tables, by path, and what could not be compared to the end."""

    findings: dict[str, list[Finding]]
    unchecked: tuple[Unchecked, ...]


def judge_across(glances: Iterable[Glance], engine_of: EngineOf) -> Across:
    """Return the findings across tables; the order of the files makes no difference. `engine_of` judges a table's findings.

    Compared are tables of one agency and year (of one file, where they name no agency); years within one folder.
    """
    ordered = sorted(glances, key=lambda glance: glance.path)
    members = [member for glance in ordered for member in glance.members]
    members.sort(key=_identity)  # and not by path: a renamed file must not move a finding to another table
    found: dict[str, list[Finding]] = {}
    unchecked: list[Unchecked] = []
    for group in _groups(members, _agency_and_year):
        for finding in _guarded(_group_cases(group, engine_of, unchecked), group, engine_of):
            found.setdefault(finding.place.path, []).append(finding)
    for group in _groups(members, _agency_and_folder):
        for finding in _guarded(odd_years(group), group, engine_of):
            found.setdefault(finding.place.path, []).append(finding)
    return Across(found, tuple(unchecked))


def _identity(member: Member) -> tuple[str, int, str, str, str]:
    table = member.table
    return table.agency, table.year, table.kind, table.code, table.name


def _groups(members: Sequence[Member], key: Callable[[Member], Hashable]) -> Iterator[list[Member]]:
    """Yield the groups of at least two tables."""
    groups: dict[Hashable, list[Member]] = {}
    for member in members:
        groups.setdefault(key(member), []).append(member)
    yield from (group for group in groups.values() if len(group) > 1)


def _agency_and_year(member: Member) -> Hashable:
    return (*agency_of(member), member.table.year, member.stage)


def _agency_and_folder(member: Member) -> Hashable:
    return (*agency_of(member), str(PurePosixPath(member.path).parent))


def agency_of(member: Member) -> tuple[str, str]:
    """Return whose table it is: the agency's name without code and 本级, else the file."""
    name = _AGENCY.sub("", fold(member.table.agency))
    return (name, "") if name else ("", member.path)


def _group_cases(members: Sequence[Member], engine_of: EngineOf, unchecked: list[Unchecked]) -> Iterator[Case]:
    """Yield all there is to judge among the tables of one agency and year; what could not be compared is added."""
    group = [Entry(member, member.sheet()) for member in members]
    engine = engine_of(members[0])
    around = Surroundings(engine.settings, engine.knowledge.lexicon)
    yield from compare_heads(group, around)
    group = one_of_each(group)
    for code, find in (("XTB005", copied_goals), ("XTB006", copied_rows)):
        if engine.runs(code):
            allowance = Allowance()
            yield from find(group, around, allowance)
            if allowance.spent:
                zh, en = _LIMITED[code]
                unchecked.append(Unchecked(code, members[0].path, "", en if engine.lang == "en" else zh))
    yield from compare_rows(group, around)
    yield from compare_targets(group, around)
    yield from compare_tasks(group)
    yield from compare_docnums(group)
    if engine.runs("BUD021"):
        yield from compare_unit_costs(group, around)


def _guarded(cases: Iterator[Case], group: Sequence[Member], engine_of: EngineOf) -> Iterator[Finding]:
    """Yield the findings among the tables of a group; what breaks is a finding too, on the first of them."""
    try:
        yield from _judged(cases, engine_of)
    except Exception as fault:  # noqa: BLE001  # the other groups are compared all the same
        engine, first = engine_of(group[0]), Entry(group[0], group[0].sheet())
        for violation in engine.failure((), failed(fault), ()):
            yield _finding(violation, Case("failure", first, None, first.sheet.note("")), engine.lang)


def _judged(cases: Iterator[Case], engine_of: EngineOf) -> Iterator[Finding]:
    for case in cases:
        engine = engine_of(case.entry.member)
        for violation in engine.judge_views(case.kind, case.entry.member.form, [case.view]).violations:
            yield _finding(violation, case, engine.lang)


def _finding(violation: Violation, case: Case, lang: str) -> Finding:
    rule, member, note = violation.rule, case.entry.member, case.note
    return Finding(
        code=rule.id, name=rule.name, category=rule.category, severity=violation.severity, message=led(note.label, violation.message),
        suggestion=violation.suggestion, legal_basis=legal_basis(rule, lang), place=note.place(member.path),
        excerpt=note.excerpt, value=note.text, table=member.table, indicator=case.indicator or None,
        related=_related(case, lang), fix=_fix(violation, case, lang),
        fingerprint=fingerprint(rule.id, member.table, case.indicator, note.pointer, note.text),
    )  # fmt: skip


def _related(case: Case, lang: str) -> tuple[Related, ...]:
    said = {"zh": "另一张表：", "en": "another table: "}[lang if lang == "en" else "zh"]
    own = case.note.place(case.entry.member.path)
    places = {mention.note.place(mention.entry.member.path): mention for mention in case.others}
    return tuple(
        Related(place, led(mention.note.label, said + _shown(mention)))
        for place, mention in list(places.items())[:_RELATED]
        if place != own
    )


def _shown(mention: Mention) -> str:
    return (mention.note.text.strip() or mention.entry.title)[:_SHOWN]


def _fix(violation: Violation, case: Case, lang: str) -> Fix | None:
    if violation.proposal is None or not case.write or case.note.label:  # documents are not written
        return None
    place, text = case.note.place(case.entry.member.path), violation.proposal.texts[0][1]
    edit = Edit(place.line, place.column, place.end_line, place.end_column, place.start, place.end, text)
    title = {"zh": "改为：", "en": "change to: "}[lang if lang == "en" else "zh"]
    before, after = case.around
    change = Change(place.pointer, before + text + after, before=before + case.note.text + after)
    return Fix(violation.proposal.safety, title + text, (edit,), (change,))
