"""The rules of a SARIF log with their help, and the categories as a taxonomy."""

from typing import Any

from msgspec import Struct

from perflint.judge import Finding, Rule, Severity, legal_basis
from perflint.report.categories import category_name
from perflint.report.context import Context, shown
from perflint.report.document import Report
from perflint.report.page import page
from perflint.report.sarif_result import LEVELS

_TAXONOMY = "perflint-categories"
_PROBLEMS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}
# The longest description that GitHub takes.
_LONGEST = 1024
_Object = dict[str, Any]


class Catalogue(Struct, frozen=True):
    """The rules that spoke, where each stands in the list, and the taxonomy of their categories."""

    rules: list[_Object]
    index: dict[str, int]
    taxonomy: _Object


def catalogue(report: Report, context: Context) -> Catalogue:
    """Return the rules of a report, by code; one that is not in the packs is described by its findings."""
    firsts: dict[str, Finding] = {}
    for finding in shown(report, context):
        firsts.setdefault(finding.code, finding)
    known = {rule.id: rule for rule in context.rules() if rule.id in firsts} if firsts else {}
    codes = sorted(firsts)
    categories = sorted({finding.category for finding in firsts.values()})
    rules = [_descriptor(firsts[code], known.get(code), categories, context) for code in codes]
    return Catalogue(rules, {code: number for number, code in enumerate(codes)}, _taxonomy(categories, context))


def _taxonomy(categories: list[str], context: Context) -> _Object:
    taxa = [{"id": name, "shortDescription": {"text": category_name(name, context.lang)}} for name in categories]
    said = context.say("perflint 的规则类别", "The categories of perflint's rules")
    return {"name": _TAXONOMY, "shortDescription": {"text": said}, "taxa": taxa}


def _descriptor(finding: Finding, rule: Rule | None, categories: list[str], context: Context) -> _Object:
    return {
        "id": finding.code,
        "name": finding.name or finding.code,
        **(_texts(rule, context) if rule else _unknown(finding)),
        "defaultConfiguration": _configuration(rule.severity if rule else finding.severity, rule),
        "relationships": [_relationship(finding.category, categories)],
        "properties": _properties(finding.category, rule.severity if rule else finding.severity),
    }


def _texts(rule: Rule, context: Context) -> _Object:
    title, why = rule.title.say(context.lang), rule.why.say(context.lang)
    basis = legal_basis(rule, context.lang)
    plain = "\n\n".join(part for part in (title, why, basis) if part)
    return {
        "shortDescription": _message(title, title),
        "fullDescription": _message(why, why),
        "help": {"text": plain, "markdown": page(rule, context.lang)},
    }


def _unknown(finding: Finding) -> _Object:
    text = finding.name or finding.code
    return {key: {"text": text} for key in ("shortDescription", "fullDescription", "help")}


def _message(text: str, markdown: str) -> _Object:
    return {"text": _clipped(text), "markdown": _clipped(markdown)}


def _clipped(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _configuration(severity: Severity, rule: Rule | None) -> _Object:
    return {"enabled": rule is None or rule.enabled, "level": LEVELS.get(severity, "none")}


def _relationship(category: str, categories: list[str]) -> _Object:
    target = {"id": category, "index": categories.index(category), "toolComponent": {"name": _TAXONOMY, "index": 0}}
    return {"target": target, "kinds": ["superset"]}


def _properties(category: str, severity: Severity) -> _Object:
    problem = {"problem.severity": _PROBLEMS[severity]} if severity in _PROBLEMS else {}
    return {"tags": [category], "precision": "high", **problem}
