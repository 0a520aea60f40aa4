"""Profile files: YAML → the keys of a profile, with every mistake reported at its line."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NoReturn

from perflint.source import Node, NodeKind, Source, Unreadable, read_source, to_data
from perflint.typography import fold

KINDS = ("project", "department")
FRAME = "taxonomy.frame"
TAXONOMIES = ("auto", "mof-2015", "mof-2021", "none")
# The keys of a profile file, of its parts, and of one form, with the shape that each holds.
KEYS: Mapping[str, str] = {
    "id": "text", "extends": "text", "title": "mapping", "source": "text", "taxonomy": "text", "forms": "mapping",
    "fields": "mapping", "levels": "mapping", "settings": "mapping", "rules": "mapping",
}  # fmt: skip
PARTS: Mapping[str, Mapping[str, str]] = {
    "title": {"zh": "text", "en": "text"},
    "forms": {"project": "list", "department": "list"},
    "levels": {"also": "list", "names": "mapping", "suffix_optional": "switch"},
}
FORM_KEYS: Mapping[str, str] = {
    "form": "text", "marks": "list", "row_marks": "list", "no_levels": "switch", "require": "list",
    "optional": "list", "columns": "list", "without": "list", "levels": "switch",
}  # fmt: skip
_WANTED = {
    "text": ("一段文字", "a text"), "mapping": ("若干“键: 值”", "a mapping of `key: value`"),
    "list": ("列表，如 [甲, 乙]", "a list such as [a, b]"), "switch": ("true 或 false", "true or false"),
}  # fmt: skip


class ProfileError(Exception):
    """A profile that cannot be used; the text names file, line, column and what to write instead, in both languages."""


def near(word: str, known: Iterable[str]) -> tuple[str, str]:
    """Return the words that propose the nearest known name, in Chinese and English; "" if none is near."""
    import difflib  # noqa: PLC0415  # what few need, few pay for

    close = difflib.get_close_matches(word, list(known), n=1, cutoff=0.5)
    return (f"，是否应为“{close[0]}”？", f"; did you mean `{close[0]}`?") if close else ("", "")


class ProfileFile:
    """One profile file that was read: its data, and the node of every key for messages."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self.source: Source = read_source(path.read_bytes(), str(path))
        except Unreadable as fault:
            raise ProfileError(f"{path}: {fault.zh} / {fault.en}") from fault
        if self.source.faults:
            first = self.source.faults[0]
            self.fail(first.start, first.zh, first.en)
        if len(self.source.roots) != 1 or self.source.roots[0].kind is not NodeKind.MAPPING:
            self.fail(0, "模板文件应为若干“键: 值”，如 id: our-city", "a mapping is expected, such as `id: our-city`")
        self.root = self.source.roots[0]
        self.data: dict[str, Any] = to_data(self.root)  # type: ignore[assignment]  # a mapping, see above
        self._check()

    @property
    def name(self) -> str:
        """The id of the profile."""
        return str(self.data["id"])

    def fail(self, offset: int, zh: str, en: str) -> NoReturn:
        """Raise a ProfileError at a character of the file."""
        line, column = self.source.line_column(min(offset, len(self.source.text)))
        raise ProfileError(f"{self.path}:{line}:{column}: {zh} / {en}")

    def fail_at(self, place: Node, zh: str, en: str) -> NoReturn:
        """Raise a ProfileError at a node of the file."""
        self.fail(place.start, zh, en)

    def pairs(self, *keys: str) -> tuple[tuple[Node, Node], ...]:
        """Return the (key, value) nodes of the mapping under the keys, () where there is none."""
        node: Node | None = self.root
        for key in keys:
            node = next((value for name, value in node.pairs if name.text == key), None) if node else None
        return node.pairs if node else ()

    def items(self, *keys: str) -> tuple[Node, ...]:
        """Return the items of the list under the keys, () where there is none."""
        above = self.pairs(*keys[:-1])
        return next((value.items for name, value in above if name.text == keys[-1]), ())

    def _check(self) -> None:
        """Check keys and shapes from the top down, and the words that only this file decides."""
        self.check_keys(self.root, KEYS)
        for part, keys in PARTS.items():
            for key, value in self.root.pairs:
                if key.text == part:
                    self.check_keys(value, keys)
        for kind in KINDS:
            for entry in self.items("forms", kind):
                if entry.kind is not NodeKind.MAPPING:
                    self.fail_at(entry, "表式写作 {form: 字母}", "write a form as {form: LETTER}")
                self.check_keys(entry, FORM_KEYS)
        self._check_words()

    def _check_words(self) -> None:
        nodes = {key.text: value for key, value in self.root.pairs}
        if "id" not in nodes:
            self.fail(0, "缺少 id，请写 id: our-city", "the key `id` is missing; write `id: our-city`")
        if not self.name or fold(self.name) != self.name:
            self.fail_at(nodes["id"], "id 应为一个不带空格的名字", "`id` is one name without spaces")
        for key, value in (*self.root.pairs, *self.pairs("settings")):
            if key.text in {"taxonomy", FRAME} and value.text not in TAXONOMIES:
                zh, en = near(value.text, TAXONOMIES)
                self.fail_at(value, f"“{key.text}”应为 {'、'.join(TAXONOMIES)} 之一{zh}",
                             f"`{key.text}` is one of {', '.join(TAXONOMIES)}{en}")  # fmt: skip

    def check_keys(self, node: Node, keys: Mapping[str, str]) -> None:
        """Check a mapping's keys and the shapes of their values."""
        for key, value in node.pairs:
            if key.text not in keys:
                zh, en = near(key.text, keys)
                self.fail_at(key, f"没有“{key.text}”这个键{zh or '；可写：' + '、'.join(keys)}",
                             f"there is no key `{key.text}`{en or '; known: ' + ', '.join(keys)}")  # fmt: skip
            self._check_shape(key, value, keys[key.text])

    def _check_shape(self, key: Node, value: Node, shape: str) -> None:
        fits = {"text": value.kind is NodeKind.SCALAR, "mapping": value.kind is NodeKind.MAPPING,
                "list": value.kind is NodeKind.SEQUENCE, "switch": value.text in {"true", "false"}}[shape]  # fmt: skip
        if not fits:
            zh, en = _WANTED[shape]
            self.fail_at(value, f"“{key.text}”应为{zh}", f"`{key.text}:` needs {en}")
