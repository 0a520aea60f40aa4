"""Which rules are in force: selected, not ignored, with the severity of profile and configuration."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from msgspec import Struct

from perflint.judge.nearest import nearest
from perflint.judge.rule import Rule, Safety, Severity
from perflint.judge.violating import InForce

ALL = "ALL"
_ALWAYS = frozenset({"file", "failure"})


class SelectionError(ValueError):
    """A selector that no rule answers to; the text names the nearest code."""


class Selection(Struct, frozen=True):
    """Selectors (codes, prefixes or names) that switch rules on and off; by selector, severities and trust in fixes."""

    select: tuple[str, ...] = (ALL,)
    extend: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: tuple[tuple[str, str], ...] = ()
    fixes: tuple[tuple[str, str], ...] = ()


def answers(rule: Rule, selector: str) -> bool:
    """Return whether a rule answers to a selector: ALL, its code, a prefix of it, or its name."""
    return selector in {ALL, rule.name} or (selector != "" and rule.id.startswith(selector))


def check_selectors(rules: Iterable[Rule], selection: Selection) -> None:
    """Check that every selector means a rule.

    Raises:
        SelectionError: one does not, or a fix is to be trusted that none of its rules has.
    """
    rules = tuple(rules)
    known = [word for rule in rules for word in (rule.id, rule.name)]
    named = (code for code, _ in (*selection.severity, *selection.fixes))
    for selector in (*selection.select, *selection.extend, *selection.ignore, *named):
        if not any(answers(rule, selector) for rule in rules):
            raise SelectionError(f"没有叫“{selector}”的规则 / no rule is called `{selector}`{nearest(selector, known)}")
    for selector, trust in selection.fixes:
        _check_trust([rule for rule in rules if answers(rule, selector)], selector, trust)


def _check_trust(rules: Sequence[Rule], selector: str, trust: str) -> None:
    """Check that there is a fix to trust, and that one which is only a stub is not to be written."""
    if not any(rule.repair for rule in rules):
        raise SelectionError(
            f"fixes: {selector} 没有可自动做的修改，请删去“{selector}: {trust}” / "
            f"`{selector}` has no fix, only a person can mend it; remove `{selector}: {trust}`"
        )
    if trust in {Safety.SAFE, Safety.UNSAFE} and all(rule.repair is None or rule.repair.insert for rule in rules):
        raise SelectionError(
            f"fixes: {selector} 的修改是一行待填的内容，只能写 display 或 off，不能写 {trust} / "
            f"the fix of `{selector}` is a line to be filled in: display or off, not {trust}"
        )


def _exactness(rule: Rule, selector: str) -> int:
    """Return how exactly a selector means a rule: 0 for all, the length of a prefix, that of the code for its name."""
    return 0 if selector == ALL else len(rule.id) if selector == rule.name else len(selector)


def trust_in(rule: Rule, fixes: Collection[tuple[str, str]]) -> str:
    """Return what a project says of a rule's fix, "" for nothing; the most exact selector wins, then the later one."""
    if not fixes:
        return ""
    said = [(_exactness(rule, selector), trust) for selector, trust in fixes if answers(rule, selector)]
    most = max((exactness for exactness, _ in said), default=0)
    trust = next((trust for exactness, trust in reversed(said) if exactness == most), "")
    is_stub = rule.repair is not None and rule.repair.insert != ""
    return "" if is_stub and trust in {Safety.SAFE, Safety.UNSAFE} else trust


def in_force(rules: Iterable[Rule], profile: Mapping[str, str], selection: Selection) -> tuple[InForce, ...]:
    """Return the rules in force, in order of their codes; later severities win over earlier ones."""
    found = []
    for rule in rules:
        severity = _severity(rule, profile, selection)
        named = rule.id in profile or rule.name in profile
        if severity is not Severity.OFF and _selected(rule, selection, named=named or severity is not rule.severity):
            found.append(InForce(rule, severity, trust_in(rule, selection.fixes)))
    return tuple(found)


def _selected(rule: Rule, selection: Selection, *, named: bool) -> bool:
    if selection.select == (ALL,) and not selection.extend and not selection.ignore:
        return rule.enabled or named
    exact = any(selector in {rule.id, rule.name} for selector in selection.select)
    wide = any(answers(rule, selector) for selector in selection.select) and (rule.enabled or named)
    extended = any(answers(rule, selector) for selector in selection.extend)
    # What keeps a file or a rule from being read is said whatever else is selected: nothing found would mean nothing.
    asked = exact or wide or extended or (rule.given in _ALWAYS and rule.enabled)
    return asked and not any(answers(rule, selector) for selector in selection.ignore)


def _severity(rule: Rule, profile: Mapping[str, str], selection: Selection) -> Severity:
    severity = rule.severity
    for code, written in (*profile.items(), *selection.severity):
        if answers(rule, code):
            severity = Severity(written)
    return severity
