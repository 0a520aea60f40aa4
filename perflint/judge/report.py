"""From verdicts to findings: places, fixes, fingerprints."""

import hashlib

from perflint.facts import UNITS, TableView
from perflint.judge.engine import Placed
from perflint.judge.finding import Finding, Fix, Refusal, Related, TableName, Unchecked
from perflint.judge.patching import patch_of, proposed
from perflint.judge.placing import Target, find_target
from perflint.judge.rule import Rule
from perflint.judge.verdict import Doubt, Verdict
from perflint.model import Table
from perflint.model.profile import table_kind
from perflint.pattern import pattern
from perflint.typography import fold

_EXCERPT = 400
_CODE = pattern(r"^\s*\d{3,}|\d{3,}\s*$")


def name_of(view: TableView) -> TableName:
    """Return whose table it is."""
    table = view.table
    return TableName(
        table_kind(table) or view.scope.kind, _unit(table), view.scope.year,
        table.text("project.code").strip(), table.text("project.name").strip(),
    )  # fmt: skip


def _unit(table: Table) -> str:
    """Return whose table it is: the agency, else the unit that carries the project out, else the department above it."""
    named = (table.text(cell) if cell.endswith(".name") else _CODE.sub("", table.text(cell)) for cell in UNITS)
    return next((unit.strip() for unit in named if unit.strip()), "")


def findings_of(view: TableView, placed: list[Placed], lang: str) -> tuple[list[Finding], list[Unchecked]]:
    """Return the findings on a table and what could not be checked, one finding a rule and path."""
    findings: dict[tuple[str, str, int], Finding] = {}
    unchecked: dict[tuple[str, str], Unchecked] = {}
    name = name_of(view)
    for row, verdict in placed:
        target = find_target(view.table, row, verdict.spots)
        if isinstance(verdict, Doubt):
            key = (verdict.rule.id, target.place.pointer)
            unchecked.setdefault(key, Unchecked(key[0], target.place.path, key[1], verdict.reason))
        else:
            finding = finding_of(view.table, name, row, verdict, target, lang)
            findings.setdefault((finding.code, finding.place.pointer, finding.place.start), finding)
    return list(findings.values()), list(unchecked.values())


def finding_of(table: Table, name: TableName, row: int, verdict: Verdict, target: Target, lang: str) -> Finding:
    """Return one verdict as a finding."""
    rule = verdict.rule
    records = table.rows
    index = row if row >= 0 else next((s.index for s in verdict.spots if s.index is not None and not s.records), -1)
    indicator = records[index].text("name").strip() if 0 <= index < len(records) else ""
    patch = patch_of(table, row, verdict.proposal, lang) if verdict.proposal else None
    return Finding(
        code=rule.id,
        name=rule.name,
        category=rule.category,
        severity=verdict.severity,
        message=verdict.message,
        suggestion=verdict.suggestion or (proposed(patch, lang) if isinstance(patch, Fix) else None),
        legal_basis=legal_basis(rule, lang),
        place=target.place,
        excerpt=table.source.line_text(target.place.line, _EXCERPT),
        value=target.text,
        table=name,
        indicator=indicator or None,
        related=_related(table, row, verdict, lang),
        fix=patch if isinstance(patch, Fix) else None,
        fingerprint=fingerprint(rule.id, name, indicator, target.place.pointer, target.text),
        refusal=patch if isinstance(patch, Refusal) else None,
        once=rule.once,
    )


def legal_basis(rule: Rule, lang: str) -> str | None:
    """Return the authority line of a rule, marked where it is not verified."""
    if rule.authority is None:
        return None
    note = {"zh": "（未核实原文）", "en": " (wording not verified)"}[lang if lang == "en" else "zh"]
    return rule.authority.say(lang) + (note if rule.unverified else "")


def fingerprint(code: str, name: TableName, indicator: str, pointer: str, value: str) -> str:
    """Return the identity of a finding: code, table, indicator, field and offending value; no line, no row number."""
    field = pointer.rpartition("/")[2]
    field = "" if field.isdecimal() else field
    parts = (
        code,
        name.kind,
        fold(name.agency),
        str(name.year),
        name.code or fold(name.name),
        fold(indicator),
        field,
        value,
    )
    return hashlib.blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def _related(table: Table, row: int, verdict: Verdict, lang: str) -> tuple[Related, ...]:
    return tuple(
        Related(find_target(table, row, (relation.spot,)).place, relation.en if lang == "en" else relation.zh)
        for relation in verdict.relations
    )
