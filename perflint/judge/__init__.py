"""Rules against facts: packs of rules, the engine, findings, suppressions."""

from perflint.facts.table_name import TableName, name_of
from perflint.judge.engine import Engine, Placed
from perflint.judge.finding import Change, Edit, Finding, Fix, InputError, Refusal, Related, Unchecked
from perflint.judge.making_findings import findings_of, fingerprint, legal_basis
from perflint.judge.obstacle import Obstacle
from perflint.judge.pack import Pack, load_pack
from perflint.judge.rule import Bilingual, Example, Rule, Safety, Severity
from perflint.judge.rule_error import RuleError
from perflint.judge.selection import Selection, SelectionError, check_selectors, in_force
from perflint.judge.settings import SettingError, SettingKind, resolve, setting_kinds
from perflint.judge.suppression import Suppression, suppressions_in
from perflint.judge.violating import InForce
from perflint.source.place import Place

__all__ = [
    "Bilingual", "Change", "Edit", "Engine", "Example", "Finding", "Fix", "InForce", "InputError", "Obstacle", "Pack", "Place", "Placed",
    "Refusal", "Related", "Rule", "RuleError", "Safety", "Selection", "SelectionError", "SettingError", "SettingKind", "Severity",
    "Suppression", "TableName", "Unchecked", "check_selectors", "findings_of", "fingerprint", "in_force", "legal_basis",
    "load_pack", "name_of", "resolve", "setting_kinds", "suppressions_in",
]  # fmt: skip
