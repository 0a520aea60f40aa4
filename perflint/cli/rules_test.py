"""`perflint rules-test`: runs the examples inside rule files."""

from pathlib import Path
from typing import Annotated

import typer

from perflint.cli.exits import CLEAN, FOUND, explained, fail, write
from perflint.cli.language import choose_language
from perflint.cli.options import Lang
from perflint.data import rules_root
from perflint.workspace.runs.rule_examples import try_rules

_SUMMARY = {
    "zh": "{rules} 条规则，{examples} 个例子，{failed} 条规则不通过",
    "en": "{rules} rules, {examples} examples, {failed} rules failed",
}


def rules_test(
    folders: Annotated[
        list[Path] | None,
        typer.Argument(help="自己的规则文件夹；默认内置规则。Folders of rules; default: the built-in ones."),
    ] = None,
    lang: Lang = None,
) -> None:
    """运行规则文件里的例子。Run the examples inside rule files."""
    spoken = choose_language(lang)
    tried = failed = examples = 0
    packs = tuple(folder.resolve() for folder in folders or [])
    own = tuple(pack for pack in packs if not pack.is_relative_to(rules_root()))
    for folder in packs:
        if not folder.exists():
            fail(f"没有这个文件夹 / there is no such folder: {folder}")
    with explained(lang):
        for rule, failures in try_rules(own, packs):
            tried += 1
            examples += len(rule.examples)
            failed += bool(failures)
            for failure in failures:
                write(f"{rule.path}:{failure.line}: {rule.id}: {failure.message.say(spoken)}\n")
    write(_SUMMARY[spoken].format(rules=tried, examples=examples, failed=failed) + "\n")
    if not tried:
        fail("没有找到规则 / no rules were found", 3)
    raise typer.Exit(FOUND if failed else CLEAN)
