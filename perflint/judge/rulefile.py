"""Rule files: YAML → Rule, with every mistake reported at its line of the file."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NoReturn

from perflint.judge.cel import Condition
from perflint.judge.definitions import with_definitions
from perflint.judge.nearest import nearest
from perflint.judge.repairfile import KEYS as REPAIR_KEYS
from perflint.judge.repairfile import read_repair
from perflint.judge.rule import Bilingual, Case, Example, Repair, Rule, Severity
from perflint.pattern import pattern
from perflint.regular import read_regular
from perflint.source import Node, NodeKind, Source, Unreadable, read_source, to_data

KEYS = ("id", "name", "severity", "default", "since", "title", "why", "authority", "exceptions", "given", "forms",
         "where", "when", "assert", "at", "message", "suggest", "cases", "fix", "damaged", "once", "examples")  # fmt: skip
REQUIRED = ("id", "name", "severity", "title", "why", "given", "assert", "message", "examples")
_PARTS = {
    "cases": ("when", "severity", "message", "suggest"),
    "fix": REPAIR_KEYS,
    "authority": ("zh", "en", "unverified"),
    "examples": ("bad", "good", "fixed", "lock"),
}


_MOST = 1024 * 1024
_ID = pattern(r"[A-Z]{1,8}[0-9]{1,5}")
# Other keys hold one text; forms, fix and authority are checked where they are read.
_SHAPES = {
    "title": "any", "why": "any", "where": "any", "authority": "any", "exceptions": "any", "message": "any", "fix": "any", "forms": "any",
    "at": "texts", "cases": "list", "examples": "list",
}  # fmt: skip
_WORDS = {"text": "one text", "texts": "a text or a list of texts", "list": "a list of mappings: `- key: …`"}


class RuleError(Exception):
    """A rule file that cannot be used: the file, the line (from 1), the column, and what to write instead."""

    def __init__(self, path: str, line: int, column: int, message: str) -> None:
        super().__init__(f"{path}:{line}:{column}: {message}")
        self.path, self.line, self.column, self.message = path, line, column, message


class RuleFile:
    """One rule file being read: knows the line of every key."""

    def __init__(self, path: Path, category: str) -> None:
        self.path = str(path)
        self.category = category
        try:
            self.source: Source = read_source(read_regular(path, _MOST), self.path)
        except Unreadable as fault:
            raise RuleError(self.path, 1, 1, f"{fault.zh} / {fault.en}") from fault
        except OSError as fault:
            raise RuleError(self.path, 1, 1, f"无法读取 / cannot be read: {fault.strerror or fault}") from fault
        if self.source.faults:
            self.fail(self.source.faults[0].start, self.source.faults[0].en)
        if len(self.source.roots) != 1 or self.source.roots[0].kind is not NodeKind.MAPPING:
            self.fail(0, "a rule file holds one mapping")
        self.root = self.source.roots[0]
        self.nodes = {key.text: value for key, value in self.root.pairs}
        self.data: dict[str, Any] = to_data(self.root)  # type: ignore[assignment]  # a mapping, see above

    def fail(self, offset: int, message: str) -> NoReturn:
        """Raise a RuleError at a character of the file."""
        line, column = self.source.line_column(offset)
        raise RuleError(self.path, line, column, message)

    def rule(self) -> Rule:
        """Return the rule.

        Raises:
            RuleError: a key is unknown, missing or has a wrong value.
        """
        self._check_keys()
        self._define()
        authority = self.data.get("authority")
        return Rule(
            id=self.data["id"],
            name=self.data["name"],
            category=self.category,
            severity=self._severity("severity", self.data["severity"]),
            enabled=self.data.get("default", "on") != "off",
            since=self.data.get("since", "0.1"),
            title=self._both("title"),
            why=self._both("why"),
            authority=self._both("authority") if authority else None,
            unverified=isinstance(authority, dict) and authority.get("unverified") == "true",
            exceptions=self._both("exceptions") if "exceptions" in self.data else None,
            given=self.data["given"],
            forms=self._forms(excepted=False),
            not_forms=self._forms(excepted=True),
            condition=Condition(self.data.get("when", "true").strip(), self.data["assert"].strip()),
            at=self._list("at") or (self.data["given"],),
            message=self._both("message"),
            suggest=self.data.get("suggest"),
            cases=tuple(self._case(number, entry) for number, entry in enumerate(self.data.get("cases", ()))),
            repair=self._repair(),
            damaged=self._severity("damaged", self.data["damaged"]) if "damaged" in self.data else None,
            once=self._once(),
            examples=tuple(self._examples()),
            path=self.path,
            lines=self._lines(),
        )

    def _check_keys(self) -> None:
        for key, _ in self.root.pairs:
            if key.text not in KEYS:
                self.fail(key.start, f"a rule has no key `{key.text}`{nearest(key.text, KEYS)}")
        for name in REQUIRED:
            if name not in self.data:
                self.fail(0, f"the rule lacks the key `{name}`")
        for key, value in self.root.pairs:
            self._check_shape(key.text, value)
        if not _ID.fullmatch(self.data["id"]):
            self.fail(
                self.nodes["id"].start, f"a code is letters and then digits, such as OWN001, not `{self.data['id']}`"
            )
        self._check_parts()

    def _define(self) -> None:
        """Replace the names that `where` defines by what they stand for."""
        where = self.data.get("where", {})
        if not isinstance(where, dict) or not all(isinstance(text, str) for text in where.values()):
            self.fail(
                self.nodes["where"].start,
                "`where` needs names with one expression each: {short_of_full: plan.last < 100.0}",
            )
        try:
            self.data = with_definitions(self.data, where)
        except ValueError as fault:
            self.fail(self.nodes["where"].start, str(fault))

    def _check_parts(self) -> None:
        for part, allowed in _PARTS.items():
            entries = self.data.get(part, ())
            for entry in entries if isinstance(entries, list) else (entries,):
                for word in entry if isinstance(entry, dict) else ():
                    if word not in allowed:
                        self.fail(self.nodes[part].start, f"`{part}` has no key `{word}`{nearest(word, allowed)}")

    def _check_shape(self, key: str, value: Node) -> None:
        """Check that a key holds what it should: one text, texts, a mapping, or a list of mappings of texts."""
        wanted = _SHAPES.get(key, "text")
        items = value.items if value.kind is NodeKind.SEQUENCE else (value,)
        fits = {
            "text": value.kind is NodeKind.SCALAR,
            "texts": all(item.kind is NodeKind.SCALAR for item in items),
            "list": value.kind is NodeKind.SEQUENCE and all(item.kind is NodeKind.MAPPING for item in items),
        }
        if not fits.get(wanted, True):
            self.fail(value.start, f"`{key}` needs {_WORDS[wanted]}")
        inner = [pair for item in items for pair in item.pairs] if wanted == "list" else []
        for name, part in inner:
            if name.text != "message" and part.kind is not NodeKind.SCALAR:
                self.fail(part.start, f"`{name.text}` in `{key}` needs one text")

    def _both(self, key: str) -> Bilingual:
        return self._bilingual(key, self.data[key])

    def _bilingual(self, key: str, entry: object) -> Bilingual:
        if not isinstance(entry, dict) or not isinstance(entry.get("zh"), str) or not isinstance(entry.get("en"), str):
            self.fail(
                self.nodes[key.partition(".")[0]].start, f"`{key}` needs a text in both languages: {{zh: …, en: …}}"
            )
        return Bilingual(entry["zh"].strip(), entry["en"].strip())

    def _severity(self, key: str, text: str) -> Severity:
        if text not in {"error", "warning", "info"}:
            self.fail(self.nodes[key].start, f"a severity is error, warning or info, not `{text}`")
        return Severity(text)

    def _once(self) -> bool:
        """Return whether a table's findings of this rule are told as one (`once: table`)."""
        if self.data.get("once", "table") != "table":
            self.fail(self.nodes["once"].start, "`once` can only be `table`")
        return "once" in self.data

    def _list(self, key: str) -> tuple[str, ...]:
        entry = self.data.get(key, ())
        return (entry,) if isinstance(entry, str) else tuple(entry)

    def _forms(self, *, excepted: bool) -> frozenset[str]:
        entry = self.data.get("forms", [])
        letters = entry.get("except", ()) if isinstance(entry, Mapping) else entry
        letters = [letters] if isinstance(letters, str) else letters
        if isinstance(letters, Mapping) or not all(isinstance(letter, str) for letter in letters):
            self.fail(self.nodes["forms"].start, "`forms` holds letters of forms, as in [A, B] or {except: [C]}")
        return frozenset(letters) if excepted is isinstance(entry, Mapping) else frozenset()

    def _case(self, number: int, entry: dict[str, Any]) -> Case:
        return Case(
            entry["when"].strip(),
            self._severity("cases", entry["severity"]) if "severity" in entry else None,
            self._bilingual(f"cases.{number}.message", entry["message"]) if "message" in entry else None,
            entry.get("suggest"),
        )

    def _repair(self) -> Repair | None:
        if "fix" not in self.data:
            return None
        repair = read_repair(self.data["fix"], self.data["given"])
        if isinstance(repair, str):
            self.fail(self.nodes["fix"].start, repair)
        return repair

    def _examples(self) -> list[Example]:
        found = []
        for node, entry in zip(self.nodes["examples"].items, self.data["examples"], strict=True):
            if not isinstance(entry, dict) or ("good" in entry) == ("bad" in entry):
                self.fail(node.start, "an example is `bad:` (with `fixed:` if there is a fix) or `good:`")
            line, _ = self.source.line_column(node.start)
            text = str(entry["good"] if "good" in entry else entry["bad"])
            found.append(Example(text, "good" in entry, entry.get("fixed"), line, entry.get("lock", "")))
        return found

    def _lines(self) -> dict[str, int]:
        """Return the line of each top-level key's value, and of parts of `fix` and `cases` by dotted name."""
        places: dict[str, int] = {}
        _collect("", self.root, self.source, places)
        return places


def _collect(prefix: str, node: Node, source: Source, places: dict[str, int]) -> None:
    if node.kind is NodeKind.MAPPING:
        children = [(key.text, value) for key, value in node.pairs]
    elif node.kind is NodeKind.SEQUENCE:
        children = [(str(index), item) for index, item in enumerate(node.items)]
    else:
        return
    for name, child in children:
        places[prefix + name] = source.line_column(child.start)[0]
        if prefix + name != "examples":
            _collect(f"{prefix}{name}.", child, source, places)
