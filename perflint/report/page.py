"""One rule as a page: what, why, how badly, on what authority, with its examples."""

from collections.abc import Iterator

from perflint.judge import Example, Rule, Severity, legal_basis

_WORDS = {
    "severity": ("级别", "Severity"), "cases": ("有时为", "sometimes"), "off": ("默认不启用", "off by default"),
    "given": ("审核对象", "Judges"), "forms": ("表式", "Forms"), "except": ("除外", "all but"), "at": ("标在", "Marks"),
    "fix": ("修改", "Fix"), "none": ("需人工修改", "by hand"), "basis": ("依据", "Basis"), "why": ("为什么", "Why"),
    "safe": ("可自动修改", "safe"), "unsafe": ("需确认后修改", "unsafe"), "display": ("仅供参考", "for display only"),
    "exceptions": ("什么时候可以屏蔽", "When to suppress"), "bad": ("错误示例", "Bad"), "fixed": ("改为", "Fixed"),
    "good": ("正确示例", "Good"), "error": ("错误", "error"), "warning": ("警告", "warning"), "info": ("提示", "info"),
    "colon": ("：", ": "),
}  # fmt: skip


def page(rule: Rule, lang: str, level: int = 1) -> str:
    """Return a rule's page as Markdown, its heading on a level."""
    mark = "#" * level
    lines = [f"{mark} {rule.id} {rule.name}", "", rule.title.say(lang), ""]
    lines += [f"- {word(key, lang)}{word('colon', lang)}{text}" for key, text in _facts(rule, lang)]
    lines += ["", f"{mark}# {word('why', lang)}", "", rule.why.say(lang)]
    if rule.exceptions:
        lines += ["", f"{mark}# {word('exceptions', lang)}", "", rule.exceptions.say(lang)]
    for example in rule.examples:
        lines += _example(example, lang, f"{mark}#")
    return "\n".join(lines) + "\n"


def word(key: str, lang: str) -> str:
    """Return a word of the pages in a language."""
    zh, en = _WORDS[key]
    return en if lang == "en" else zh


def severity_of(rule: Rule, lang: str) -> str:
    """Return how badly a rule judges, with the severities of its cases and whether it is on."""
    others = dict.fromkeys(case.severity for case in rule.cases if case.severity not in {None, rule.severity})
    named = "、".join(word(other.value, lang) for other in others if isinstance(other, Severity))
    sometimes = (
        f" ({word('cases', lang)} {named.replace('、', ', ')})" if lang == "en" else f"（{word('cases', lang)}{named}）"
    )
    off = f" · {word('off', lang)}" if not rule.enabled else ""
    return word(rule.severity.value, lang) + (sometimes if named else "") + off


def fix_of(rule: Rule, lang: str) -> str:
    """Return whether and how far a rule's repair can be trusted."""
    return word(rule.repair.safety.value if rule.repair else "none", lang)


def _facts(rule: Rule, lang: str) -> Iterator[tuple[str, str]]:
    yield "severity", severity_of(rule, lang)
    yield "given", f"`{rule.given}`"
    if rule.forms:
        yield "forms", " ".join(sorted(rule.forms))
    if rule.not_forms:
        yield "forms", f"{word('except', lang)} {' '.join(sorted(rule.not_forms))}"
    yield "at", " ".join(f"`{at}`" for at in rule.at)
    yield "fix", fix_of(rule, lang)
    basis = legal_basis(rule, lang)
    if basis:
        yield "basis", basis


def _example(example: Example, lang: str, mark: str) -> Iterator[str]:
    yield from (
        "",
        f"{mark} {word('good' if example.good else 'bad', lang)}",
        "",
        "```yaml",
        example.text.rstrip(),
        "```",
    )
    if example.fixed:
        yield from ("", f"{mark}# {word('fixed', lang)}", "", "```yaml", example.fixed.rstrip(), "```")
