"""`perflint explain`: one rule as a page."""

from pathlib import Path
from typing import Annotated

import typer

from perflint.cli.exits import explained, fail, write
from perflint.cli.language import choose_language
from perflint.cli.options import Lang
from perflint.files.config import Config, find_config, load_config
from perflint.judge import Rule, legal_basis, load_pack
from perflint.judge.force import answers
from perflint.judge.nearest import nearest

_WORDS = {
    "severity": ("级别", "Severity"), "why": ("为什么", "Why"), "basis": ("依据", "Basis"), "given": ("审核对象", "Judges"),
    "fix": ("修改", "Fix"), "exceptions": ("什么时候可以屏蔽", "When to suppress"), "bad": ("错误示例", "Bad"),
    "fixed": ("改为", "Fixed"), "good": ("正确示例", "Good"), "none": ("需人工修改", "by hand"),
}  # fmt: skip


def explain(
    codes: Annotated[list[str], typer.Argument(help="规则代码或名称。Codes or names.")],
    lang: Lang = None,
) -> None:
    """说明一条规则。Explain a rule: what, why, basis, examples, fix, exceptions."""
    with explained():
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


def page(rule: Rule, lang: str) -> str:
    """Return a rule's page as Markdown."""
    lines = [
        f"# {rule.id} {rule.name}",
        "",
        rule.title.say(lang),
        "",
        f"- {_word('severity', lang)}: {rule.severity.value}",
    ]
    lines.append(f"- {_word('given', lang)}: {rule.given}")
    lines.append(f"- {_word('fix', lang)}: {rule.repair.safety.value if rule.repair else _word('none', lang)}")
    basis = legal_basis(rule, lang)
    if basis:
        lines.append(f"- {_word('basis', lang)}: {basis}")
    lines += ["", f"## {_word('why', lang)}", "", rule.why.say(lang)]
    if rule.exceptions:
        lines += ["", f"## {_word('exceptions', lang)}", "", rule.exceptions.say(lang)]
    for example in rule.examples:
        lines += [
            "",
            f"## {_word('good' if example.good else 'bad', lang)}",
            "",
            "```yaml",
            example.text.rstrip(),
            "```",
        ]
        if example.fixed:
            lines += ["", f"### {_word('fixed', lang)}", "", "```yaml", example.fixed.rstrip(), "```"]
    return "\n".join(lines) + "\n"


def _word(word: str, lang: str) -> str:
    zh, en = _WORDS[word]
    return en if lang == "en" else zh
