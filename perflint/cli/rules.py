"""`perflint rules`: the rules in force."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from perflint.cli.exits import explained, write, write_all
from perflint.cli.language import choose_language
from perflint.cli.options import Lang
from perflint.judge import Rule, in_force, load_pack
from perflint.model import load_profiles
from perflint.report.jsontext import indented
from perflint.workspace.checking import Checker, Options
from perflint.workspace.configuration.config import Config
from perflint.workspace.configuration.loading import find_config, load_config


class ListFormat(StrEnum):
    """The formats of a list."""

    TEXT = "text"
    JSON = "json"


def rules(
    output: Annotated[ListFormat, typer.Option("--format", help="text 或 json。")] = ListFormat.TEXT,
    profile: Annotated[str, typer.Option(help="按哪个模板。Profile.")] = "",
    lang: Lang = None,
) -> None:
    """列出生效的规则。List the rules in force, with severity, fixability and where each setting comes from."""
    with explained(lang):
        found = find_config(Path())
        config = load_config(found) if found else Config()
        checker = Checker(config, Options(profile=profile))
        name = checker.default_profile()
        pack = load_pack(config.packs)
        chosen = load_profiles(config.packs)[name]
        entries = in_force(pack.rules, chosen.rules, checker.selection())
        rows = [
            _row(entry.rule, entry.severity.value, entry.safety, _origin(entry.rule, config, chosen.rules, name))
            for entry in entries
        ]
    spoken = choose_language(lang, config.lang)
    if output is ListFormat.JSON:
        write_all((indented(rows) + "\n",))
        return
    for row in rows:
        write(f"{row['code']:7} {row['severity']:8} {row['fix']:8} {row['name']:36} {row[spoken]}\n")


def _row(rule: Rule, severity: str, fix: str, origin: str) -> dict[str, object]:
    return {
        "code": rule.id, "name": rule.name, "category": rule.category, "severity": severity,
        "fix": fix, "given": rule.given, "origin": origin,
        "zh": rule.title.zh, "en": rule.title.en,
    }  # fmt: skip


def _origin(rule: Rule, config: Config, changed: object, profile: str) -> str:
    if any(code in {rule.id, rule.name} or rule.id.startswith(code) for code, _ in config.selection.severity):
        return str(config.path)
    return f"profile {profile}" if isinstance(changed, dict) and rule.id in changed else rule.path
