"""From violations to findings: places, fixes, fingerprints."""

import hashlib
from collections.abc import Iterable
from functools import lru_cache

from perflint.facts import TableView
from perflint.facts.placing import Target, find_target
from perflint.facts.table_name import TableName, name_of
from perflint.judge.engine import Placed
from perflint.judge.finding import Finding, Fix, Refusal, Related, Unchecked
from perflint.judge.patching import patch_of, proposed
from perflint.judge.rule import Rule
from perflint.judge.violation import Doubt, Violation
from perflint.model import Table
from perflint.pattern import pattern
from perflint.typography import fold

_EXCERPT = 400
_WORD = pattern(r"[^+,、;/“”\"「」()]+")


def findings_of(view: TableView, placed: list[Placed], lang: str) -> tuple[list[Finding], list[Unchecked]]:
    """Return the findings on a table and what could not be checked, one finding a rule and path."""
    findings: dict[tuple[str, str, int], Finding] = {}
    unchecked: dict[tuple[str, str], Unchecked] = {}
    name = name_of(view)
    for row, violation in placed:
        target = find_target(view.table, row, violation.spots)
        if isinstance(violation, Doubt):
            key = (violation.rule.id, target.place.pointer)
            unchecked.setdefault(key, Unchecked(key[0], target.place.path, key[1], violation.reason))
        else:
            finding = finding_of(view.table, name, row, violation, target, lang)
            findings.setdefault((finding.code, finding.place.pointer, finding.place.start), finding)
    return list(findings.values()), list(unchecked.values())


def finding_of(table: Table, name: TableName, row: int, violation: Violation, target: Target, lang: str) -> Finding:
    """Return one violation as a finding."""
    rule = violation.rule
    records = table.rows
    index = row if row >= 0 else next((s.index for s in violation.spots if s.index is not None and not s.records), -1)
    indicator = records[index].text("name").strip() if 0 <= index < len(records) else ""
    patch = patch_of(table, row, violation.proposal, lang) if violation.proposal else None
    identity = (rule.id, name, indicator, target.place.pointer, target.text)
    named, plain = _named(violation, name, indicator, target.text), fingerprint(*identity)
    return Finding(
        code=rule.id,
        name=rule.name,
        category=rule.category,
        severity=violation.severity,
        message=violation.message,
        suggestion=violation.suggestion or (proposed(patch, lang) if isinstance(patch, Fix) else None),
        legal_basis=legal_basis(rule, lang),
        place=target.place,
        excerpt=table.source.line_text(target.place.line, _EXCERPT),
        value=target.text,
        table=name,
        indicator=indicator or None,
        related=_related(table, row, violation, lang),
        fix=patch if isinstance(patch, Fix) else None,
        fingerprint=fingerprint(*identity, named) if named else plain,
        parts=() if violation.sum else _parts(plain, named),
        earlier=(plain,) if named and not violation.sum else (),
        refusal=patch if isinstance(patch, Refusal) else None,
        once=rule.once,
    )


def legal_basis(rule: Rule, lang: str) -> str | None:
    """Return the authority line of a rule, marked where it is not verified."""
    if rule.authority is None:
        return None
    note = {"zh": "（未核实原文）", "en": " (wording not verified)"}[lang if lang == "en" else "zh"]
    return rule.authority.say(lang) + (note if rule.unverified else "")


def fingerprint(code: str, name: TableName, indicator: str, pointer: str, value: str, named: Iterable[str] = ()) -> str:
    """Return the identity of a finding: code, table, indicator, field and offending value; no line, no row number.

    `named` is what it says beside these, such as the amounts of a sum: where they change, it is another finding. Without
    them it is the identity that version 0.1 gave it.
    """
    field = pointer.rpartition("/")[2]
    field = "" if field.isdecimal() else field
    parts = (code, *_identity(name), fold(indicator), field, value, *named)
    return hashlib.blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


@lru_cache(maxsize=64)
def _identity(name: TableName) -> tuple[str, str, str, str]:
    """Return what tells a table from others."""
    return name.kind, fold(name.agency), str(name.year), name.code or fold(name.name)


def _named(violation: Violation, name: TableName, indicator: str, value: str) -> tuple[str, ...]:
    """Return what a violation says beside its table, row and cell, in an order that moved rows do not change.

    Of a sum that is every amount, whatever the total holds.
    """
    if violation.sum:
        return tuple(sorted(map(fold, violation.named)))
    if not violation.named:
        return ()
    known = f"{fold(indicator)}\n{fold(value)}\n{_words_of(name)}"
    words = (word for text in violation.named for word in _WORD.findall(fold(text)))
    return tuple(sorted([word for word in words if word not in known]))


@lru_cache(maxsize=64)
def _words_of(name: TableName) -> str:
    """Return what a table says of itself, each on a line of its own: folded texts have no line breaks."""
    return "\n".join(map(fold, (name.agency, name.name, name.code, str(name.year))))


def _parts(plain: str, named: tuple[str, ...]) -> tuple[str, ...]:
    """Return a hash of each thing named; that of a number holds all numbers, since fewer of a number may be worse."""
    numbers = [word for word in named if word[-1:].isdigit()]
    words = {word for word in named if word not in numbers}
    whole = (*sorted(words), "\x1f".join(numbers)) if named else ()
    return tuple(
        hashlib.blake2b(f"{plain}{word}".encode("utf-8", "surrogatepass"), digest_size=5).hexdigest() for word in whole
    )


def _related(table: Table, row: int, violation: Violation, lang: str) -> tuple[Related, ...]:
    return tuple(
        Related(find_target(table, row, (relation.spot,)).place, relation.en if lang == "en" else relation.zh)
        for relation in violation.relations
    )
