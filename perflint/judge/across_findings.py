"""Findings across tables: where they stand, what they are known by, and the other tables that they name."""

from perflint.across.case import Case, Mention
from perflint.across.summary import led
from perflint.facts.table_name import TableName
from perflint.judge.agencies import agency_of
from perflint.judge.finding import Change, Edit, Finding, Fix, Related
from perflint.judge.making_findings import fingerprint, legal_basis
from perflint.judge.violation import Violation
from perflint.typography import fold

_RELATED = 5
_SHOWN = 60


def finding_on(violation: Violation, case: Case, lang: str) -> Finding:
    """Return the finding that a violation is, at the place of its case, with the tables that it was compared with."""
    rule, member, note = violation.rule, case.entry.member, case.note
    return Finding(
        code=rule.id, name=rule.name, category=rule.category, severity=violation.severity, message=led(note.label, violation.message),
        suggestion=violation.suggestion, legal_basis=legal_basis(rule, lang), place=note.place(member.path),
        excerpt=note.excerpt, value=note.text, table=member.table, indicator=case.indicator or None,
        related=_related(case, lang), fix=_fix(violation, case, lang),
        fingerprint=_fingerprint(rule.id, case), earlier=_earlier(rule.id, case),
    )  # fmt: skip


def _fingerprint(code: str, case: Case) -> str:
    """Return the identity of a finding: of its table and cell, or of what the tables of the agency and year share."""
    member, note = case.entry.member, case.note
    if not case.shared:
        amounts = sorted(map(fold, case.summands))
        return fingerprint(code, member.table, case.indicator, note.pointer, note.text, amounts)
    group = TableName("", agency_of(member)[0], member.table.year, "", member.stage)
    return fingerprint(code, group, case.indicator, "", case.shared)


def _earlier(code: str, case: Case) -> tuple[str, ...]:
    """Return the identities of version 0.1: of the table marked, and of the others that might have been."""
    if case.summands or not case.shared:
        return ()
    places = ((case.entry, case.note), *case.others)
    return tuple(
        fingerprint(code, entry.member.table, case.indicator, note.pointer, note.text) for entry, note in places
    )


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
