"""The pages on rules and facts, written from the rules and the program: `python -m docs.generate`.

`docs/reference/rules/<language>/`: an index by category and by cell of the form, a page a category, a gallery of findings as a user sees
them; `docs/reference/facts/<language>.md`: the vocabulary of rules. With `--check` nothing is written, and stale pages end it with 1.
"""

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import groupby
from pathlib import Path

from perflint.judge import Rule, load_pack
from perflint.judge.kinds import KINDS
from perflint.model import catalogue
from perflint.report import Layout, render_text
from perflint.report.page import fix_of, page, severity_of
from perflint.workspace.configuration.config import Config
from perflint.workspace.runs.rule_examples import example_report

HERE = Path(__file__).parent
LANGUAGES = ("zh", "en")
_CATEGORIES = {
    "structure": ("完整性与结构", "Structure and completeness"), "classes": ("指标分类", "Classes and placement"),
    "plan": ("资金支出计划", "Spending plan"), "values": ("指标值与单位", "Values and units"),
    "direction": ("方向与比较符号", "Direction and comparators"), "budget": ("预算数额", "Budget arithmetic"),
    "history": ("历史值与标准", "History and standards"), "sources": ("依据与引用", "Bases and citations"),
    "dates": ("时限与年度", "Deadlines and years"), "across": ("表与表之间", "Across tables"),
    "wording": ("用语与标点", "Wording and typography"), "suppression": ("屏蔽说明", "Suppressions"),
    "evaluation": ("自评与监控", "Self-evaluation and monitoring"), "rule": ("规则自身", "Rules themselves"),
}  # fmt: skip
_SAID = {
    "title": ("规则", "Rules"), "by_category": ("按类别", "By category"), "by_field": ("按表格栏目", "By cell of the form"),
    "gallery": ("问题示例", "Gallery of findings"), "head": ("代码 | 名称 | 说明 | 级别 | 修改", "code | name | what | severity | fix"),
    "made": ("本页由规则生成，请勿手改：`python -m docs.generate`。", "Made from the rules; do not edit: `python -m docs.generate`."),
    "shown": ("每条规则用它自己的例子，在终端里显示的样子。", "Each rule on its own example, as a terminal shows it."),
    "facts": ("规则可用的对象与事实", "Subjects and facts that rules can use"), "whole": ("整行或整表", "the whole row or table"),
    "fact_head": ("事实 | 类型 | 含义", "fact | type | meaning"), "unknown": ("（可能未知）", " (may be unknown)"),
    "count": ("共 {} 条，其中 {} 条默认不启用。", "{} rules, {} of them off by default."),
}  # fmt: skip


@cache
def pages() -> dict[Path, str]:
    """Return every generated page by its path below `docs/`."""
    rules = load_pack().rules
    found: dict[Path, str] = {}
    for lang in LANGUAGES:
        folder = Path("reference/rules") / lang
        found[folder / "README.md"] = _index(rules, lang)
        found[folder / "gallery.md"] = _gallery(rules, lang)
        for category, members in _by_category(rules):
            found[folder / f"{category}.md"] = _category(category, members, lang)
        found[Path("reference/facts") / f"{lang}.md"] = _facts(lang)
    return found


def _say(key: str, lang: str) -> str:
    return _SAID[key][lang == "en"]


def _by_category(rules: Iterable[Rule]) -> Iterator[tuple[str, list[Rule]]]:
    order = list(_CATEGORIES)
    ordered = sorted(rules, key=lambda rule: (order.index(rule.category), rule.id))
    for category, members in groupby(ordered, key=lambda rule: rule.category):
        yield category, list(members)


def _index(rules: tuple[Rule, ...], lang: str) -> str:
    off = sum(not rule.enabled for rule in rules)
    lines = [f"# {_say('title', lang)}", "", _say("made", lang), "", _say("count", lang).format(len(rules), off), ""]
    lines += [f"[{_say('gallery', lang)}](gallery.md)", "", f"## {_say('by_category', lang)}"]
    for category, members in _by_category(rules):
        lines += ["", f"### [{_CATEGORIES[category][lang == 'en']}]({category}.md)", "", *_table(members, lang)]
    lines += ["", f"## {_say('by_field', lang)}", ""]
    lines += [f"- {label}: {', '.join(map(_link, members))}" for label, members in _by_field(rules, lang).items()]
    return "\n".join(lines) + "\n"


def _table(rules: Iterable[Rule], lang: str) -> Iterator[str]:
    yield f"| {_say('head', lang)} |"
    yield "| --- | --- | --- | --- | --- |"
    for rule in rules:
        row = (_link(rule), f"`{rule.name}`", rule.title.say(lang), severity_of(rule, lang), fix_of(rule, lang))
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |"


def _link(rule: Rule) -> str:
    return f"[{rule.id}]({rule.category}.md#{rule.id.lower()}-{rule.name})"


def _by_field(rules: Iterable[Rule], lang: str) -> Mapping[str, list[Rule]]:
    """Return the rules by the printed name of the cell that they mark first."""
    labels = _labels(lang)
    found: dict[str, list[Rule]] = defaultdict(list)
    for rule in rules:
        found[labels.get(rule.at[0], _say("whole", lang))].append(rule)
    return dict(sorted(found.items(), key=lambda item: item[1][0].id))


def _labels(lang: str) -> dict[str, str]:
    """Return the printed name of each cell by its dotted name; cells of a row go by their bare name."""
    found: dict[str, str] = {}
    for section, fields in catalogue().sections.items():
        for field in fields:
            name = f"`{field.name}`" if lang == "en" else field.spellings[0]
            for dotted in (f"{section}.{field.name}", field.name):
                found.setdefault(dotted, name)
    return found


def _category(category: str, rules: Iterable[Rule], lang: str) -> str:
    head = f"# {_CATEGORIES[category][lang == 'en']}\n\n{_say('made', lang)}\n"
    return "\n".join([head, *(page(rule, lang, 2) for rule in rules)])


def _gallery(rules: tuple[Rule, ...], lang: str) -> str:
    lines = [f"# {_say('gallery', lang)}", "", f"{_say('shown', lang)} {_say('made', lang)}"]
    for category, members in _by_category(rules):
        lines += ["", f"## {_CATEGORIES[category][lang == 'en']}"]
        for rule in members:
            lines += ["", f"### {_link(rule)}", "", "```text", *_shown(rule, lang), "```"]
    return "\n".join(lines) + "\n"


def _shown(rule: Rule, lang: str) -> list[str]:
    """Return what a terminal shows of a rule's first bad example, without the closing counts."""
    example = next(example for example in rule.examples if not example.good)
    report = example_report(rule, example, Config(), lang)
    return "".join(render_text(report, Layout(100, lang))).rstrip("\n").split("\n")[:-1]


def _facts(lang: str) -> str:
    lines = [f"# {_say('facts', lang)}", "", _say("made", lang)]
    for name, kind in KINDS.items():
        about = kind.vocabulary.en if lang == "en" else kind.vocabulary.zh
        lines += ["", f"## {name}", "", about, "", f"| {_say('fact_head', lang)} |", "| --- | --- | --- |"]
        for full, fact in kind.vocabulary.by_name():
            meaning = (fact.en if lang == "en" else fact.zh) + (_say("unknown", lang) if fact.optional else "")
            lines.append(f"| `{full}` | {fact.type.value} | {meaning.replace('|', chr(92) + '|')} |")
    return "\n".join(lines) + "\n"


def stale() -> list[Path]:
    """Return the pages that are missing or not what the rules say now, and those that nothing makes any more."""
    made = pages()
    there = {
        path.relative_to(HERE)
        for folder in ("reference/rules", "reference/facts")
        for path in (HERE / folder).rglob("*.md")
    }
    changed = {path for path, text in made.items() if path not in there or _read(path) != text}
    return sorted(changed | (there - made.keys()))


def _read(path: Path) -> str:
    return (HERE / path).read_text(encoding="utf-8")


def main() -> int:
    """Write the pages, or with `--check` name those that are stale; return the exit code."""
    old = stale()
    if "--check" in sys.argv[1:]:
        print("".join(f"{path}: stale, run `python -m docs.generate`\n" for path in old), end="")
        return 1 if old else 0
    made = pages()
    for path in old:
        if path in made:
            (HERE / path).parent.mkdir(parents=True, exist_ok=True)
            (HERE / path).write_text(made[path], encoding="utf-8", newline="\n")
        else:
            (HERE / path).unlink()
    print(f"{len(old)} pages written")
    return 0


if __name__ == "__main__":
    sys.exit(main())
