"""`perflint facts`: the vocabulary that rules can use."""

from typing import Annotated

import typer

from perflint.cli.exits import fail, write
from perflint.cli.language import choose_language
from perflint.cli.options import Lang
from perflint.facts import SubjectKind
from perflint.judge.kinds import KINDS, facts_of
from perflint.judge.nearest import nearest


def facts(
    subject: Annotated[str, typer.Argument(help="对象，例如 value。Subject, for example value.")] = "",
    lang: Lang = None,
) -> None:
    """列出规则可用的对象与事实。List the subjects and facts that rules can use."""
    spoken = choose_language(lang)
    if subject and subject not in KINDS:
        fail(f"没有“{subject}”这个对象 / there is no subject `{subject}`{nearest(subject, KINDS)}")
    for name, kind in KINDS.items():
        if not subject:
            write(f"{name:12} {kind.vocabulary.en if spoken == 'en' else kind.vocabulary.zh}\n")
        elif name == subject:
            write(_page(kind, spoken))


def _page(kind: SubjectKind, lang: str) -> str:
    lines = [kind.vocabulary.en if lang == "en" else kind.vocabulary.zh, ""]
    for name, (fact, _) in facts_of(kind.name).items():
        optional = (" (may be unknown)" if lang == "en" else "（可能未知）") if fact.optional else ""
        lines.append(f"{name:34} {fact.type.value:14} {fact.en if lang == 'en' else fact.zh}{optional}")
    return "\n".join(lines) + "\n"
