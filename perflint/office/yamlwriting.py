"""A recognised table as YAML that perflint's own reader gives back cell by cell, and the places of its cells by pointer."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from perflint.model import Field, catalogue
from perflint.office.recognition.draft import Branch, Leaf, Twig
from perflint.pattern import pattern

_WIDEST_FLOW = 160
_KINDS = {"project": "项目", "department": "部门"}
_INNER = {"agency": "agency", "goals": "goals", "midterm_goal": "midterm_goal"}
# A first character that YAML gives no meaning to; then nothing that could end or comment a plain text.
_PLAIN = pattern(
    r"^[0-9A-Za-z\u4e00-\u9fff≥≤±＞＜（《“‘〈〔【①-⑳／/—→．￥¥+.]"
    r"[^\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff,\[\]{}#\"'\\:\ud800-\udfff]*$"
)
_WORDS = frozenset({"null", "Null", "NULL", "true", "false", "True", "False", "TRUE", "FALSE", "...", "=", "<<"})
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def write_table(tree: Branch, keys: str = "zh") -> str:
    """Return a table as a YAML document; `keys` is `zh` or `en`."""
    return "".join(f"{line}\n" for line in _mapping(tree, "table", keys, ""))


def write_bundle(trees: list[Branch], keys: str = "zh") -> str:
    """Return several tables as one document: what they share stands beside `tables`."""
    shared = {
        key: value for key, value in trees[0].items()
        if isinstance(value, Leaf) and key in {"profile", "year", "kind", "currency_unit"}
        and all(isinstance(one := tree.get(key), Leaf) and one.text == value.text for tree in trees)
    }  # fmt: skip
    lines = list(_mapping(dict(shared), "table", keys, ""))
    lines.append(f"{spelled('tables', 'file', keys)}:")
    for tree in trees:
        own: Branch = {key: value for key, value in tree.items() if key not in shared}
        inner = list(_mapping(own, "table", keys, "    "))
        lines.append("  - " + inner[0].strip() if inner else "  - {}")
        lines.extend(inner[1:])
    return "".join(f"{line}\n" for line in lines)


def places(tree: Branch, keys: str = "zh") -> dict[str, str]:
    """Return the place in the document of each cell and row, by its JSON Pointer in the written YAML."""
    return dict(_places(tree, "table", keys, ""))


def _places(branch: Mapping[str, Twig], section: str, keys: str, above: str) -> Iterator[tuple[str, str]]:
    for key, value in branch.items():
        pointer = f"{above}/{spelled(key, section, keys).replace('~', '~0').replace('/', '~1')}"
        inner = _section(key, section)
        if isinstance(value, Leaf):
            yield pointer, value.place
        elif isinstance(value, dict):
            found = list(_places(value, inner, keys, pointer))
            yield pointer, next((place for _, place in found if place), "")
            yield from found
        else:
            yield from _listed_places(value, inner, keys, pointer)


def _listed_places(
    value: "list[Leaf] | list[Branch]", inner: str, keys: str, pointer: str
) -> Iterator[tuple[str, str]]:
    for number, item in enumerate(value):
        if isinstance(item, Leaf):
            yield f"{pointer}/{number}", item.place
        elif isinstance(item, dict):
            found = list(_places(item, inner, keys, f"{pointer}/{number}"))
            own = [place for at, place in found if place and at.count("/") == pointer.count("/") + 2]
            yield f"{pointer}/{number}", (own or [""])[-1]
            yield from found


@lru_cache(maxsize=4096)
def spelled(key: str, section: str, keys: str) -> str:
    """Return a canonical key as it is written: its first Chinese spelling, or itself."""
    field = _field(key, section)
    return field.spellings[0] if field and keys == "zh" else key


@lru_cache(maxsize=4096)
def _field(key: str, section: str) -> Field | None:
    return next((field for field in catalogue().sections.get(section, ()) if field.name == key), None)


@lru_cache(maxsize=4096)
def _section(key: str, section: str) -> str:
    field = _field(key, section)
    return _INNER.get(field.shape, field.name) if field else ""


def _ordered(branch: Branch, section: str) -> list[tuple[str, Twig]]:
    order = {field.name: number for number, field in enumerate(catalogue().sections.get(section, ()))}
    return sorted(branch.items(), key=lambda item: order.get(item[0], len(order)))


def _mapping(branch: Branch, section: str, keys: str, indent: str) -> Iterator[str]:
    for key, value in _ordered(branch, section):
        name = f"{indent}{quoted(spelled(key, section, keys))}:"
        inner = _section(key, section)
        if isinstance(value, Leaf):
            yield from _text(
                name, _KINDS.get(value.text, value.text) if key == "kind" and keys == "zh" else value.text, indent
            )
        elif key == "goals" and isinstance(value, dict) and value.keys() == {"annual"}:
            yield from _mapping({"goals": value["annual"]}, section, keys, indent)
        elif isinstance(value, list):
            yield from _sequence(name, value, inner, keys, indent)
        elif key in {"project", "budget", "goals"}:
            yield name
            yield from _mapping(value, inner, keys, indent + "  ")
        else:
            flow = _flow(value, inner, keys)
            if len(flow) <= _WIDEST_FLOW and "\n" not in flow:
                yield f"{name} {flow}"
            else:
                yield name
                yield from _mapping(value, inner, keys, indent + "  ")


def _text(name: str, text: str, indent: str) -> Iterator[str]:
    lines = text.split("\n")
    literal = len(lines) > 1 and all(_is_literal(line) for line in lines) and lines[0] and lines[-1]
    if not literal:
        yield f"{name} {quoted(text)}"
        return
    yield f"{name} |-"
    yield from (f"{indent}  {line}" if line else "" for line in lines)


def _is_literal(line: str) -> bool:
    return not line.startswith((" ", "\t", "\u3000")) and line.isprintable() and line == line.rstrip()


def _sequence(name: str, items: "list[Leaf] | list[Branch]", section: str, keys: str, indent: str) -> Iterator[str]:
    leaves = [item for item in items if isinstance(item, Leaf)]
    if leaves or not items:
        yield f"{name} [{', '.join(quoted(leaf.text) for leaf in leaves)}]"
        return
    yield name
    for item in items:
        if isinstance(item, dict):
            yield from _entry(item, section, keys, indent + "  ")


def _entry(item: Branch, section: str, keys: str, indent: str) -> Iterator[str]:
    flow = _flow(item, section, keys)
    if len(flow) <= _WIDEST_FLOW:
        yield f"{indent}- {flow}"
        return
    lines = list(_mapping(item, section, keys, indent + "  "))
    yield f"{indent}- {lines[0].strip()}"
    yield from lines[1:]


def _flow(branch: Branch, section: str, keys: str) -> str:
    parts = []
    for key, value in _ordered(branch, section):
        name = quoted(spelled(key, section, keys))
        if isinstance(value, Leaf):
            parts.append(f"{name}: {quoted(value.text)}")
        elif isinstance(value, dict):
            parts.append(f"{name}: {_flow(value, _section(key, section), keys)}")
        else:
            parts.append(f"{name}: [{', '.join(_item(item, section, keys) for item in value)}]")
    return "{" + ", ".join(parts) + "}"


def _item(item: "Leaf | Branch", section: str, keys: str) -> str:
    return quoted(item.text) if isinstance(item, Leaf) else _flow(item, section, keys)


@lru_cache(maxsize=16384)
def quoted(text: str) -> str:
    """Return a text as a YAML scalar for any context: plain where nothing could be mistaken, else in double quotes."""
    if (
        _PLAIN.match(text)
        and text not in _WORDS
        and text == text.rstrip()
        and not text.endswith("-")
        and "?" not in text
    ):
        return text
    return '"' + "".join(_escaped(char) for char in text) + '"'


def _escaped(char: str) -> str:
    if char in _ESCAPES:
        return _ESCAPES[char]
    if char.isprintable() or char == "\u3000":
        return char
    return f"\\u{ord(char):04X}" if char < "\U00010000" else f"\\U{ord(char):08X}"
