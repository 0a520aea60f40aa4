"""`perflint explain`: one rule as a page."""

from pathlib import Path
from typing import Annotated

import typer

from perflint.cli.exits import explained, fail, write
from perflint.cli.language import choose_language
from perflint.cli.options import Lang
from perflint.judge import load_pack
from perflint.judge.nearest import nearest
from perflint.judge.selection import answers
from perflint.report.page import page
from perflint.workspace.configuration.config import Config
from perflint.workspace.configuration.loading import find_config, load_config


def explain(
    codes: Annotated[list[str], typer.Argument(help="规则代码或名称。Codes or names.")],
    lang: Lang = None,
) -> None:
    """说明一条规则。Explain a rule: what, why, basis, examples, fix, exceptions."""
    with explained(lang):
        found = find_config(Path())
        config = load_config(found) if found else Config()
        known = load_pack(config.packs).rules
    spoken = choose_language(lang, config.lang)
    for code in codes:
        chosen = [rule for rule in known if answers(rule, code)]
        if not chosen:
            fail(f"没有“{code}”这条规则 / there is no rule `{code}`{nearest(code, [rule.id for rule in known])}")
        for rule in chosen:
            write(page(rule, spoken) + "\n")
