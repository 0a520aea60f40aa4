"""Which rules are in force: selected, not ignored, with the severity of profile and configuration."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from perflint.judge.nearest import nearest
from perflint.judge.rule import Rule, Severity
from perflint.judge.ruling import InForce

ALL = "ALL"


class SelectionError(ValueError):
    """A selector that no rule answers to; the text names the nearest code."""


class Selection(Struct, frozen=True):
    """Selectors (codes, prefixes or names) that switch rules on and off, and severities by code or name."""

    select: tuple[str, ...] = (ALL,)
    extend: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: tuple[tuple[str, str], ...] = ()


def answers(rule: Rule, selector: str) -> bool:
    """Return whether a rule answers to a selector: ALL, its code, a prefix of it, or its name."""
    return selector in {ALL, rule.name} or (selector != "" and rule.id.startswith(selector))


def check_selectors(rules: Iterable[Rule], selection: Selection) -> None:
    """Check that every selector means a rule.

    Raises:
        SelectionError: one does not.
    """
    rules = tuple(rules)
    known = [word for rule in rules for word in (rule.id, rule.name)]
    wanted = (*selection.select, *selection.extend, *selection.ignore, *(code for code, _ in selection.severity))
    for selector in wanted:
        if not any(answers(rule, selector) for rule in rules):
            raise SelectionError(f"no rule is called `{selector}`{nearest(selector, known)}")


def in_force(rules: Iterable[Rule], profile: Mapping[str, str], selection: Selection) -> tuple[InForce, ...]:
    """Return the rules in force, in order of their codes; later severities win over earlier ones."""
    found = []
    for rule in rules:
        severity = _severity(rule, profile, selection)
        if severity is not Severity.OFF and _selected(rule, selection, severity):
            found.append(InForce(rule, severity))
    return tuple(found)


def _selected(rule: Rule, selection: Selection, severity: Severity) -> bool:
    exact = any(selector in {rule.id, rule.name} for selector in selection.select)
    wide = any(answers(rule, selector) for selector in selection.select) and (
        rule.enabled or severity is not rule.severity
    )
    extended = any(answers(rule, selector) for selector in selection.extend)
    return (exact or wide or extended) and not any(answers(rule, selector) for selector in selection.ignore)


def _severity(rule: Rule, profile: Mapping[str, str], selection: Selection) -> Severity:
    severity = rule.severity
    for code, written in (*profile.items(), *selection.severity):
        if answers(rule, code):
            severity = Severity(written)
    return severity
