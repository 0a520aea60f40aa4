"""What the keys of a rule file must hold, and what is said where they hold something else."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from perflint.judge.repairfile import KEYS as REPAIR_KEYS
from perflint.judge.rule import Bilingual, Severity
from perflint.judge.rule_error import joined, meant
from perflint.pattern import pattern
from perflint.source import Node, NodeKind

KEYS = ("id", "name", "severity", "default", "since", "title", "why", "authority", "exceptions", "given", "forms",
         "where", "when", "assert", "at", "message", "suggest", "cases", "fix", "damaged", "once", "examples")  # fmt: skip
REQUIRED = ("id", "name", "severity", "title", "why", "given", "assert", "message", "examples")
DEFAULTS = {"on": True, "true": True, "off": False, "false": False}
_PARTS = {
    "cases": ("when", "severity", "message", "suggest"), "fix": REPAIR_KEYS, "authority": ("zh", "en", "unverified"),
    "examples": ("bad", "good", "fixed", "lock"), "title": ("zh", "en"), "why": ("zh", "en"), "message": ("zh", "en"),
    "exceptions": ("zh", "en"), "forms": ("except",),
}  # fmt: skip
_TEXTS = ("title", "why", "message", "exceptions", "authority")
_COMMA = Bilingual(
    "；{…} 里含有逗号的文字要加引号：en: 'low, or high'",
    "; in braces a text with a comma needs quotes: en: 'low, or high'",
)
_LISTS = ("cases", "examples")
_NAME = pattern(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_ID = pattern(r"[A-Z]{1,8}[0-9]{1,5}")
_SEVERITIES = tuple(one.value for one in Severity if one is not Severity.OFF)


class Misfit(NamedTuple):
    """What is wrong with a node of a rule file; None stands for the file as a whole."""

    node: Node | None
    said: Bilingual


def misfits(pairs: Sequence[tuple[Node, Node]]) -> Iterator[Misfit]:
    """Yield what is wrong with the shape of a rule file, given the keys and values of its mapping."""
    nodes = {key.text: value for key, value in pairs}
    yield from _keys(pairs)
    for name in REQUIRED:
        if name not in nodes:
            yield Misfit(None, Bilingual(f"规则缺少“{name}”这一项", f"the rule lacks the key `{name}`"))
    for key, value in pairs:
        yield from _shape(key.text, value)
        yield from _parts(key.text, value)
    for name, node in nodes.items():
        yield from _content(name, node)


def _keys(pairs: Sequence[tuple[Node, Node]]) -> Iterator[Misfit]:
    seen: set[str] = set()
    for key, _ in pairs:
        if key.text not in KEYS:
            yield Misfit(
                key,
                joined(
                    Bilingual(f"规则没有“{key.text}”这一项", f"a rule has no key `{key.text}`"), meant(key.text, KEYS)
                ),
            )
        if key.text in seen:
            yield Misfit(key, Bilingual(f"“{key.text}”写了两次", f"the key `{key.text}` stands twice"))
        seen.add(key.text)


def _shape(key: str, value: Node) -> Iterator[Misfit]:
    """Yield what is no text, list or mapping where one is needed."""
    if key in _TEXTS:
        yield from _both(key, value)
    elif key in _LISTS:
        yield from _list(key, value)
    elif key == "at":
        if not all(item.kind is NodeKind.SCALAR and item.text.strip() for item in _items(value)) or not _items(value):
            yield Misfit(
                value,
                Bilingual("`at` 要写一格的名称，或名称的列表", "`at` needs the name of a cell, or a list of them"),
            )
    elif key not in {"where", "fix", "forms"} and value.kind is not NodeKind.SCALAR:
        yield Misfit(value, Bilingual(f"“{key}”只能写一段文字", f"`{key}` needs one text"))


def _items(node: Node) -> tuple[Node, ...]:
    return node.items if node.kind is NodeKind.SEQUENCE else (node,)


def _both(key: str, value: Node) -> Iterator[Misfit]:
    texts = {part.text: node for part, node in value.pairs} if value.kind is NodeKind.MAPPING else {}
    for lang, zh in (("zh", "中文"), ("en", "英文")):
        node = texts.get(lang)
        if node is None or node.kind is not NodeKind.SCALAR or not node.text.strip():
            yield Misfit(
                node or value,
                Bilingual(
                    f"“{key}”缺少{zh}；两种文字都要写：{{zh: …, en: …}}",
                    f"`{key}` has no text in {'Chinese' if lang == 'zh' else 'English'}; both are needed: {{zh: …, en: …}}",
                ),
            )


def _list(key: str, value: Node) -> Iterator[Misfit]:
    if value.kind is not NodeKind.SEQUENCE or not all(item.kind is NodeKind.MAPPING for item in value.items):
        yield Misfit(
            value, Bilingual(f"“{key}”要写成列表，每项一组“- 键: 值”", f"`{key}` needs a list of mappings: `- key: …`")
        )
        return
    for item in value.items:
        for name, part in item.pairs:
            if name.text == "message":
                yield from _both("cases.message", part)
            elif part.kind is not NodeKind.SCALAR:
                yield Misfit(
                    part,
                    Bilingual(f"“{key}”里的“{name.text}”只能写一段文字", f"`{name.text}` in `{key}` needs one text"),
                )
        if key == "cases" and "when" not in {name.text for name, _ in item.pairs}:
            yield Misfit(item, Bilingual("`cases` 的每一项都要有 `when`", "each of the `cases` needs a `when`"))


def _parts(key: str, value: Node) -> Iterator[Misfit]:
    """Yield keys inside a key that do not exist; what follows a comma in braces is taken for one."""
    allowed = _PARTS.get(key, ())
    for name, part in [pair for item in _items(value) for pair in item.pairs] if allowed else ():
        if name.text not in allowed:
            said = Bilingual(f"“{key}”没有“{name.text}”这一项", f"`{key}` has no key `{name.text}`")
            cut = part.kind is NodeKind.SCALAR and not part.text and key in _TEXTS
            yield Misfit(name, joined(said, _COMMA if cut else meant(name.text, allowed)))


def _content(key: str, node: Node) -> Iterator[Misfit]:
    """Yield texts that are none of those allowed."""
    text = node.text
    if node.kind is not NodeKind.SCALAR:
        return
    if key == "id" and not _ID.fullmatch(text):
        yield Misfit(
            node,
            Bilingual(
                f"代码由大写字母和数字组成，如 OWN001，不能是“{text}”",
                f"a code is capital letters and then digits, such as OWN001, not `{text}`",
            ),
        )
    elif key == "name" and not _NAME.fullmatch(text):
        yield Misfit(
            node,
            Bilingual(
                f"名称用小写字母、数字和连字符，如 target-without-bound，不能是“{text}”",
                f"a name is lower-case words with hyphens, such as target-without-bound, not `{text}`",
            ),
        )
    elif key in {"severity", "damaged"} and text not in _SEVERITIES:
        yield Misfit(node, severity_said(text))
    elif key == "default" and text.lower() not in DEFAULTS:
        yield Misfit(
            node, Bilingual(f"`default` 只能写 on 或 off，不能是“{text}”", f"`default` is on or off, not `{text}`")
        )
    elif key == "once" and text != "table":
        yield Misfit(node, Bilingual("`once` 只能写 table", "`once` can only be `table`"))
    elif key in {"given", "when", "assert", "suggest"} and not text.strip():
        yield Misfit(node, Bilingual(f"“{key}”是空的", f"`{key}` is blank"))


def severity_said(text: str) -> Bilingual:
    """Return what is said of a text that is no severity."""
    return Bilingual(
        f"级别只能是 error、warning 或 info，不能是“{text}”", f"a severity is error, warning or info, not `{text}`"
    )
